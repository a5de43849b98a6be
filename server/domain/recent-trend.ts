import type { Polarity } from './polarity'

/** The latest so many points are looked at. */
const POINTS = 5

/** A chi-squared value with one degree of freedom is beyond this 2 times in 1,000 by chance. */
const CHI_SQUARED_99_8 = 9.54953570608324

/** A 95% interval is this many standard errors wide, as OHID rounds it. */
const INTERVAL_WIDTH = 3.92

type RecentTrend =
  | 'cannot-be-calculated'
  | 'no-change'
  | 'increasing'
  | 'decreasing'
  | 'increasing-and-getting-better'
  | 'increasing-and-getting-worse'
  | 'decreasing-and-getting-better'
  | 'decreasing-and-getting-worse'

/** Other kinds of figure (indirectly standardised, averages, scores) have no recent trend. */
export type TrendKind = 'proportion' | 'crude-rate' | 'directly-standardised-rate' | 'other'

export interface TrendPoint {
  value: number | null
  count: number | null
  denominator: number | null
  /** The 95% interval of the value, in its unit. */
  lower: number | null
  upper: number | null
}

export interface TrendResult {
  trend: RecentTrend
  /** Change in the value's unit from one point to the next; null where it cannot be fitted. */
  slope: number | null
  chiSquared: number | null
}

interface Weighed {
  time: number
  value: number
  weight: number
}

/**
 * The recent trend as OHID Fingertips reckons it (method.md 3), from points in date order, oldest
 * first: a weighted line through the last 5. A point is valid with its value, count and a denominator
 * above 0; fewer than 5 of them, or a count equal to its denominator anywhere, cannot be calculated.
 */
export function recentTrend(
  points: readonly TrendPoint[],
  { polarity, kind }: { polarity: Polarity; kind: TrendKind },
): TrendResult {
  const valid = points.filter(isValid)
  const isWhole = valid.some(point => point.count === point.denominator)
  if (kind === 'other' || valid.length < POINTS || isWhole) {
    return { trend: 'cannot-be-calculated', slope: null, chiSquared: null }
  }

  const weighed = lastWeighed(valid)
  const { slope, chiSquared } = lineThrough(weighed)
  if (slope === null || chiSquared === null) {
    return { trend: 'no-change', slope: null, chiSquared: null }
  } else if (chiSquared > CHI_SQUARED_99_8 && keepsItsSign(slope, weighed)) {
    return { trend: named(slope > 0, polarity), slope, chiSquared }
  } else {
    return { trend: 'no-change', slope, chiSquared }
  }
}

function isValid({ value, count, denominator }: TrendPoint): boolean {
  return value !== null && count !== null && denominator !== null && denominator > 0
}

/** Points without an interval have no weight, so nothing can be shown by them. */
function lastWeighed(valid: readonly TrendPoint[]): Weighed[] {
  return valid
    .filter(({ lower, upper }) => lower !== null && upper !== null)
    .slice(-POINTS)
    .map(({ value, lower, upper }, at) => ({
      time: at + 1,
      value: value!,
      weight: (INTERVAL_WIDTH / (upper! - lower!)) ** 2,
    }))
}

function lineThrough(points: readonly Weighed[]): {
  slope: number | null
  chiSquared: number | null
} {
  let weights = 0
  let times = 0
  let squares = 0
  let values = 0
  let products = 0
  for (const { time, value, weight } of points) {
    weights += weight
    times += weight * time
    squares += weight * time * time
    values += weight * value
    products += weight * time * value
  }
  const determinant = weights * squares - times * times
  const slope = (weights * products - times * values) / determinant
  const chiSquared = (slope * slope * determinant) / weights
  return Number.isFinite(slope) ? { slope, chiSquared } : { slope: null, chiSquared: null }
}

function keepsItsSign(slope: number, points: readonly Weighed[]): boolean {
  return points.every(left => {
    const without = lineThrough(points.filter(point => point !== left)).slope
    return without !== null && without > 0 === slope > 0 && without !== 0
  })
}

function named(isIncreasing: boolean, polarity: Polarity): RecentTrend {
  if (polarity === 'higher-is-better') {
    return isIncreasing ? 'increasing-and-getting-better' : 'decreasing-and-getting-worse'
  } else if (polarity === 'lower-is-better') {
    return isIncreasing ? 'increasing-and-getting-worse' : 'decreasing-and-getting-better'
  } else {
    return isIncreasing ? 'increasing' : 'decreasing'
  }
}
