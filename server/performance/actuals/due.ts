import type { Indicator, Series } from '../../database/tables/measures'
import type { Area, Organisation } from '../../database/tables/people'
import type { Actual } from '../../database/tables/performance'
import { type Calendar, type Period, parsePeriod, periodStarts } from '../../domain/period'
import { notFound } from '../../domain/refusal'
import type { Target } from '../../domain/target'
import { findHeadline, findIndicator, findTargetFor } from '../../measures/indicators/queries'
import type { Visit } from '../../people/visit'
import { findBefore, findOwner, findVersions, isClosed } from './queries'

/** What one organisation owes for one measure and period, and every version it has given so far. */
export interface DueActual {
  area: Area
  calendar: Calendar
  indicator: Indicator
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
  /** The published figures of the periods before, latest first. */
  before: Actual[]
}

export async function getDue({ db, area, calendar, params }: Visit): Promise<DueActual> {
  const indicator = await findIndicator(db, area.id, params.reference!)
  const period = indicator && parsePeriod(params.period!, calendar, indicator.frequency)
  const series = indicator && (await findHeadline(db, indicator))
  if (!indicator || !series || period?.frequency !== indicator.frequency) throw notFound('Measure')

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
    target: await findTargetFor(db, series, starts),
    closed: await isClosed(db, area.id, indicator.frequency, starts),
    open: versions.find(({ state }) => IN_HAND.includes(state)),
    published: versions.find(({ state }) => state === 'published'),
    versions: versions.filter(({ publishedAt }) => publishedAt !== null),
    before: await findBefore(db, series, starts),
  }
}

const IN_HAND: readonly Actual['state'][] = ['draft', 'submitted', 'returned', 'approved']
