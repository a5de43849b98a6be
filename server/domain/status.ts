import {
  type FigureFormat,
  formatExactly,
  formatFigure,
  formatGap,
  formatGapExactly,
} from './format'
import { round, tidy } from './number'
import type { Polarity } from './polarity'
import type { Target } from './target'

export const STATUSES = [
  'red',
  'amber',
  'green',
  'no-target',
  'not-yet-due',
  'overdue',
  'not-applicable',
  'context-only',
] as const
export type Status = (typeof STATUSES)[number]

export const STATUS_WORDS: Record<Status, string> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  'no-target': 'No target',
  'not-yet-due': 'Not yet due',
  overdue: 'Overdue',
  'not-applicable': 'Not applicable',
  'context-only': 'Context only',
}

/** How far short is still forgiven: % of the target, or an amount in the measure's unit. */
export interface Tolerance {
  readonly kind: 'relative' | 'absolute'
  readonly size: number
}

export const DEFAULT_TOLERANCE: Tolerance = { kind: 'relative', size: 5 }

export interface Yardstick {
  readonly polarity: Polarity
  readonly decimals: number
  readonly tolerance: Tolerance
  readonly target: Target | null
}

export interface Judgement {
  readonly status: 'green' | 'amber' | 'red' | 'no-target' | 'context-only'
  /** The actual as judged: rounded to the measure's decimal places. */
  readonly actual: number
  /** The value, or the end of the range, the actual was held against; rounded. */
  readonly bound: number | null
  /** Negative when short of the target, in the measure's unit. */
  readonly gap: number | null
  /** In the measure's unit. */
  readonly tolerance: number | null
  /** How many tolerances short: 1 is the edge of red, 0 on target, negative when better than it. Null where no tolerance is allowed. */
  readonly shortfallShare: number | null
}

/**
 * Holds an actual against its target. Both are rounded to the measure's decimal places first;
 * gap = actual − target where higher is better, target − actual where lower is, and 0 inside a
 * range or minus the distance outside it. Green gap ≥ 0, amber −tolerance ≤ gap < 0, red beyond:
 * bounds count to the better side. A tolerance relative to a target of 0 is 0.
 */
export function judge(actual: number, yardstick: Yardstick): Judgement {
  const { polarity, decimals, target } = yardstick
  const judged = round(actual, decimals)

  if (polarity === 'context-only') {
    return unjudged('context-only', judged)
  }
  const bound = target === null ? null : boundFor(judged, target, yardstick)
  if (bound === null) {
    return unjudged('no-target', judged)
  }

  const gap = round(gapTo(bound, judged, yardstick), decimals)
  const tolerance = toleranceIn(bound, yardstick)
  return {
    status: gap >= 0 ? 'green' : gap >= -tolerance ? 'amber' : 'red',
    actual: judged,
    bound,
    gap,
    tolerance,
    shortfallShare: tolerance === 0 ? null : tidy(-gap / tolerance),
  }
}

/** "Why is this red?": the arithmetic of a judgement in a sentence with the real numbers. */
export function arithmeticOf(
  judgement: Judgement,
  yardstick: Yardstick,
  { unit }: { unit: string },
): string {
  const { status, actual, bound, gap, tolerance } = judgement
  const format = { unit, decimals: yardstick.decimals }

  if (status === 'context-only') {
    return 'This measure gives context: neither way is better, so it is not judged.'
  }
  if (bound === null || gap === null || tolerance === null) {
    return `No target is set, so ${formatFigure(actual, format)} cannot be judged.`
  }

  const standing = `${formatFigure(actual, format)} ${positionOf(judgement, yardstick, format)}`
  switch (status) {
    case 'green':
      return `${standing}, so it is green.`
    case 'amber':
      return `${standing}. ${allowanceOf(tolerance, yardstick, format)}, so it is amber.`
    default:
      return `${standing}. ${allowanceOf(tolerance, yardstick, format)}, so ${edgeOf(judgement, format)} is red.`
  }
}

/** The target in words: '80.0%', or '4.0% to 6.0%' for a range; a dash where there is none. */
export function formatTarget(target: Target | null, format: FigureFormat): string {
  if (target === null) return formatFigure(null, format)

  const { value, low, high } = target
  if (low !== null && high !== null) {
    return `${formatFigure(low, format)} to ${formatFigure(high, format)}`
  } else if (low !== null) {
    return `at least ${formatFigure(low, format)}`
  } else if (high !== null) {
    return `at most ${formatFigure(high, format)}`
  } else {
    return formatFigure(value, format)
  }
}

function unjudged(status: 'no-target' | 'context-only', actual: number): Judgement {
  return { status, actual, bound: null, gap: null, tolerance: null, shortfallShare: null }
}

/** What an actual is held against: the value, or the end of the range it is beyond, else the nearer. */
function boundFor(actual: number, target: Target, { polarity, decimals }: Yardstick) {
  if (polarity !== 'range-is-better') return rounded(target.value, decimals)

  const { low, high } = endsOf(target, decimals)
  return high === null || (low !== null && actual - low < high - actual) ? low : high
}

function gapTo(bound: number, actual: number, { polarity, decimals, target }: Yardstick): number {
  if (polarity === 'higher-is-better') {
    return actual - bound
  } else if (polarity === 'lower-is-better') {
    return bound - actual
  } else {
    const { low, high } = endsOf(target!, decimals)
    const inside = (low === null || actual >= low) && (high === null || actual <= high)
    return inside ? 0 : -Math.abs(actual - bound)
  }
}

/** One value wanted is a range of no width. */
function endsOf({ value, low, high }: Target, decimals: number) {
  return { low: rounded(low ?? value, decimals), high: rounded(high ?? value, decimals) }
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : round(value, decimals)
}

function toleranceIn(bound: number, { tolerance, decimals }: Yardstick): number {
  if (tolerance.kind === 'absolute') {
    return tolerance.size
  } else {
    return round((Math.abs(bound) * tolerance.size) / 100, decimals + 6)
  }
}

function positionOf({ gap, bound, actual }: Judgement, yardstick: Yardstick, format: FigureFormat) {
  const target = formatTarget(yardstick.target, format)
  const away = formatGap(gap, format)

  if (yardstick.polarity === 'range-is-better') {
    const side = actual < bound! ? 'below' : 'above'
    return gap === 0
      ? `is inside the range wanted, ${target}`
      : `is ${away} ${side} the range wanted, ${target}`
  } else if (gap === 0) {
    return `is exactly the target`
  } else {
    return `is ${away} ${actual < bound! ? 'below' : 'above'} the target of ${target}`
  }
}

function allowanceOf(tolerance: number, yardstick: Yardstick, format: FigureFormat): string {
  const amount = formatGapExactly(tolerance, format)

  if (tolerance === 0) {
    return 'No tolerance is allowed'
  } else if (yardstick.tolerance.kind === 'relative') {
    return `The tolerance is ${formatExactly(yardstick.tolerance.size, PERCENT)} of the target, ${amount}`
  } else {
    return `The tolerance is ${amount}`
  }
}

const PERCENT: FigureFormat = { unit: '%', decimals: 0 }

function edgeOf({ bound, tolerance, actual }: Judgement, format: FigureFormat) {
  const below = actual < bound!
  const edge = tidy(below ? bound! - tolerance! : bound! + tolerance!)
  return `anything ${below ? 'below' : 'above'} ${formatExactly(edge, format)}`
}
