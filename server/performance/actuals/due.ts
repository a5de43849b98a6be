import type { Indicator, Series } from '../../database/tables/measures'
import type { Area, Organisation } from '../../database/tables/people'
import type { Actual } from '../../database/tables/performance'
import { isSensibleYear } from '../../domain/calendar'
import {
  type Calendar,
  type Period,
  parsePeriod,
  periodEnds,
  periodOf,
  periodSlug,
  periodStarts,
} from '../../domain/period'
import { notFound } from '../../domain/refusal'
import type { Target } from '../../domain/target'
import { findIndicator, findTargetFor } from '../../measures/indicators/queries'
import { findLines } from '../../measures/targets/queries'
import { targetsOfYear } from '../../domain/aggregation'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import { seesSmallCounts } from '../../domain/small-numbers'
import { lineSlug } from '../targets/aim'
import { findWithdrawals, type Withdrawal } from '../withdrawals/queries'
import { findAnnualTarget, findBefore, findOwner, findVersions, isClosed } from './queries'

/** What one organisation owes for one measure and period, and every version it has given so far. */
export interface DueActual {
  area: Area
  calendar: Calendar
  indicator: Indicator
  /** The line the figure stands on. */
  series: Series
  owner: Organisation
  period: Period
  starts: string
  target: Target | null
  closed: boolean
  /** The version being worked on, if there is one and this person may see it. */
  open: Actual | undefined
  published: Actual | undefined
  /** All that were ever published, latest first. */
  versions: Actual[]
  /** That a published figure was taken back, though not what it was: for everybody. */
  withdrawals: Withdrawal[]
  /** The published figures of the periods before, latest first. */
  before: Actual[]
}

/** Why no figure can be entered or changed for this period, or null where one can. */
export function whyShut(
  { closed, period, calendar, starts, indicator, series }: DueActual,
  today: string,
): string | null {
  if (closed) {
    return 'This period is closed. Ask the partnership manager to open it'
  } else if (periodEnds(period, calendar) >= today) {
    return 'This period has not ended yet, so it has no figure to enter'
  } else if (indicator.retiredOn !== null && starts >= indicator.retiredOn) {
    return 'This measure was retired before this period began'
  } else if (series.retiredOn !== null && starts >= series.retiredOn) {
    return 'This line was retired before this period began'
  } else {
    return null
  }
}

/** Of the headline, or of the line that the address names. */
export async function getDue(visit: Visit): Promise<DueActual> {
  const { db, area, calendar, params, query } = visit
  const indicator = await findIndicator(db, area.id, params.reference!)
  const period = indicator && parsePeriod(params.period!, calendar, indicator.frequency)
  if (!indicator || period?.frequency !== indicator.frequency) throw notFound('Measure')
  if (!isNear(period, visit)) throw notFound('Period')
  const lines = await findLines(db, indicator)
  const series = lines.find(line => lineSlug(line) === (query.line ?? ''))
  // A part of a whole can be so small that it points at a person, so it is shown to officers only.
  if (!series || (series.kind !== 'headline' && !seesSmallCounts(visit.actor))) {
    throw notFound('Line')
  }

  const starts = periodStarts(period, calendar)
  const versions = await findVersions(db, series, starts)
  return {
    area,
    calendar,
    indicator,
    series,
    owner: await findOwner(db, series),
    period,
    starts,
    target:
      (await findTargetFor(db, series, starts)) ??
      (await shareOfYear(db, indicator, series, period)),
    closed: await isClosed(db, area.id, indicator.frequency, starts),
    open: versions.find(({ state }) => IN_HAND.includes(state)),
    published: versions.find(({ state }) => state === 'published'),
    // What was withdrawn is told by its withdrawal, without the figure.
    versions: versions.filter(
      ({ publishedAt, state }) => publishedAt !== null && state !== 'withdrawn',
    ),
    withdrawals: (await findWithdrawals(db, indicator, series.id)).filter(
      withdrawal => withdrawal.starts === starts,
    ),
    before: await findBefore(db, series, starts),
  }
}

/** Nobody has figures from before 1900, or owes any from beyond next year. */
function isNear({ year }: Period, { today, calendar }: Visit): boolean {
  return isSensibleYear(year) && year <= periodOf(today, 'year', calendar).year + 1
}

/** The address of a figure, or of a step of it, on the line that it belongs to. */
export function figureAddress(due: DueActual, path: string = paths.actual): string {
  return lineAddress(due, due.series, path)
}

export function lineAddress(
  { area, indicator, period, calendar }: DueActual,
  line: Pick<Series, 'kind' | 'key'>,
  path: string = paths.actual,
): string {
  const values = {
    area: area.slug,
    reference: indicator.reference,
    period: periodSlug(period, calendar),
  }
  return to(path, values, { line: lineSlug(line) })
}

/** Where only the year has a target: this period's share of it, as the standing takes it too. */
async function shareOfYear(
  db: Visit['db'],
  { frequency, decimals, shape, yearToDate, per }: Indicator,
  series: Series,
  { year, number }: Period,
): Promise<Target | null> {
  const annual = await findAnnualTarget(db, series, year)
  if (!annual) return null
  const shares = targetsOfYear(annual, frequency, { shape, yearToDate, per }, decimals)
  return shares[number - 1] ?? null
}

const IN_HAND: readonly Actual['state'][] = ['draft', 'submitted', 'returned', 'approved']
