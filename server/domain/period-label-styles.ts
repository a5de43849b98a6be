import { isDate, monthIndexOf, MONTH_NAMES } from './calendar'
import { type Calendar, type Frequency, monthsIn } from './period'

/** A stretch of whole months (counted as monthIndexOf does), or why the label is not one period. */
export type Found = { month: number; months: number } | { why: string }

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = '(\\d{4}|\\d{2})'
const PAIR = '(\\d{4}|\\d{2}) ?[/-] ?(\\d{4}|\\d{1,2})'
const PART =
  '(?:(q|qtr|quarter|h|half|half[ -]year)\\.? ?(\\d)|(\\d)(?:st|nd|rd|th) (quarter|half))'
const BETWEEN = '[ -]*'

const FINANCIAL = /^(?:financial year|fin\.? year|fy|f\/y) ?/
const CALENDAR = /\b(?:calendar(?: year)?|cy) ?/

const PAIR_PART = new RegExp(`^${PAIR}${BETWEEN}${PART}$`)
const PART_PAIR = new RegExp(`^${PART}${BETWEEN}${PAIR}$`)
const YEAR_PART = new RegExp(`^(\\d{4})${BETWEEN}${PART}$`)
const PART_YEAR = new RegExp(`^${PART}${BETWEEN}(\\d{4})$`)
const PART_ALONE = new RegExp(`^${PART}$`)
const PAIR_ALONE = new RegExp(`^${PAIR}$`)
const MONTH_YEAR = new RegExp(`^${MONTH}[ -]?${YEAR}$`)
const YEAR_MONTH = new RegExp(`^(\\d{4})[ -]${MONTH}$`)
const MONTHS = new RegExp(`^${MONTH}(?:[ -]?${YEAR})? ?- ?${MONTH}[ -]?${YEAR}$`)
const ENDING = new RegExp(
  `^(?:(12 months|year|quarter|3 months|6 months)) ?(?:ending|ended|-) ?${MONTH}[ -]?${YEAR}$`,
)
const PARTS = new RegExp(`${PART}.* - .*${PART}|${PART} ?- ?${PART}`)
const YEARS = /^\d{4} ?\/ ?\d{2,4} ?- ?(?:\d{4}|\d{2}) ?\/ ?\d{2,4}$/

/** '2016-04-01', '01/04/2016': the period a day opens, which only the measure's frequency can tell. */
export function readDate(label: string, frequency?: Frequency): Found | undefined {
  const day = label.replace(/[ t]00:00(:00(\.0+)?)?z?$/, '')
  const [, dd, mm, yyyy] = /^(\d\d?)[/.](\d\d?)[/.](\d{4})$/.exec(day) ?? []
  const iso = dd === undefined ? day : `${yyyy}-${mm!.padStart(2, '0')}-${dd.padStart(2, '0')}`
  if (!isDate(iso)) return undefined

  if (frequency === undefined) {
    return { why: 'is a day, and nothing says how long a period begins on it.' }
  } else if (!iso.endsWith('-01')) {
    return { why: 'is a day on which no period starts.' }
  } else {
    return { month: monthIndexOf(iso), months: monthsIn(frequency) }
  }
}

/** '2021/22 Q1 - 2021/22 Q2', '2010/11 - 12/13': more than one period at once. */
export function readSeveral(label: string): Found | undefined {
  if (PARTS.test(label)) {
    return { why: 'adds several periods together; give each period a figure of its own.' }
  } else if (YEARS.test(label)) {
    return { why: 'puts several years together; give each year a figure of its own.' }
  } else {
    return undefined
  }
}

/** 'Apr 2023-Mar 2024', 'April - June 2006', 'year ending March 2024'. */
export function readMonthRange(label: string): Found | undefined {
  const [, length, last, lastYear] = ENDING.exec(label) ?? []
  if (length !== undefined) {
    const months = length === 'quarter' ? 3 : length === 'year' ? 12 : Number.parseInt(length, 10)
    return { month: monthAt(last!, lastYear!) - months + 1, months }
  }

  const [, from, fromYear, to, toYear] = MONTHS.exec(label) ?? []
  if (from === undefined) return undefined

  const end = monthAt(to!, toYear!)
  const start = monthAt(from, fromYear ?? toYear!)
  if (start <= end) {
    return { month: start, months: end - start + 1 }
  } else if (fromYear === undefined) {
    return { why: 'does not say in which year its first month is.' }
  } else {
    return { why: 'ends before it begins.' }
  }
}

/** 'Jan 2024', 'January 2024', 'Jan-24', '2024 Jan', '01/2024'. */
export function readMonth(label: string): Found | undefined {
  const [, name, year] = MONTH_YEAR.exec(label) ?? []
  const [, yearFirst, nameLast] = YEAR_MONTH.exec(label) ?? []
  const [, number, yearLast] = /^(\d{1,2})[/.-](\d{4})$/.exec(label) ?? []

  if (name !== undefined) {
    return { month: monthAt(name, year!), months: 1 }
  } else if (nameLast !== undefined) {
    return { month: monthAt(nameLast, yearFirst!), months: 1 }
  } else if (number !== undefined) {
    const isMonth = Number(number) >= 1 && Number(number) <= 12
    return isMonth
      ? { month: Number(yearLast) * 12 + Number(number) - 1, months: 1 }
      : { why: 'has no month between 1 and 12.' }
  } else {
    return undefined
  }
}

