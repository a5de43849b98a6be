import type { Indicator, Series } from '../../database/tables/measures'
import type { Organisation } from '../../database/tables/people'
import { formatDate, plural } from '../../domain/format'
import type { Visit } from '../../people/visit'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { fieldsOf } from '../definitions/form-fields'
import { lineSlug } from '../targets/aim'
import { LINE_KINDS } from './forms'

export interface BreakdownParts {
  indicator: Indicator
  /** All but the headline. */
  lines: readonly Series[]
  organisations: readonly Organisation[]
}

interface Given {
  entered?: Entered
  errors?: FieldErrors
}

const TITLES = { place: 'By place', group: 'By group', partner: 'By partner' } as const
const KIND_WORDS = {
  place: 'Place, like a ward or a district',
  group: 'Group of people, like an age or an ethnic group',
  partner: 'Partner',
}

export function breakdownsPage(
  { area, today }: Visit,
  { indicator, lines, organisations }: BreakdownParts,
  { entered = {}, errors = {} }: Given = {},
) {
  const values = { area: area.slug, reference: indicator.reference }
  const { radios, line, select } = fieldsOf(entered, errors)
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const lead = names.get(indicator.leadOrganisationId)!

  return {
    title: `Breakdowns: ${indicator.title}`,
    trail: trailOf(values, indicator, { text: 'Breakdowns' }),
    heading: indicator.title,
    sub: indicator.reference,
    lead:
      lines.length === 0
        ? 'This measure has no breakdown yet: only its headline is reported.'
        : 'Each line is reported beside the headline, for the same periods.',
    groups: LINE_KINDS.map(kind => ({
      title: TITLES[kind],
      lines: lines
        .filter(each => each.kind === kind)
        .map(each => ({
          label: each.label,
          owner: names.get(each.organisationId) ?? '',
          note: endOf(each, today),
          href: to(paths.breakdown, { ...values, line: lineSlug(each) }),
        })),
    })).filter(group => group.lines.length > 0),
    fields: [
      radios({ name: 'kind', label: 'What is the new line by?' }, KIND_WORDS),
      line({
        name: 'label',
        label: 'Name',
        hint: 'As people will read it. A partner left without one goes by its own name.',
      }),
      select(
        {
          name: 'organisation',
          label: 'Who reports it',
          hint: 'For a line by partner, the partner.',
        },
        [
          { value: '', text: `The lead, ${lead}` },
          ...organisations
            .filter(({ endedOn }) => endedOn === null)
            .map(({ slug, name }) => ({ value: slug, text: name })),
        ],
      ),
    ],
    action: to(paths.breakdowns, values),
    links: [
      { text: 'Figures', href: to(paths.indicator, values) },
      { text: 'Definition', href: to(paths.definition, values) },
      { text: 'Targets', href: to(paths.targets, values) },
    ],
    errors,
  } satisfies Page & Record<string, unknown>
}

export function breakdownPage(
  { area, today }: Visit,
  { indicator, lines, organisations }: BreakdownParts,
  held: Series,
  { entered, errors = {} }: Given = {},
) {
  const values = { area: area.slug, reference: indicator.reference, line: lineSlug(held) }
  const beside = lines.filter(({ kind }) => kind === held.kind)
  const owner = organisations.find(({ id }) => id === held.organisationId)
  const { line, number, select } = fieldsOf(
    entered ?? {
      label: held.label,
      organisation: owner?.slug ?? '',
      place: beside.findIndex(({ id }) => id === held.id) + 1,
    },
    errors,
  )
  const owners = organisations
    .filter(({ id, endedOn }) => endedOn === null || id === held.organisationId)
    .map(({ slug, name }) => ({ value: slug, text: name }))

  return {
    title: `${held.label}: ${indicator.title}`,
    trail: [
      ...trailOf(values, indicator, { text: 'Breakdowns', href: to(paths.breakdowns, values) }),
      { text: held.label },
    ],
    heading: held.label,
    sub: `${indicator.reference} ${indicator.title} · ${TITLES[held.kind as keyof typeof TITLES].toLowerCase()}`,
    note: endOf(held, today),
    fields: [
      line({ name: 'label', label: 'Name' }),
      ...(held.kind === 'partner'
        ? []
        : [select({ name: 'organisation', label: 'Who reports it' }, owners)]),
      number({
        name: 'place',
        label: 'Place in the list',
        hint: `1 is the first of ${plural(beside.length, 'line')}.`,
      }),
    ],
    action: to(paths.breakdown, values),
    retirement: to(paths.breakdownRetirement, values),
    isRetired: held.retiredOn !== null,
    cancel: to(paths.breakdowns, values),
    errors,
  } satisfies Page & Record<string, unknown>
}

function trailOf(
  values: Record<string, string>,
  { title }: Indicator,
  last: { text: string; href?: string },
) {
  return [
    { text: title, href: to(paths.indicator, values) },
    { text: 'Definition', href: to(paths.definition, values) },
    last,
  ]
}

function endOf({ retiredOn }: Series, today: string): string {
  if (retiredOn === null) return ''
  return `${retiredOn > today ? 'Ends' : 'Retired'} on ${formatDate(retiredOn)}`
}
