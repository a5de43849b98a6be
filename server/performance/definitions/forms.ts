import { z } from 'zod'
import type { Indicator } from '../../database/tables/measures'
import { SHAPES, YEAR_TO_DATE_RULES } from '../../domain/aggregation'
import { FREQUENCIES, type Period } from '../../domain/period'
import { seemsToCountPeople } from '../../domain/small-numbers'
import { POLARITIES } from '../../domain/polarity'
import type { Contribution } from '../../measures/definitions/snapshot'
import { carriedCount, choice, decimal, longText, optionalDate, shortText } from '../../web/forms'
import { contributionFields, contributionsOf } from './contribution-fields'
import { breakFields, readBreak } from './break-fields'
import type { Choices } from './choices'
import { agree } from './rules'

const LEVELS = ['input', 'output', 'outcome', 'perception'] as const
const QUALITIES = ['good', 'fair', 'poor', 'not-rated'] as const
const TOLERANCES = ['relative', 'absolute'] as const

/** Everything of a definition that a person decides. */
type Decided = Omit<Indicator, 'areaId' | 'id' | 'reference' | 'version'>

export interface DefinitionForm {
  decided: Decided
  contributors: Contribution[]
  reason: string
  version: number
  breakFrom: Period | null
}

export type AdditionForm = Omit<DefinitionForm, 'breakFrom' | 'version'> & { reference: string }

/** A changed definition: all of it, and why. */
export function definitionForm(choices: Choices): z.ZodType<DefinitionForm> {
  return z
    .object({
      ...fields(choices),
      ...contributionFields(choices),
      ...breakFields(choices),
      reason: shortText(1000, {
        missing: 'Explain why the definition changes',
        tooLong: 'Reason must be 1,000 characters or fewer',
      }),
      version: carriedCount(),
    })
    .superRefine(agree)
    .transform(form => ({
      decided: decidedOf(form),
      contributors: contributionsOf(form),
      reason: form.reason,
      version: form.version,
      breakFrom: readBreak(form, choices),
    }))
}

const NO_REFERENCE = 'Reference must be letters, numbers and hyphens, like env-03'

/** A new measure: its reference cannot be changed later, because figures and links hang on it. */
export function additionForm(choices: Choices): z.ZodType<AdditionForm> {
  return z
    .object({
      reference: z
        .string({ error: 'Enter a reference, like env-03' })
        .trim()
        .toLowerCase()
        .min(1, { error: 'Enter a reference, like env-03', abort: true })
        .max(40, { error: 'Reference must be 40 characters or fewer' })
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: NO_REFERENCE })
        .refine(reference => reference !== 'new', { error: 'Reference cannot be “new”' }),
      ...fields(choices),
      ...contributionFields(choices),
    })
    .superRefine(agree)
    .transform(form => ({
      reference: form.reference,
      decided: decidedOf(form),
      contributors: contributionsOf(form),
      reason: 'First recorded',
    }))
}

function fields({ organisations, partnerships, outcomes }: Choices) {
  return {
    title: shortText(200, {
      missing: 'Enter the title',
      tooLong: 'Title must be 200 characters or fewer',
    }),
    definition: longText(4000, 'What it counts must be 4,000 characters or fewer'),
    rationale: longText(4000, 'Why it matters must be 4,000 characters or fewer'),
    goodLooksLike: longText(4000, 'What good looks like must be 4,000 characters or fewer'),
    unit: longText(40, 'Unit must be 40 characters or fewer'),
    decimals: whole('Decimal places', 0, 6),
    numeratorLabel: longText(120, 'What is counted must be 120 characters or fewer'),
    denominatorLabel: longText(120, 'What it is out of must be 120 characters or fewer'),
    per: decimal({
      missing: 'Enter what the division is multiplied by, like 100',
      wrong: 'Multiplied by must be a number, like 100',
    }).refine(per => per > 0 && per <= 1e9, {
      error: 'Multiplied by must be more than 0 and at most 1,000,000,000',
    }),
    level: choice(LEVELS, 'Select what kind of thing it measures'),
    polarity: choice(POLARITIES, 'Select which way is better'),
    toleranceKind: choice(TOLERANCES, 'Select how the tolerance is counted'),
    toleranceSize: decimal({
      missing: 'Enter the tolerance, or 0 for none',
      wrong: 'Tolerance must be a number, like 5',
    }).refine(size => size >= 0 && size <= 1e9, {
      error: 'Tolerance must be from 0 to 1,000,000,000',
    }),
    frequency: choice(FREQUENCIES, 'Select how often it is reported'),
    shape: choice(SHAPES, 'Select what each figure covers'),
    yearToDate: choice(YEAR_TO_DATE_RULES, 'Select how the year to date is put together'),
    lagDays: whole('Days until figures are due', 0, 1000),
    seasonal: ticked(),
    neverZero: ticked(),
    countsPeople: answered(),
    startsOn: optionalDate('In use from must be a real day, like 2026-04-01'),
    retiredOn: optionalDate('Retired must be a real day, like 2027-03-31'),
    leadOrganisationId: chosen(organisations, 'slug', 'Select the lead organisation'),
    owner: longText(200, 'Owner must be 200 characters or fewer'),
    partnershipId: optional(partnerships, 'slug', 'Select a partnership from the list'),
    outcomeId: optional(outcomes, 'reference', 'Select an outcome from the list'),
    source: longText(1000, 'Source must be 1,000 characters or fewer'),
    qualityRating: choice(QUALITIES, 'Select how far the figures can be relied on'),
    reviewedOn: optionalDate('Last reviewed must be a real day, like 2026-10-14'),
    reviewDueOn: optionalDate('Next review must be a real day, like 2027-10-14'),
  }
}

type Fields = {
  [Name in keyof ReturnType<typeof fields>]: z.infer<ReturnType<typeof fields>[Name]>
}

/** Only what is a definition's: a form carries more than its fields. */
function decidedOf(form: Fields): Decided {
  const decided = Object.fromEntries(
    Object.keys(fields(NO_CHOICES)).map(name => [name, form[name as keyof Fields]]),
  )
  const countsPeople = form.countsPeople ?? seemsToCountPeople(form)
  return { ...decided, countsPeople } as unknown as Decided
}

const NO_CHOICES: Choices = { organisations: [], partnerships: [], outcomes: [], periods: [] }

function whole(label: string, least: number, most: number) {
  const wrong = `${label} must be a whole number from ${least} to ${most}`
  return decimal({ missing: `Enter ${label.toLowerCase()}`, wrong }).refine(
    value => Number.isInteger(value) && value >= least && value <= most,
    { error: wrong },
  )
}

/** Null where neither was chosen. */
function answered() {
  return z
    .string()
    .optional()
    .transform(value => (value === 'yes' ? true : value === 'no' ? false : null))
}

function ticked() {
  return z
    .string()
    .optional()
    .transform(value => value === 'yes')
}

/** Chosen by the name in its address, kept by its id. */
function chosen<Key extends string>(
  options: readonly (Record<Key, string> & { id: string })[],
  key: Key,
  missing: string,
) {
  return z
    .string({ error: missing })
    .refine(given => options.some(option => option[key] === given), { error: missing, abort: true })
    .transform(given => options.find(option => option[key] === given)!.id)
}

function optional<Key extends string>(
  options: readonly (Record<Key, string> & { id: string })[],
  key: Key,
  wrong: string,
) {
  return z
    .string()
    .default('')
    .refine(given => given === '' || options.some(option => option[key] === given), {
      error: wrong,
      abort: true,
    })
    .transform(given => options.find(option => option[key] === given)?.id ?? null)
}
