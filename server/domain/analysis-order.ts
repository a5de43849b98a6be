import { readPeriodLabel } from './period-label'
import { type Calendar, PERIOD_NOUNS, startMonth } from './period'

/** Years of an English council; only the order of periods comes from it. */
const APRIL: Calendar = { yearStart: 4 }

/** Dates, months and years written big end first sort as text. */
const SORTS_AS_TEXT = /^\d{4}(-\d\d){0,2}$/

export interface Ordered {
  labels: string[]
  values: (number | null)[]
  /** What one period is called, where all are of one length. */
  period: string | undefined
}

/** Puts points in date order where every period can be read; otherwise they stay as they came. */
export function inDateOrder(
  labels: readonly string[],
  values: readonly (number | null)[],
): Ordered {
  const { keys, period } = keysOf(labels)
  const order = labels.map((_, at) => at)
  if (keys) order.sort((a, b) => compare(keys[a]!, keys[b]!))
  return { labels: order.map(at => labels[at]!), values: order.map(at => values[at]!), period }
}

interface Keys {
  keys: readonly (string | number)[] | undefined
  period: string | undefined
}

function keysOf(labels: readonly string[]): Keys {
  const [first = ''] = labels
  if (labels.every(label => SORTS_AS_TEXT.test(label) && label.length === first.length)) {
    return { keys: labels, period: undefined }
  }

  const readings = labels.map(label => readPeriodLabel(label, APRIL))
  const periods = readings.flatMap(reading => ('period' in reading ? [reading.period] : []))
  const [one] = periods
  const isEven = periods.every(({ frequency }) => frequency === one?.frequency)
  return one !== undefined && isEven && periods.length === labels.length
    ? {
        keys: periods.map(period => startMonth(period, APRIL)),
        period: PERIOD_NOUNS[one.frequency],
      }
    : { keys: undefined, period: undefined }
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
