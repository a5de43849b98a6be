import { formatDate, formatFigure, formatNumber } from '../../domain/format'
import { may } from '../../domain/permissions'
import { STATUS_WORDS, type Status } from '../../domain/status'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import { withdrawnText } from '../withdrawals/words'
import type { IndicatorDetail, Published } from './queries'
import { disagreement } from './whole'
import { FEWER, isSmall, labelOf, seesSmallCounts } from './words'

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
      const after = formatFigure(now.value, record)
      return before.state === 'withdrawn'
        ? [`${label}: reported again as ${after}. ${now.revisionReason}`]
        : [
            `${label}: reported ${formatFigure(before.value, record)}, revised to ${after}. ${now.revisionReason}`,
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
  const masked = !seesSmallCounts(actor)
  return Object.entries(KINDS).flatMap(([kind, title]) => {
    const series = record.series.filter(each => each.kind === kind)
    const rows = series.flatMap(({ label, standing }) => {
      if (!standing) return []
      const { status, value, numerator, denominator } = standing
      const hidden = masked && [numerator, denominator, countIn(value, record)].some(isSmall)
      return [
        {
          label,
          status,
          word: STATUS_WORDS[status],
          value: hidden ? FEWER : formatFigure(value, record),
        },
      ]
    })
    if (rows.length === 0) return []
    // From a sum and all parts but one, the small one could be worked out.
    const tells = !rows.some(({ value }) => value === FEWER)
    const parts = series.map(({ standing }) => standing)
    const note = tells ? disagreement(record, kind, parts) : ''
    return [{ kind: title, rows, note }]
  })
}

/** A breakdown of a plain number is itself a count; of a rate or of money it is not. */
function countIn(
  value: number | null,
  { decimals, unit, numeratorLabel }: IndicatorDetail,
): number | null {
  const isCount = decimals === 0 && numeratorLabel === '' && !/^[%£]/.test(unit)
  return isCount ? value : null
}
