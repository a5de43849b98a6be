import { formatDate, formatExactly, formatNumber, listOf, plural } from '../../domain/format'
import { POLARITY_WORDS } from '../../domain/polarity'
import type { Snapshot } from './snapshot'
import {
  FREQUENCY_WORDS,
  LEVEL_WORDS,
  QUALITY_WORDS,
  SHAPE_WORDS,
  YEAR_TO_DATE_WORDS,
} from './words'

/** What the ids in a definition are called. */
export interface Names {
  organisations: ReadonlyMap<string, string>
  partnerships: ReadonlyMap<string, string>
  outcomes: ReadonlyMap<string, string>
}

interface Field {
  label: string
  /** Undefined where that version does not say; empty where it says that there is nothing. */
  say(definition: Snapshot, names: Names): string | undefined
}

/** Every part of a definition, grouped as it is read: the page, the form and the history agree. */
export const SECTIONS: readonly { title: string; fields: readonly Field[] }[] = [
  {
    title: 'What it measures',
    fields: [
      { label: 'Title', say: ({ title }) => title },
      { label: 'What it counts', say: ({ definition }) => definition },
      { label: 'Why it matters', say: ({ rationale }) => rationale },
      { label: 'What good looks like', say: ({ goodLooksLike }) => goodLooksLike },
      { label: 'Unit', say: ({ unit }) => unit },
      { label: 'Decimal places', say: ({ decimals }) => decimals?.toString() },
      { label: 'Counted', say: ({ numeratorLabel }) => numeratorLabel },
      { label: 'Out of', say: ({ denominatorLabel }) => denominatorLabel },
      { label: 'Multiplied by', say: multiplier },
      { label: 'Level', say: ({ level }) => level && LEVEL_WORDS[level] },
    ],
  },
  {
    title: 'How it is judged',
    fields: [
      { label: 'Which way is better', say: ({ polarity }) => polarity && POLARITY_WORDS[polarity] },
      { label: 'Tolerance before it is red', say: tolerance },
    ],
  },
  {
    title: 'How it is reported',
    fields: [
      { label: 'How often', say: ({ frequency }) => frequency && FREQUENCY_WORDS[frequency] },
      { label: 'What a figure covers', say: ({ shape }) => shape && SHAPE_WORDS[shape] },
      { label: 'Year to date', say: ({ yearToDate: rule }) => rule && YEAR_TO_DATE_WORDS[rule] },
      {
        label: 'Figures are due',
        say: ({ lagDays }) => (lagDays === undefined ? undefined : due(lagDays)),
      },
      { label: 'Follows the seasons', say: ({ seasonal }) => yesOrNo(seasonal) },
      { label: 'Can never be 0', say: ({ neverZero }) => yesOrNo(neverZero) },
      { label: 'Counts people or cases', say: ({ countsPeople }) => yesOrNo(countsPeople) },
      { label: 'In use from', say: ({ startsOn }) => day(startsOn) },
      { label: 'Retired', say: ({ retiredOn }) => day(retiredOn) },
    ],
  },
  {
    title: 'Who is responsible',
    fields: [
      {
        label: 'Lead organisation',
        say: ({ leadOrganisationId: id }, { organisations }) => named(id, organisations),
      },
      { label: 'Owner', say: ({ owner }) => owner },
      { label: 'Contributors', say: contributorsIn },
      {
        label: 'Partnership',
        say: ({ partnershipId: id }, { partnerships }) => named(id, partnerships),
      },
      { label: 'Outcome', say: ({ outcomeId: id }, { outcomes }) => named(id, outcomes) },
    ],
  },
  {
    title: 'How far the figures can be relied on',
    fields: [
      { label: 'Source', say: ({ source }) => source },
      { label: 'Quality', say: ({ qualityRating: rating }) => rating && QUALITY_WORDS[rating] },
      { label: 'Last reviewed', say: ({ reviewedOn }) => day(reviewedOn) },
      { label: 'Next review', say: ({ reviewDueOn }) => day(reviewDueOn) },
    ],
  },
]

export interface Difference {
  label: string
  from: string
  to: string
}

/** What is said otherwise in a later version, in words. */
export function differencesBetween(before: Snapshot, after: Snapshot, names: Names): Difference[] {
  return SECTIONS.flatMap(({ fields }) =>
    fields.flatMap(({ label, say }) => {
      const from = say(before, names)
      const to = say(after, names)
      const isSaid = from !== undefined && to !== undefined
      return isSaid && from !== to ? [{ label, from, to }] : []
    }),
  )
}

function multiplier({ per, numeratorLabel }: Snapshot) {
  if (per === undefined || numeratorLabel === undefined) return undefined
  return numeratorLabel === '' || per === 1 ? '' : formatNumber(per, 0)
}

function tolerance({ toleranceKind, toleranceSize, unit, decimals, polarity }: Snapshot) {
  if (toleranceKind === undefined || toleranceSize === undefined) return undefined
  if (polarity === 'context-only') return ''
  const format = { unit: toleranceKind === 'relative' ? '%' : (unit ?? ''), decimals: 0 }
  const size = formatExactly(toleranceSize, format)
  if (toleranceKind === 'relative') return `${size} of the target`
  return unit === '%'
    ? `${formatExactly(toleranceSize, { unit: '', decimals: decimals ?? 0 })} points`
    : size
}

function contributorsIn({ contributors }: Snapshot, { organisations }: Names) {
  if (contributors === undefined) return undefined
  const each = contributors.map(({ organisationId, share }) => {
    const name = organisations.get(organisationId) ?? 'An earlier partner'
    return share === null ? name : `${name} (${formatExactly(share, { unit: '%', decimals: 0 })})`
  })
  return listOf(each.sort((a, b) => a.localeCompare(b, 'en-GB')))
}

function due(days: number): string {
  return days === 0
    ? 'On the last day of the period'
    : `${plural(days, 'day')} after the period ends`
}

function named(id: string | null | undefined, names: ReadonlyMap<string, string>) {
  if (id === undefined) return undefined
  return id === null ? '' : (names.get(id) ?? 'One that no longer exists')
}

function day(date: string | null | undefined): string | undefined {
  if (date === undefined) return undefined
  return date === null ? '' : formatDate(date)
}

function yesOrNo(value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined
  return value ? 'Yes' : 'No'
}
