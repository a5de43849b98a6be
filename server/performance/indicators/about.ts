import { formatDate, formatFigure, formatNumber } from '../../domain/format'
import { may } from '../../domain/permissions'
import {
  countOf,
  FEWER_CASES,
  hiddenCells,
  isSmall,
  seesSmallCounts,
  shownText,
} from '../../domain/small-numbers'
import type { Standing } from '../../domain/standing'
import { STATUS_WORDS, type Status } from '../../domain/status'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import { withdrawnText } from '../withdrawals/words'
import type { IndicatorDetail, Published } from './queries'
import { disagreement } from './whole'
import { labelOf } from './words'

export interface Fact {
  label: string
  text: string
  href?: string
}

const QUALITY = { good: 'Good', fair: 'Fair', poor: 'Poor', 'not-rated': 'Not rated' } as const

/** What the measure is and who answers for it; nothing is said of what is not held. */
export function factsOf({ area, actor }: Visit, record: IndicatorDetail): Fact[] {
  const facts: Fact[] = [
    { label: 'What it counts', text: record.definition },
    { label: 'What good looks like', text: record.goodLooksLike },
    { label: 'Who leads', text: leadOf(record) },
    { label: 'Who contributes', text: contributorsOf(record) },
    {
      label: 'Partnership',
      text: record.partnership ?? '',
      ...(record.partnershipSlug !== null &&
        may(actor, 'register.read') && {
          href: to(paths.partnership, { area: area.slug, partnership: record.partnershipSlug }),
        }),
    },
    { label: 'Outcome', text: record.outcome ?? '' },
    { label: 'Source', text: record.source },
    { label: 'Quality of the figures', text: QUALITY[record.qualityRating] },
    { label: 'Last reviewed', text: record.reviewedOn ? formatDate(record.reviewedOn) : 'Never' },
  ]
  return facts.filter(({ text }) => text !== '')
}

function leadOf({ organisation, owner }: IndicatorDetail): string {
  return owner === '' ? organisation : `${organisation}: ${owner}`
}

function contributorsOf({ contributors }: IndicatorDetail): string {
  return contributors
    .map(({ name, share }) => (share === null ? name : `${name} (${formatNumber(share, 0)}%)`))
    .join(', ')
}

/** Every figure that was replaced or withdrawn after it had been published, latest first. */
export function revisionsOf(
  visit: Visit,
  record: IndicatorDetail,
  figures: readonly Published[],
): string[] {
  return figures
    .filter(({ version, state }) => version > 1 || state === 'withdrawn')
    .flatMap(now => {
      const label = labelOf(now.starts, visit, record)
      if (now.state === 'withdrawn') return [`${label}. ${withdrawnText(now)}`]
      const before = figures.findLast(
        ({ starts, version }) => starts === now.starts && version > 0 && version < now.version,
      )
      if (!before) return []
      const after = shownText(now, record)
      return before.state === 'withdrawn'
        ? [`${label}: reported again as ${after}. ${now.revisionReason}`]
        : [
            `${label}: reported ${shownText(before, record)}, revised to ${after}. ${now.revisionReason}`,
          ]
    })
    .reverse()
}

const KINDS: Record<string, string> = {
  place: 'By place',
  group: 'By group',
  partner: 'By partner',
}

export interface Breakdown {
  kind: string
  rows: { label: string; status: Status; word: string; value: string }[]
  /** By how much they miss the headline. */
  note: string
}

export function breakdownsOf({ actor }: Visit, record: IndicatorDetail): Breakdown[] {
  const sees = seesSmallCounts(actor)
  return Object.entries(KINDS).flatMap(([kind, title]) => {
    const parts = record.series
      .filter(each => each.kind === kind)
      .flatMap(({ label, standing }) => (standing ? [{ label, standing }] : []))
    if (parts.length === 0) return []

    const standings = parts.map(({ standing }) => standing)
    const hidden = sees
      ? []
      : hiddenCells(standings.map(each => ({ count: tellingCount(each, record) })))
    const rows = parts.map(({ label, standing }, at) => ({
      label,
      status: standing.status,
      word: STATUS_WORDS[standing.status],
      value: hidden[at] ? HIDDEN_PARTS[hidden[at]] : formatFigure(standing.value, record),
    }))
    // From a sum and all parts but one, the small one could be worked out.
    const tells = hidden.every(mark => mark === null)
    return [{ kind: title, rows, note: tells ? disagreement(record, kind, standings) : '' }]
  })
}

const HIDDEN_PARTS = { small: FEWER_CASES, paired: 'not shown' } as const

function tellingCount(standing: Standing, record: IndicatorDetail): number | null {
  const { numerator, denominator } = standing
  return isSmall(denominator) && numerator !== 0 ? denominator : countOf(standing, record)
}
