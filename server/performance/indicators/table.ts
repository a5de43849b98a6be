import { AVAILABILITY_WORDS } from '../../domain/figure'
import { formatFigure } from '../../domain/format'
import { formatTarget, judge, STATUS_WORDS, type Status } from '../../domain/status'
import type { History } from '../../domain/standing-history'
import type { Target } from '../../domain/target'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
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
    .filter(({ state, publishedAt }) => state === 'published' && publishedAt !== null)
    .map(figure => rowOf(visit, record, figures, figure, targets.get(figure.starts) ?? null))
    .reverse()
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
    value:
      figure.availability === 'figure'
        ? formatFigure(figure.value, record)
        : AVAILABILITY_WORDS[figure.availability],
    provisional: figure.certainty === 'provisional' && figure.availability === 'figure',
    counts: countsText(figure, visit.actor),
    target: target ? formatTarget(target, record) : '',
    status,
    word: status ? STATUS_WORDS[status] : '',
    revised: revisionOf(record, figures, figure),
    reason: figure.reasonText || figure.availabilityNote || '',
  }
}

function revisionOf(
  record: IndicatorRecord,
  figures: readonly Published[],
  now: Published,
): string {
  const before = figures.filter(
    ({ starts, state }) => starts === now.starts && state === 'superseded',
  )
  if (before.length === 0) return ''
  const reported = before.map(({ value }) => formatFigure(value, record)).join(', then ')
  return `Reported ${reported}, revised to ${formatFigure(now.value, record)}`
}
