import { AVAILABILITY_WORDS, FIGURE_STATE_WORDS } from '../../domain/figure'
import { shownText } from '../../domain/small-numbers'
import { formatTarget, judge, STATUS_WORDS, type Status } from '../../domain/status'
import type { History } from '../../domain/standing-history'
import type { Target } from '../../domain/target'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import { withdrawnText } from '../withdrawals/words'
import { toleranceOf } from './line'
import type { IndicatorRecord, Published } from './queries'
import { countsText, labelOf, slugOf } from './words'

export interface Row {
  label: string
  href: string
  value: string
  provisional: boolean
  counts: string
  target: string
  status: Status | null
  word: string
  revised: string
  reason: string
}

/** The numbers behind the chart, latest first: one row a period, with what it was before a revision. */
export function tableRows(
  visit: Visit,
  record: IndicatorRecord,
  figures: readonly Published[],
  history: History | undefined,
): Row[] {
  const places = history?.figures ?? []
  const targets = new Map(places.map((_, at) => [history!.startsAt(at), history!.targetAt(at)]))
  return figures
    .filter(figure => stands(figure, figures))
    .map(figure => rowOf(visit, record, figures, figure, targets.get(figure.starts) ?? null))
    .reverse()
}

/** A period's published figure; where there is none any more, that it was withdrawn. */
function stands(
  { starts, version, state, publishedAt }: Published,
  figures: readonly Published[],
): boolean {
  if (publishedAt === null) return false
  const isLast = !figures.some(
    other => other.starts === starts && (other.version > version || other.state === 'published'),
  )
  return state === 'published' || (state === 'withdrawn' && isLast)
}

function rowOf(
  visit: Visit,
  record: IndicatorRecord,
  figures: readonly Published[],
  figure: Published,
  target: Target | null,
): Row {
  const yardstick = { ...record, tolerance: toleranceOf(record), target }
  const status = figure.value === null ? null : judge(figure.value, yardstick).status
  return {
    label: labelOf(figure.starts, visit, record),
    href: to(paths.actual, {
      area: visit.area.slug,
      reference: record.reference,
      period: slugOf(figure.starts, visit, record),
    }),
    value: writtenValue(figure, record),
    provisional: figure.certainty === 'provisional' && figure.value !== null,
    counts: countsText(figure, visit.actor),
    target: target ? formatTarget(target, record) : '',
    status,
    word: status ? STATUS_WORDS[status] : '',
    revised: revisionOf(record, figures, figure),
    reason: figure.reasonText || figure.availabilityNote || '',
  }
}

function writtenValue(figure: Published, record: IndicatorRecord): string {
  const { state, availability, hidden } = figure
  if (state === 'withdrawn') return FIGURE_STATE_WORDS.withdrawn
  if (availability === 'figure' || hidden) return shownText(figure, record)
  return AVAILABILITY_WORDS[availability]
}

function revisionOf(
  record: IndicatorRecord,
  figures: readonly Published[],
  now: Published,
): string {
  const earlier = figures.filter(
    ({ starts, version }) => starts === now.starts && version <= now.version,
  )
  const withdrawn = earlier.filter(({ state }) => state === 'withdrawn').map(withdrawnText)
  const before = earlier.filter(({ state }) => state === 'superseded')
  const reported = before.map(figure => shownText(figure, record)).join(', then ')
  const revised =
    now.state === 'withdrawn'
      ? `Reported ${reported}`
      : `Reported ${reported}, revised to ${shownText(now, record)}`
  return [...(before.length > 0 ? [revised] : []), ...withdrawn].join('. ')
}
