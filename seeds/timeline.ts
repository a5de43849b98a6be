import {
  addDays,
  type Calendar,
  daysBetween,
  type Frequency,
  type IsoDate,
  lastPeriodEnded,
  type Period,
  periodEnds,
  periodsBetween,
  periodsInYear,
  periodStarts,
} from '../server/domain/period'

/** Five whole years before the one that `today` is in, and that one so far. */
export interface Timeline {
  readonly today: IsoDate
  readonly calendar: Calendar
  /** The year of the area in which the latest month ended. */
  readonly year: number
  /** Every period that has ended, oldest first. */
  ended(frequency: Frequency): Period[]
  /** The same and the rest of the latest year, for targets. */
  planned(frequency: Frequency): Period[]
  starts(period: Period): IsoDate
  ends(period: Period): IsoDate
  daysAgo(days: number): IsoDate
  daysAhead(days: number): IsoDate
  monthsAgo(months: number): IsoDate
  /** Days after a period ended, counted so that its figure is due so many days from today. */
  lagFor(period: Period, daysFromToday: number): number
  /** A moment of a working day; what has happened never lies after today. */
  moment(date: IsoDate, hour?: number): Date
}

const YEARS = 5
const DAYS_IN_MONTH = 30.4

export function timelineTo(today: IsoDate): Timeline {
  const calendar = { yearStart: 4 }
  const { year } = lastPeriodEnded(today, 'month', calendar)
  const first = (frequency: Frequency): Period => ({ frequency, year: year - YEARS, number: 1 })

  return {
    today,
    calendar,
    year,
    ended: frequency =>
      periodsBetween(first(frequency), lastPeriodEnded(today, frequency, calendar)),
    planned: frequency =>
      periodsBetween(first(frequency), { frequency, year, number: periodsInYear(frequency) }),
    starts: period => periodStarts(period, calendar),
    ends: period => periodEnds(period, calendar),
    daysAgo: days => addDays(today, -days),
    daysAhead: days => addDays(today, days),
    monthsAgo: months => addDays(today, -Math.round(months * DAYS_IN_MONTH)),
    lagFor: (period, daysFromToday) =>
      daysBetween(periodEnds(period, calendar), today) + daysFromToday,
    moment: (date, hour = 10) =>
      new Date(`${date > today ? today : date}T${String(hour).padStart(2, '0')}:00:00Z`),
  }
}
