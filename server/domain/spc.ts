import type { Polarity } from './polarity'
import type { Preset } from './preset'
import type { Target } from './target'
import { dustOf, flagsOf, type Flagged, type Rules } from './spc-rules'
import type { Stretch } from './spc-limits'

export type Flag = 'outside' | 'trend' | 'two-in-three' | 'shift'
export type Meaning = 'improvement' | 'concern' | 'high' | 'low'
export type Assurance = 'pass' | 'fail' | 'hit-and-miss'

/** Limits are drawn from this many points on. */
export const POINTS_TO_DRAW = 8
/** Limits from fewer points than this are trial limits. */
export const POINTS_TO_TRUST = 13
/** Fixed limits need at least this many points behind them. */
const POINTS_TO_FIX = 12

const RUN_LENGTH = 7
const FLAGS: readonly (Flag | null)[] = [null, 'outside', 'trend', 'two-in-three', 'shift']

export interface XmrOptions {
  polarity?: Polarity
  target?: Target | null
  preset?: Preset
  /** Indices into the values at which a new group starts; one that names no point is left out. */
  rebase?: readonly number[]
  /** Limits from the first so many points of each group, 12 or more. */
  fixAfter?: number
  /** Leave extreme moving ranges out of the average; by default as the preset has it. */
  screening?: boolean
  /** Points that make a trend or a shift; 7 unless told. */
  runLength?: number
}

/** One stretch between two breaks; `from` and `to` are indices into the values, both included. */
export interface XmrGroup {
  from: number
  to: number
  points: number
  mean: number | null
  lower: number | null
  upper: number | null
}

export interface XmrPoint {
  value: number | null
  flag: Flag | null
  meaning: Meaning | null
}

/** What one series says now: the latest point, and the limits of the last group that has points. */
export interface Signal {
  mean: number | null
  lower: number | null
  upper: number | null
  /** Whether the limits may be shown: 8 points or more in the last group, not all the same. */
  drawn: boolean
  /** Fewer than 13 points in the last group, whether drawn or not. */
  trial: boolean
  /** Null is ordinary variation. */
  variation: Meaning | null
  flag: Flag | null
  assurance: Assurance | null
}

export interface Xmr extends Signal {
  groups: XmrGroup[]
  points: XmrPoint[]
}

/**
 * The XmR chart of one series: values in date order, in the measure's unit, null where missing.
 * As NHSRplotthedots 0.2.2 with the changes marked in method.md 1. The calculation is given however
 * short the series; pages look at `drawn` before they show limits, variation or assurance.
 * Throws RangeError when a value is not finite, or `fixAfter` is under 12, or `runLength` under 2.
 */
export function xmr(values: readonly (number | null)[], options: XmrOptions): Xmr {
  const work = flagsOf(values, rulesOf(options))
  const signal = signalFrom(work, options)

  return {
    mean: signal.mean,
    lower: signal.lower,
    upper: signal.upper,
    drawn: signal.drawn,
    trial: signal.trial,
    variation: signal.variation,
    flag: signal.flag,
    assurance: signal.assurance,
    groups: work.stretches.map(groupOf),
    points: pointsOf(values, work, options.polarity),
  }
}

/** The same calculation as `xmr` without its points and groups, for lists of many series. */
export function signalOf(values: readonly (number | null)[], options: XmrOptions): Signal {
  return signalFrom(flagsOf(values, rulesOf(options)), options)
}

function rulesOf(options: XmrOptions): Rules {
  const countsEveryFarPoint = options.preset === 'making-data-count'
  const { fixAfter = Number.POSITIVE_INFINITY, runLength = RUN_LENGTH } = options
  if (!(fixAfter >= POINTS_TO_FIX)) {
    throw new RangeError(`Limits can be fixed after ${POINTS_TO_FIX} points or more, not fewer.`)
  }
  if (!(Number.isInteger(runLength) && runLength >= 2)) {
    throw new RangeError('A run is 2 points or more, and a whole number of them.')
  }
  return {
    runLength,
    fixAfter: Math.floor(fixAfter),
    screening: options.screening ?? !countsEveryFarPoint,
    outsideIsNear: countsEveryFarPoint,
    rebase: options.rebase ?? [],
  }
}

function signalFrom(work: Flagged, { polarity, target }: XmrOptions): Signal {
  const last = lastStretch(work.stretches)
  const { mean, lower, upper } = last
  const points = last.end - last.first
  const latest = work.count - 1

  return {
    mean: numberOrNull(mean),
    lower: numberOrNull(lower),
    upper: numberOrNull(upper),
    drawn: points >= POINTS_TO_DRAW && upper >= lower && !last.constant,
    trial: points < POINTS_TO_TRUST,
    variation: latest < 0 ? null : meaningAt(work, latest, polarity),
    flag: latest < 0 ? null : FLAGS[work.flag[latest]!]!,
    assurance: assuranceOf(lower, upper, target ?? null, polarity),
  }
}

/** A break after the latest figure has no points to judge by yet. */
function lastStretch(stretches: readonly Stretch[]): Stretch {
  return stretches.findLast(stretch => stretch.end > stretch.first) ?? stretches.at(-1)!
}

/** The target against the limits: beyond them on the good side it is always met, on the bad never. */
function assuranceOf(
  lower: number,
  upper: number,
  target: Target | null,
  polarity: Polarity | undefined,
): Assurance | null {
  if (target === null || polarity === undefined || polarity === 'context-only') return null

  const dust = dustOf(lower, upper)
  if (polarity === 'range-is-better') {
    if (target.low === null && target.high === null) return null
    const low = target.low ?? Number.NEGATIVE_INFINITY
    const high = target.high ?? Number.POSITIVE_INFINITY
    if (lower > low + dust && upper < high - dust) return 'pass'
    return upper < low - dust || lower > high + dust ? 'fail' : 'hit-and-miss'
  } else {
    if (target.value === null) return null
    const isAbove = target.value > upper + dust
    const isBelow = target.value < lower - dust
    if (!isAbove && !isBelow) return 'hit-and-miss'
    return isBelow === (polarity === 'higher-is-better') ? 'pass' : 'fail'
  }
}

function groupOf({ from, to, first, end, mean, lower, upper }: Stretch): XmrGroup {
  return {
    from,
    to,
    points: end - first,
    mean: numberOrNull(mean),
    lower: numberOrNull(lower),
    upper: numberOrNull(upper),
  }
}

function pointsOf(
  values: readonly (number | null)[],
  work: Flagged,
  polarity: Polarity | undefined,
): XmrPoint[] {
  const { count, index, flag } = work
  const points = new Array<XmrPoint>(values.length)
  let next = 0
  for (let at = 0; at < values.length; at++) {
    if (next === count || index[next] !== at) {
      points[at] = { value: null, flag: null, meaning: null }
    } else {
      const meaning = flag[next] === 0 ? null : meaningAt(work, next, polarity)
      points[at] = { value: values[at]!, flag: FLAGS[flag[next]!]!, meaning }
      next++
    }
  }
  return points
}

function meaningAt(work: Flagged, at: number, polarity: Polarity | undefined): Meaning | null {
  if (work.flag[at] === 0) return null

  const isUp = work.direction[at]! > 0
  if (polarity === 'higher-is-better') return isUp ? 'improvement' : 'concern'
  if (polarity === 'lower-is-better') return isUp ? 'concern' : 'improvement'
  return isUp ? 'high' : 'low'
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
