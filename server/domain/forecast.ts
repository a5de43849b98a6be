import { tidy } from './number'
import type { Polarity } from './polarity'
import { FIGURES_FOR_RANGE, smoothedAhead } from './forecast-yardsticks'

/** Under this many scored forecasts counts are shown, not rates. */
export const FORECASTS_FOR_RATES = 8

/** A forecast frozen with its return, and the figure that came. All in the measure's unit. */
export interface ScoredForecast {
  value: number
  low: number | null
  high: number | null
  actual: number
  /** What "no change" would have said: last period, or the same period last year where seasonal. */
  naive: number | null
  /** ISO dates; a forecast made after its period closed is hindsight and is not scored. */
  madeOn: string
  closedOn: string
}

export interface TrackRecordOptions {
  polarity: Polarity
  /** Figures in date order from before the first forecast, null where missing. */
  history: readonly (number | null)[]
  /** Periods in a year where the measure is seasonal, otherwise 1. */
  season: number
}

/** Which way the forecasts lean: by polarity where there is one. `even` leans neither way. */
export type Lean = 'over-optimistic' | 'over-cautious' | 'too-high' | 'too-low' | 'even'

export interface TrackRecord {
  scored: number
  /** Mean of forecast − actual. */
  meanError: number | null
  lean: Lean
  /** How many of the scored forecasts erred the way they lean. */
  leaning: number
  meanAbsoluteError: number | null
  /** MAE over the mean change the measure usually makes; null without history or when it never moved. */
  scaledError: number | null
  ranged: number
  inside: number
  /** Share inside the range given; null until there are enough to speak of rates. */
  coverage: number | null
  /** 1 − MAE ÷ MAE of no change: above 0 is better than assuming no change. */
  skill: number | null
}

/** How good past forecasts were (method.md 4). Forecasts made after their period closed are left out. */
export function trackRecord(
  forecasts: readonly ScoredForecast[],
  options: TrackRecordOptions,
): TrackRecord {
  const scored = forecasts.filter(forecast => forecast.madeOn <= forecast.closedOn)
  const errors = scored.map(({ value, actual }) => difference(value, actual))
  const ranged = scored.filter(({ low, high }) => low !== null && high !== null)
  const inside = ranged.filter(isInside).length
  const meanAbsoluteError = meanOf(errors.map(Math.abs))

  return {
    scored: scored.length,
    meanError: meanOf(errors),
    ...leanOf(errors, options.polarity),
    meanAbsoluteError,
    scaledError: shareOf(meanAbsoluteError, usualChange(options.history, options.season)),
    ranged: ranged.length,
    inside,
    coverage: ranged.length < FORECASTS_FOR_RATES ? null : inside / ranged.length,
    skill: skillOf(scored),
  }
}

/** Mean |y_i − y_(i−m)|, the scale of MASE; null when no two figures are m apart or none moved. */
export function usualChange(history: readonly (number | null)[], lag: number): number | null {
  const changes: number[] = []
  for (let at = lag; at < history.length; at++) {
    const now = history[at]
    const before = history[at - lag]
    if (typeof now === 'number' && typeof before === 'number') changes.push(Math.abs(now - before))
  }
  const mean = meanOf(changes)
  return mean === 0 ? null : mean
}

export interface RangeRecord {
  tested: number
  held: number
}

/** What the 80% range did: each figure against the range made from the figures before it. */
export function rangeRecord(values: readonly (number | null)[]): RangeRecord {
  let tested = 0
  let held = 0
  let known = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (value === null) continue
    if (known >= FIGURES_FOR_RANGE) {
      const [next] = smoothedAhead(values.slice(0, at), { horizon: 1, season: 1 })!
      tested++
      if (isInside({ low: next!.lower, high: next!.upper, actual: value })) held++
    }
    known++
  }
  return { tested, held }
}

function isInside({ low, high, actual }: Pick<ScoredForecast, 'low' | 'high' | 'actual'>): boolean {
  return difference(actual, low!) >= 0 && difference(high!, actual) >= 0
}

function leanOf(errors: readonly number[], polarity: Polarity): { lean: Lean; leaning: number } {
  const high = errors.filter(error => error > 0).length
  const low = errors.filter(error => error < 0).length
  const total = tidy(errors.reduce((sum, error) => sum + error, 0))

  if (high > low && total > 0) {
    return { lean: leanNamed(true, polarity), leaning: high }
  } else if (low > high && total < 0) {
    return { lean: leanNamed(false, polarity), leaning: low }
  } else {
    return { lean: 'even', leaning: 0 }
  }
}

function leanNamed(isHigh: boolean, polarity: Polarity): Lean {
  if (polarity === 'higher-is-better') return isHigh ? 'over-optimistic' : 'over-cautious'
  if (polarity === 'lower-is-better') return isHigh ? 'over-cautious' : 'over-optimistic'
  return isHigh ? 'too-high' : 'too-low'
}

/** Both sides are scored on the same periods: those for which no change had something to say. */
function skillOf(scored: readonly ScoredForecast[]): number | null {
  const both = scored.filter(({ naive }) => naive !== null)
  const ours = meanOf(both.map(({ value, actual }) => Math.abs(difference(value, actual))))
  const theirs = meanOf(both.map(({ naive, actual }) => Math.abs(difference(naive!, actual))))
  const share = shareOf(ours, theirs)
  return share === null ? null : 1 - share
}

/** Equal figures differ by nothing at all, whatever arithmetic made them. */
function difference(one: number, other: number): number {
  return tidy(tidy(one) - tidy(other))
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
