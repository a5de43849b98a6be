import { z } from 'zod'
import { CERTAINTIES, figureValue, REASON_CODES } from '../../domain/figure'
import {
  carriedCount,
  choice,
  decimal,
  longText,
  optionalDate,
  optionalDecimal,
  type Submission,
  submit,
} from '../../web/forms'
import type { Foreseen } from '../forecasts/ledger'
import type { DueActual } from './due'
import { lackingIn } from './explanation'
import {
  aheadOf,
  type ForecastFields,
  forecastFields,
  forecastsChecked,
  foreseenIn,
} from './forecast-fields'

const GIVEN = ['figure', 'not-applicable', 'not-yet-available'] as const

const about = {
  availability: z
    .enum(GIVEN, { error: 'Select what there is instead of a figure' })
    .default('figure'),
  certainty: choice(CERTAINTIES, 'Select whether the figure is provisional or final'),
  reasonCode: z.enum(['', ...REASON_CODES], { error: 'Select one of the reasons' }).default(''),
  reasonText: longText(2000, 'Reason must be 2,000 characters or fewer'),
  availabilityNote: longText(500, 'Explanation must be 500 characters or fewer'),
  promisedOn: optionalDate('Promised date must be a real day, like 2026-12-15'),
  revisionReason: longText(1000, 'Reason for the revision must be 1,000 characters or fewer'),
  edit: carriedCount(),
  step: z.enum(['save', 'submit']).catch('save').default('save'),
  ...forecastFields,
}

/** What was entered, ready to be kept: the value is already worked out from the counts. */
export interface ActualForm {
  availability: (typeof GIVEN)[number]
  value: number | null
  numerator: number | null
  denominator: number | null
  certainty: (typeof CERTAINTIES)[number]
  reasonCode: string | null
  reasonText: string
  availabilityNote: string
  promisedOn: string | null
  revisionReason: string
  edit: number
  step: 'save' | 'submit'
  foreseen: Foreseen[]
}

/** Where both counts are held they are the facts, so they are asked for instead of the value. */
export function asksForCounts({ indicator }: DueActual): boolean {
  return indicator.numeratorLabel !== '' && indicator.denominatorLabel !== ''
}

export function readActual(due: DueActual, body: unknown, today: string): Submission<ActualForm> {
  const given = (body ?? {}) as Record<string, unknown>
  const none = given.availability !== undefined && given.availability !== 'figure'
  if (none) return submit(withoutFigure(due, today), body)
  return submit(asksForCounts(due) ? withCounts(due, today) : withValue(due, today), body)
}

function withValue(due: DueActual, today: string): z.ZodType<ActualForm> {
  return z
    .object({
      ...about,
      value: decimal({
        missing: 'Enter the actual',
        wrong: 'Actual must be a number, like 84.5',
      }),
    })
    .transform(form => ({ ...form, numerator: null, denominator: null }))
    .superRefine(forecastsChecked)
    .transform(tidied(due, today))
    .superRefine(explained(due))
}

function withCounts(due: DueActual, today: string): z.ZodType<ActualForm> {
  const { numeratorLabel, denominatorLabel, per } = due.indicator
  return z
    .object({
      ...about,
      numerator: count(numeratorLabel),
      denominator: count(denominatorLabel),
    })
    .superRefine(({ numerator, denominator }, context) => {
      if (denominator === 0) {
        context.addIssue({
          code: 'custom',
          path: ['denominator'],
          message: `${denominatorLabel} is 0, so no figure can be worked out. Choose “not applicable” instead`,
        })
      } else if (per === 100 && numerator > denominator) {
        context.addIssue({
          code: 'custom',
          path: ['numerator'],
          message: `${numeratorLabel} must not be more than ${lower(denominatorLabel)}`,
        })
      }
    })
    .transform(form => ({ ...form, value: figureValue({ ...form, value: null }, per) }))
    .superRefine(forecastsChecked)
    .transform(tidied(due, today))
    .superRefine(explained(due))
}

function withoutFigure(due: DueActual, today: string): z.ZodType<ActualForm> {
  return z
    .object({
      ...about,
      certainty: z.enum(CERTAINTIES).default('final'),
      value: optionalDecimal(''),
    })
    .superRefine(({ availability, availabilityNote, promisedOn }, context) => {
      if (availabilityNote === '') {
        context.addIssue({
          code: 'custom',
          path: ['availabilityNote'],
          message: 'Explain why there is no figure',
        })
      }
      if (availability === 'not-yet-available' && promisedOn === null) {
        context.addIssue({
          code: 'custom',
          path: ['promisedOn'],
          message: 'Enter the day by which the figure will be available',
        })
      } else if (availability === 'not-yet-available' && promisedOn! < today) {
        context.addIssue({
          code: 'custom',
          path: ['promisedOn'],
          message: 'The promised day must not be in the past',
        })
      }
    })
    .transform(form => ({ ...form, value: null, numerator: null, denominator: null }))
    .superRefine(forecastsChecked)
    .transform(tidied(due, today))
    .superRefine(explained(due))
}

function count(label: string) {
  return decimal({
    missing: `Enter ${lower(label)}`,
    wrong: `${label} must be a number, like 436`,
  }).refine(value => value >= 0, { error: `${label} must be 0 or more` })
}

function tidied(due: DueActual, today: string) {
  return <Form extends ForecastFields & { reasonCode: string }>(form: Form) => ({
    ...form,
    reasonCode: form.reasonCode === '' ? null : form.reasonCode,
    foreseen: foreseenIn(form, aheadOf(due, today)),
  })
}

/** What was once published changes only with a reason that stays beside it; what is red says why. */
function explained(due: DueActual) {
  return (form: ActualForm, context: z.RefinementCtx) => {
    for (const [field, message] of Object.entries(lackingIn(due, form))) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  }
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
