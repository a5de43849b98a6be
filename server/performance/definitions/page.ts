import type { Indicator } from '../../database/tables/measures'
import { differencesBetween, type Difference, type Names } from '../../measures/definitions/fields'
import type { DefinitionRecord } from '../../measures/definitions/queries'
import { type Contribution, snapshotOf } from '../../measures/definitions/snapshot'
import type { Visit } from '../../people/visit'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { Choices } from './choices'
import { fieldsOf } from './form-fields'
import { formGroups } from './form-groups'

interface Given {
  entered?: Entered
  errors?: FieldErrors
  /** What somebody else made of it in the meantime. */
  theirs?: { version: number; changes: Difference[] }
}

export function revisionPage(
  { area }: Visit,
  record: DefinitionRecord,
  choices: Choices,
  isFixed: boolean,
  { entered = enteredOf(record, record.contributors, choices), errors = {}, theirs }: Given = {},
) {
  const values = { area: area.slug, reference: record.reference }
  const { select, text } = fieldsOf(entered, errors)

  return {
    title: `Change the definition: ${record.title}`,
    trail: [
      { text: record.title, href: to(paths.indicator, values) },
      { text: 'Definition', href: to(paths.definition, values) },
      { text: 'Change' },
    ],
    heading: 'Change the definition',
    lead: `${record.reference} ${record.title}. The definition as it is now stays in the history, with your reason.`,
    theirs: theirs?.changes ?? null,
    version: theirs?.version ?? entered.version ?? record.version,
    groups: [
      ...formGroups({ entered, errors, choices, isFixed, isNew: false }),
      {
        title: 'Why it changes',
        fields: [
          text(
            { name: 'reason', label: 'Reason', hint: 'Everybody can read this beside the change.' },
            2,
          ),
          select(
            {
              name: 'breakFrom',
              label: 'Does the change break the line?',
              hint: 'Choose the first period counted the new way, if figures before and after it must not be compared.',
            },
            [
              { value: '', text: 'No, figures can still be compared' },
              ...choices.periods.map(({ slug, label }) => ({
                value: slug,
                text: `Yes, from ${label}`,
              })),
            ],
          ),
        ],
      },
    ],
    button: 'Save the definition',
    action: to(paths.editDefinition, values),
    cancel: to(paths.definition, values),
    errors,
  } satisfies Page & Record<string, unknown>
}

export function additionPage(
  { area }: Visit,
  choices: Choices,
  entered: Entered = USUAL,
  errors: FieldErrors = {},
) {
  return {
    title: 'Add a measure',
    trail: [
      { text: area.name, href: to(paths.scorecard, { area: area.slug }) },
      { text: 'Add a measure' },
    ],
    heading: 'Add a measure',
    lead: 'Say what it counts and how it is judged. Targets come next.',
    theirs: null,
    version: null,
    groups: formGroups({ entered, errors, choices, isFixed: false, isNew: true }),
    button: 'Add this measure',
    action: to(paths.newIndicator, { area: area.slug }),
    cancel: to(paths.scorecard, { area: area.slug }),
    errors,
  } satisfies Page & Record<string, unknown>
}

/** What most measures are, so that only the exceptions have to be said. */
const USUAL: Entered = {
  decimals: '1',
  per: '1',
  level: 'outcome',
  polarity: 'higher-is-better',
  toleranceKind: 'relative',
  toleranceSize: '5',
  frequency: 'quarter',
  shape: 'discrete',
  yearToDate: 'latest',
  lagDays: '30',
  qualityRating: 'not-rated',
}

export function theirChanges(
  seen: Pick<DefinitionRecord, 'contributors'> & Indicator,
  theirs: { indicator: Indicator; contributors: Contribution[] },
  names: Names,
) {
  return {
    version: theirs.indicator.version,
    changes: differencesBetween(
      snapshotOf(seen, seen.contributors),
      snapshotOf(theirs.indicator, theirs.contributors),
      names,
    ),
  }
}

function enteredOf(
  indicator: Indicator,
  contributors: readonly Contribution[],
  choices: Choices,
): Entered {
  const slugOf = (id: string | null) =>
    [...choices.organisations, ...choices.partnerships].find(each => each.id === id)?.slug ?? ''
  const rows = contributors.flatMap(({ organisationId, share }, index) => [
    [`contributor-${index + 1}`, slugOf(organisationId)],
    [`share-${index + 1}`, share ?? ''],
  ])
  return {
    ...indicator,
    seasonal: indicator.seasonal ? 'yes' : '',
    neverZero: indicator.neverZero ? 'yes' : '',
    countsPeople: indicator.countsPeople ? 'yes' : 'no',
    leadOrganisationId: slugOf(indicator.leadOrganisationId),
    partnershipId: slugOf(indicator.partnershipId),
    outcomeId: choices.outcomes.find(({ id }) => id === indicator.outcomeId)?.reference ?? '',
    ...Object.fromEntries(rows),
  }
}
