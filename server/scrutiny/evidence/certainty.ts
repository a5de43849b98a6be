import { compare, type Comparison, type Interval, rate, wilson } from '../../domain/intervals'
import type { Position } from './position'
import { isSmall } from '../../domain/small-numbers'
import type { Subject } from './subject'

export interface Certain extends Interval {
  /** Against the target; null where there is none to compare with. */
  readonly comparison: Comparison | null
}

/**
 * The 95% range of the latest figure in the measure's unit: Wilson's for a share of a whole, Byar's or
 * exact Poisson for a rate. Null where the counts are not held, not of that kind, or too small to show.
 */
export function certaintyOf({ indicator }: Subject, latest: Position): Certain | null {
  const interval = intervalOf(latest, indicator.per, indicator.unit)
  if (interval === null) return null

  const value = latest.target?.value ?? null
  return {
    ...interval,
    comparison: value === null ? null : compare(interval, value, indicator.polarity),
  }
}

function intervalOf(
  { numerator, denominator }: Position,
  per: number,
  unit: string,
): Interval | null {
  if (numerator === null || denominator === null || denominator <= 0) return null
  if (numerator < 0 || isSmall(numerator) || unit.startsWith('£')) return null

  if (per === 100 && unit === '%' && numerator <= denominator) {
    const { lower, upper } = wilson(numerator, denominator, 95)
    return { lower: lower * 100, upper: upper * 100 }
  } else if (per >= 1000) {
    return rate(numerator, denominator, per, 95)
  } else {
    return null
  }
}
