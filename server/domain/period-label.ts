import { monthName } from './calendar'
import {
  type Calendar,
  type Frequency,
  FREQUENCIES,
  monthsIn,
  type Period,
  PERIOD_NOUNS,
  periodAt,
  startMonth,
} from './period'
import {
  type Found,
  readDate,
  readMonth,
  readMonthRange,
  readSeveral,
  readYear,
  readYearPart,
} from './period-label-styles'

export type PeriodReading = { readonly period: Period } | { readonly refused: string }

/**
 * The period a label in a file means, where it can mean only one: '2006/07 Q1', 'Qtr 1 2006-07',
 * '2012 Q1' (a calendar quarter), '2010-11', 'Jan 2024', 'Apr-Jun 2024'… With a frequency, the
 * measure's own: it settles '2007-11' (a month, or five years together) and days, and refuses
 * periods of another length. Anything else is refused with a sentence that says what and why.
 */
export function readPeriodLabel(
  text: string,
  calendar: Calendar,
  frequency?: Frequency,
): PeriodReading {
  const written = text.trim()
  const label = plain(written)
  if (label === '') {
    return { refused: 'The period is blank.' }
  }

  const found = find(label, calendar, frequency)
  if (found === undefined) {
    return {
      refused: `“${written}” is not a period in a form we know; write 2006/07 Q1, 2006/07 or Jan 2007.`,
    }
  } else if ('why' in found) {
    return { refused: `“${written}” ${found.why}` }
  } else {
    return settle(written, found, calendar, frequency)
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\b(to|until|till)\b/g, '-')
    .replace(/[\s,]+/g, ' ')
    .trim()
}

function find(label: string, calendar: Calendar, frequency?: Frequency): Found | undefined {
  return (
    readDate(label, frequency) ??
    readSeveral(label) ??
    readMonthRange(label) ??
    readMonth(label) ??
    readYearPart(label, calendar) ??
    readYear(label, calendar, frequency)
  )
}

/** A stretch of months is a period when one of the area's own begins and ends with it. */
function settle(
  written: string,
  { month, months }: { month: number; months: number },
  calendar: Calendar,
  wanted?: Frequency,
): PeriodReading {
  const frequency = FREQUENCIES.find(each => monthsIn(each) === months)
  const period = frequency && periodAt(month, frequency, calendar)

  if (!period || !frequency) {
    return {
      refused: `“${written}” is ${months} months, which is no month, quarter, half or year.`,
    }
  } else if (startMonth(period, calendar) !== month) {
    return { refused: `“${written}” is ${spanOf(month, months)}, ${misfit(frequency, calendar)}.` }
  } else if (wanted !== undefined && wanted !== frequency) {
    return {
      refused: `“${written}” is a ${PERIOD_NOUNS[frequency]}; this measure is reported each ${PERIOD_NOUNS[wanted]}.`,
    }
  } else {
    return { period }
  }
}

function spanOf(month: number, months: number): string {
  return `${monthName(month)} to ${monthName(month + months - 1)}`
}

function misfit(frequency: Frequency, calendar: Calendar): string {
  const begins = monthName(calendar.yearStart - 1).split(' ')[0]
  return `which is not one of this area’s ${PERIOD_NOUNS[frequency]}s: its year begins in ${begins}`
}
