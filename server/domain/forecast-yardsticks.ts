import { bestSmoothing, smooth } from './forecast-smoothing'

/** Under this many figures only "same as last time" is offered, and no range. */
export const FIGURES_FOR_RANGE = 8

/** A seasonal yardstick needs this many whole years. */
const YEARS_FOR_SEASON = 3

/** Standard normal deviate that leaves 10% on each side. */
const Z80 = 1.2815515655446004

/** One period ahead: what to expect and the 80% range around it, in the measure's unit. */
export interface Expected {
  value: number
  lower: number | null
  upper: number | null
}

export interface Yardsticks {
  /** Same as last period. */
  naive: Expected[] | null
  /** Same as the same period last year. */
  seasonal: Expected[] | null
  /** Simple exponential smoothing: a level that learns from each figure. */
  smoothed: Expected[] | null
}

export interface Ahead {
  /** Periods ahead to look. */
  horizon: number
  /** Periods in a year: 4 for quarters, 12 for months, 1 for years. */
  season: number
}

/**
 * What a machine would expect, as a yardstick for what people forecast (method.md 4). Values in date
 * order, null where missing. Seasonal from three years of figures on, ranges from 8 figures on.
 * Throws RangeError when horizon or season is not a whole number above 0.
 */
export function yardsticks(values: readonly (number | null)[], ahead: Ahead): Yardsticks {
  const count = values.filter(value => value !== null).length
  const ranged = count >= FIGURES_FOR_RANGE
  const seasonal = ranged && ahead.season > 1 && count >= YEARS_FOR_SEASON * ahead.season
  const naive = sameAsLast(values, ahead)

  return {
    naive: ranged || naive === null ? naive : naive.map(withoutRange),
    seasonal: seasonal ? sameAsLastYear(values, ahead) : null,
    smoothed: ranged ? smoothedAhead(values, ahead) : null,
  }
}

/** Same as the latest figure; null when there is none. As R's `forecast::naive`, without the rule of 8. */
export function sameAsLast(
  values: readonly (number | null)[],
  { horizon }: Ahead,
): Expected[] | null {
  const value = values.findLast(figure => figure !== null)
  if (value === undefined || value === null) return null

  const spread = typicalStep(values, 1)
  return stepsTo(horizon).map(step => ranged(value, spread && spread * Math.sqrt(step)))
}

/** Same as the same period last year; null where that is missing. As R's `forecast::snaive`. */
export function sameAsLastYear(
  values: readonly (number | null)[],
  { horizon, season }: Ahead,
): Expected[] | null {
  requireWhole(season, 'A season')
  const spread = typicalStep(values, season)
  const expected: Expected[] = []
  for (const step of stepsTo(horizon)) {
    const yearsOn = Math.ceil(step / season)
    const value = values[values.length - 1 + step - yearsOn * season] ?? null
    if (value === null) return null
    expected.push(ranged(value, spread && spread * Math.sqrt(yearsOn)))
  }
  return expected
}

/**
 * Simple exponential smoothing with the weight that fits best; var_h = s²(1 + (h − 1)α²), where
 * s² = SSE ÷ (n − 2). Null under 3 figures.
 */
export function smoothedAhead(
  values: readonly (number | null)[],
  { horizon }: Ahead,
): Expected[] | null {
  const alpha = bestSmoothing(values)
  return alpha === null ? null : smoothedWith(values, alpha, horizon)
}

/** The same with a given weight (0 to 1). */
export function smoothedWith(
  values: readonly (number | null)[],
  alpha: number,
  horizon: number,
): Expected[] {
  const { level, squares, count } = smooth(values, alpha)
  const variance = squares / (count - 2)
  return stepsTo(horizon).map(step =>
    ranged(level, Math.sqrt(variance * (1 + (step - 1) * alpha * alpha))),
  )
}

/** For the picture only: a percentage is shown no lower than 0 and no higher than 100. */
export function clippedToPercentage({ value, lower, upper }: Expected): Expected {
  return {
    value: clipped(value),
    lower: lower === null ? null : clipped(lower),
    upper: upper === null ? null : clipped(upper),
  }
}

/** Root mean square of the change over so many periods; null when no two figures are that far apart. */
function typicalStep(values: readonly (number | null)[], lag: number): number | null {
  let squares = 0
  let count = 0
  for (let at = lag; at < values.length; at++) {
    const now = values[at]
    const before = values[at - lag]
    if (typeof now === 'number' && typeof before === 'number') {
      squares += (now - before) ** 2
      count++
    }
  }
  return count === 0 ? null : Math.sqrt(squares / count)
}

function ranged(value: number, spread: number | null): Expected {
  return spread === null
    ? { value, lower: null, upper: null }
    : { value, lower: value - Z80 * spread, upper: value + Z80 * spread }
}

function withoutRange({ value }: Expected): Expected {
  return { value, lower: null, upper: null }
}

function stepsTo(horizon: number): number[] {
  requireWhole(horizon, 'A horizon')
  return Array.from({ length: horizon }, (_, at) => at + 1)
}

function requireWhole(number: number, what: string): void {
  if (!(Number.isInteger(number) && number > 0)) {
    throw new RangeError(`${what} is a whole number of periods above 0, not ${number}.`)
  }
}

function clipped(value: number): number {
  return Math.min(100, Math.max(0, value))
}
