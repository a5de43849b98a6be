export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A date that exists (2026-02-29 does not) in a year that somebody could mean. */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    isSensibleYear(Number(text.slice(0, 4))) &&
    dayOf(text) === text
  )
}

/** Figures, targets and plans lie within living memory and its like ahead. */
export function isSensibleYear(year: number): boolean {
  return year >= 1900 && year <= 2199
}

/** Dates here are 'YYYY-MM-DD'. Months are counted from January of the year 0, so that a month is one number. */
export function monthIndexOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** The first day of a counted month. */
export function firstDayOf(monthIndex: number): string {
  return `${yearText(monthIndex)}-${twoDigits((monthIndex % 12) + 1)}-01`
}

/** The last day of a counted month. */
export function lastDayOf(monthIndex: number): string {
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex % 12
  const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${yearText(monthIndex)}-${twoDigits(month + 1)}-${LENGTHS[month]! + (leap ? 1 : 0)}`
}

/** A counted month in words: 'September 2026'. */
export function monthName(monthIndex: number): string {
  return `${MONTH_NAMES[monthIndex % 12]!} ${Math.floor(monthIndex / 12)}`
}

/** The last two digits of a number, as years are shortened: 2007 → '07'. */
export function twoDigits(value: number): string {
  const last = value % 100
  return last < 10 ? `0${last}` : `${last}`
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function yearText(monthIndex: number): string {
  return String(Math.floor(monthIndex / 12)).padStart(4, '0')
}

function dayOf(text: string): string | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}