/** A quarter or half: of the year named by two ('2006/07 Q1'), or of a calendar year ('2012 Q1'). */
export function readYearPart(label: string, calendar: Calendar): Found | undefined {
  const isCalendar = CALENDAR.test(label)
  const text = label.replace(CALENDAR, '').replace(FINANCIAL, '').trim()
  const pairFirst = PAIR_PART.exec(text)
  const pairLast = PART_PAIR.exec(text)
  const yearFirst = YEAR_PART.exec(text)
  const yearLast = PART_YEAR.exec(text)

  if (pairFirst) {
    const [, first, second, ...part] = pairFirst
    return partOfPair(first!, second!, part, calendar)
  } else if (pairLast) {
    const [first, second] = pairLast.slice(5)
    return partOfPair(first!, second!, pairLast.slice(1, 5), calendar)
  } else if (FINANCIAL.test(label) && (yearFirst || yearLast)) {
    return { why: 'does not say which two years the financial year spans; write 2006/07.' }
  } else if (yearFirst) {
    return partOf(Number(yearFirst[1]) * 12, yearFirst.slice(2))
  } else if (yearLast && (isCalendar || calendar.yearStart === 1)) {
    return partOf(Number(yearLast[5]) * 12, yearLast.slice(1, 5))
  } else if (yearLast) {
    return { why: 'does not say whether the year is a calendar or a financial one.' }
  } else if (PART_ALONE.test(text)) {
    return { why: 'has no year.' }
  } else {
    return undefined
  }
}

/** '2010-11' is a year; '2010-14' an average over several; '2007-11' may be one, or a month. */
export function readYear(
  label: string,
  calendar: Calendar,
  frequency?: Frequency,
): Found | undefined {
  const text = label.replace(CALENDAR, '').replace(FINANCIAL, '').trim()
  const pair = PAIR_ALONE.exec(text)

  if (pair) {
    return yearOrMonth(pair[1]!, pair[2]!, calendar, frequency)
  } else if (!/^\d{4}$/.test(text)) {
    return undefined
  } else if (FINANCIAL.test(label)) {
    return { why: 'does not say which two years the financial year spans; write 2006/07.' }
  } else if (calendar.yearStart === 1) {
    return { month: Number(text) * 12, months: 12 }
  } else {
    return {
      why: `is a calendar year, January to December; this area’s year is written ${text}/${String(Number(text) + 1).slice(-2)}.`,
    }
  }
}

function yearOrMonth(
  first: string,
  second: string,
  calendar: Calendar,
  frequency?: Frequency,
): Found {
  const year = fullYear(first)
  const span = endYear(year, second) - year
  const number = Number(second)
  const couldBeMonth = first.length === 4 && second.length === 2 && number >= 1 && number <= 12
  const isShort = first.length === 2 && Number(first) <= 12 && frequency !== 'year'

  if (couldBeMonth && (frequency === 'month' || span < 1)) {
    return { month: year * 12 + number - 1, months: 1 }
  } else if (isShort) {
    return { why: 'may be a year or a month; write the year in full.' }
  } else if (span === 1 && calendar.yearStart !== 1) {
    return yearFrom(year, calendar)
  } else if (couldBeMonth && frequency !== 'year') {
    return { why: 'may be a month or several years together; write the month as Jan 2007.' }
  } else if (span === 1) {
    return { why: 'runs over two calendar years; this area’s year is a calendar year.' }
  } else if (span > 1) {
    return { why: `puts ${span + 1} years together, which is not one period.` }
  } else {
    return { why: 'ends before it begins.' }
  }
}

function partOfPair(
  first: string,
  second: string,
  part: readonly (string | undefined)[],
  calendar: Calendar,
): Found {
  const year = fullYear(first)

  if (endYear(year, second) !== year + 1) {
    return { why: 'names two years that do not follow one another.' }
  } else if (calendar.yearStart === 1) {
    return { why: 'runs over two calendar years; this area’s year is a calendar year.' }
  } else {
    return partOf(year * 12 + calendar.yearStart - 1, part)
  }
}

function partOf(yearBegins: number, part: readonly (string | undefined)[]): Found {
  const [letter, digit, place, word] = part
  const months = (letter ?? word ?? '').startsWith('q') ? 3 : 6
  const number = Number(digit ?? place)

  if (number >= 1 && number <= 12 / months) {
    return { month: yearBegins + (number - 1) * months, months }
  } else {
    return {
      why: `has no such ${months === 3 ? 'quarter: they run from 1 to 4' : 'half: there are 1 and 2'}.`,
    }
  }
}

function yearFrom(year: number, calendar: Calendar): Found {
  return { month: year * 12 + calendar.yearStart - 1, months: 12 }
}

function monthAt(name: string, year: string): number {
  const month = MONTH_NAMES.findIndex(each => each.toLowerCase().startsWith(name.slice(0, 3)))
  return fullYear(year) * 12 + month
}

/** Two digits are read as the years 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 4 ? year : year + (year < 70 ? 2000 : 1900)
}

/** '2006/07', '2006/7' and '1999/00': the second year in full, by the century of the first. */
function endYear(first: number, text: string): number {
  if (text.length === 4) return Number(text)

  const scale = 10 ** text.length
  const sameScale = Math.floor(first / scale) * scale + Number(text)
  const isNextScale = first % scale === scale - 1 && Number(text) === 0
  return isNextScale ? sameScale + scale : sameScale
}
