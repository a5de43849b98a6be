import { firstDayOf, lastDayOf, monthIndexOf, monthName, MONTH_NAMES, twoDigits } from './calendar'

/** How one area counts its years. */
export interface Calendar {
  /** The month, 1 to 12, in which the area's year begins; 4 is April. */
  readonly yearStart: number
}

/** A day, written 'YYYY-MM-DD', so that days sort as text. */
export type IsoDate = string

export const FREQUENCIES = ['month', 'quarter', 'half', 'year'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What one period of each frequency is called in a sentence. */
export const PERIOD_NOUNS: Record<Frequency, string> = {
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
}

/** A stretch of an area's year. */
export interface Period {
  readonly frequency: Frequency
  /** The year in which the area's year starts: 2026 is 2026/27 where years begin in April. */
  readonly year: number
  /** 1 to 12, 1 to 4, 1 to 2 or 1, counted from the start of the area's year. */
  readonly number: number
}

const MONTHS_IN: Record<Frequency, number> = { month: 1, quarter: 3, half: 6, year: 12 }

const ADDRESS = /^(\d{4})(?:-(\d\d))?(?:-([qh])(\d))?$/

/**
 * The period an address names ('2026-27-q2', '2026-27-h1', '2026-27', '2026-09'; in an area whose
 * year begins in January '2026-q2', '2026-h1', '2026'), or undefined. '2009-10' is a year unless
 * months are asked for. With a frequency, only a period of that frequency.
 */
export function parsePeriod(
  slug: string,
  calendar: Calendar,
  frequency?: Frequency,
): Period | undefined {
  const [, first, second, letter, digit] = ADDRESS.exec(slug) ?? []
  if (first === undefined) return undefined

  const year = Number(first)
  const suffix = calendar.yearStart === 1 ? undefined : twoDigits(year + 1)
  const candidates: Period[] = []
  if (second === suffix) {
    const named = letter === 'q' ? 'quarter' : letter === 'h' ? 'half' : 'year'
    candidates.push({ frequency: named, year, number: Number(digit ?? 1) })
  }
  if (second !== undefined && letter === undefined && Number(second) >= 1 && Number(second) <= 12) {
    candidates.push(periodAt(year * 12 + Number(second) - 1, 'month', calendar))
  }
  return candidates.find(
    period =>
      (frequency === undefined || period.frequency === frequency) &&
      period.number >= 1 &&
      period.number <= periodsInYear(period.frequency),
  )
}

/** The period as it stands in an address: '2026-27-q2'; months by their calendar name, '2026-09'. */
export function periodSlug(period: Period, calendar: Calendar): string {
  const year =
    calendar.yearStart === 1 ? `${period.year}` : `${period.year}-${twoDigits(period.year + 1)}`

  switch (period.frequency) {
    case 'month':
      return periodStarts(period, calendar).slice(0, 7)
    case 'quarter':
      return `${year}-q${period.number}`
    case 'half':
      return `${year}-h${period.number}`
    case 'year':
      return year
  }
}

/** The period as councils write it: '2026/27 Q2', '2026/27 H1', '2026/27', 'September 2026'. */
export function periodLabel(period: Period, calendar: Calendar): string {
  const year =
    calendar.yearStart === 1 ? `${period.year}` : `${period.year}/${twoDigits(period.year + 1)}`

  switch (period.frequency) {
    case 'month':
      return monthName(startMonth(period, calendar))
    case 'quarter':
      return `${year} Q${period.number}`
    case 'half':
      return `${year} H${period.number}`
    case 'year':
      return year
  }
}

/** The period where room is short, as under a chart: 'Q2 26/27', 'H1 26/27', '26/27', 'Sep 26'. */
export function shortPeriodLabel(period: Period, calendar: Calendar): string {
  const year =
    calendar.yearStart === 1
      ? `${period.year}`
      : `${twoDigits(period.year)}/${twoDigits(period.year + 1)}`

  switch (period.frequency) {
    case 'month': {
      const month = startMonth(period, calendar)
      return `${MONTH_NAMES[month % 12]!.slice(0, 3)} ${twoDigits(Math.floor(month / 12))}`
    }
    case 'quarter':
      return `Q${period.number} ${year}`
    case 'half':
      return `H${period.number} ${year}`
    case 'year':
      return year
  }
}

/** The first day of the period. */
export function periodStarts(period: Period, calendar: Calendar): IsoDate {
  return firstDayOf(startMonth(period, calendar))
}

/** The last day of the period. */
export function periodEnds(period: Period, calendar: Calendar): IsoDate {
  return lastDayOf(startMonth(period, calendar) + MONTHS_IN[period.frequency] - 1)
}

/** The period that contains a day. */
export function periodOf(date: IsoDate, frequency: Frequency, calendar: Calendar): Period {
  return periodAt(monthIndexOf(date), frequency, calendar)
}

/**
 * The period that starts on a day, as the database keeps periods.
 * Throws a RangeError where none does.
 */
export function periodStarting(date: IsoDate, frequency: Frequency, calendar: Calendar): Period {
  const period = periodOf(date, frequency, calendar)
  if (periodStarts(period, calendar) === date) {
    return period
  } else {
    throw new RangeError(`No ${PERIOD_NOUNS[frequency]} starts on ${date}`)
  }
}

/** The period so many of its kind later (earlier, when negative). */
export function shiftPeriod({ frequency, year, number }: Period, by: number): Period {
  const inYear = periodsInYear(frequency)
  const count = year * inYear + number - 1 + by
  return { frequency, year: Math.floor(count / inYear), number: (count % inYear) + 1 }
}

export const previousPeriod = (period: Period) => shiftPeriod(period, -1)
export const nextPeriod = (period: Period) => shiftPeriod(period, 1)

/** The same period a year earlier. */
export function sameLastYear(period: Period): Period {
  return { ...period, year: period.year - 1 }
}

/** Negative when a comes first: by start, then the shorter period first; 0 for the same period. */
export function comparePeriods(a: Period, b: Period): number {
  const [monthsA, monthsB] = [MONTHS_IN[a.frequency], MONTHS_IN[b.frequency]]
  const apart = a.year * 12 + (a.number - 1) * monthsA - (b.year * 12 + (b.number - 1) * monthsB)
  return apart === 0 ? monthsA - monthsB : apart
}

/** Every period of one year of the area, in order. */
export function periodsOfYear(year: number, frequency: Frequency): Period[] {
  return Array.from({ length: periodsInYear(frequency) }, (_, index) => ({
    frequency,
    year,
    number: index + 1,
  }))
}

/** Every period from the first to the last, both included; none when they are the wrong way round. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const inYear = periodsInYear(first.frequency)
  const count = (last.year - first.year) * inYear + last.number - first.number + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => shiftPeriod(first, index))
}

/** The latest period that was over before a day began. */
export function lastPeriodEnded(today: IsoDate, frequency: Frequency, calendar: Calendar): Period {
  return previousPeriod(periodOf(today, frequency, calendar))
}

/** 12, 4, 2 or 1. */
export function periodsInYear(frequency: Frequency): number {
  return 12 / MONTHS_IN[frequency]
}

/** The months in one period: 1, 3, 6 or 12. */
export function monthsIn(frequency: Frequency): number {
  return MONTHS_IN[frequency]
}

/** The period that contains a counted month (see monthIndexOf). */
export function periodAt(monthIndex: number, frequency: Frequency, calendar: Calendar): Period {
  const fromYearStart = monthIndex - (calendar.yearStart - 1)
  return {
    frequency,
    year: Math.floor(fromYearStart / 12),
    number: Math.floor((fromYearStart % 12) / MONTHS_IN[frequency]) + 1,
  }
}

/** The counted month in which the period begins (see monthIndexOf). */
export function startMonth({ frequency, year, number }: Period, calendar: Calendar): number {
  return year * 12 + calendar.yearStart - 1 + (number - 1) * MONTHS_IN[frequency]
}

/** The day so many days after another (before it, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

const DAY = 86_400_000
