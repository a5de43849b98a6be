import type { Amounts } from './figure'
import { round } from './number'
import type { Polarity } from './polarity'
import type { Target } from './target'

export const DIRECTIONS = ['better', 'worse', 'no-real-change'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const DIRECTION_WORDS: Record<Direction, string> = {
  better: 'Better',
  worse: 'Worse',
  'no-real-change': 'No real change',
}

export interface DirectionRule {
  readonly polarity: Polarity
  readonly decimals: number
  /** What the counts are multiplied by: 100 for %, 1,000 for a rate per 1,000. */
  readonly per: number
  /** The target now; a range is what nearer and further are measured from. */
  readonly target: Target | null
}

/** The normal deviate of a 95% test. */
const Z95 = 1.959963984540054

/**
 * Direction of travel from one figure to a later one: better, worse or no real change.
 * No real change when both round to the same figure, or when both hold the counts behind a
 * percentage (per 100) or a rate (per 1,000 or more) and the difference is one that chance alone
 * gives 95 times in 100: two proportions, pooled, or two Poisson rates, |difference| ≤ 1.96 standard
 * errors. Without counts a difference on the page is a difference; whether it is more than ordinary
 * variation is the process chart's to say. In a range nearer is better, and inside is inside.
 * Null where there is nothing to compare, or neither way is better.
 */
export function directionOf(
  now: Amounts | null,
  before: Amounts | null,
  rule: DirectionRule,
): Direction | null {
  if (now?.value == null || before?.value == null) return null

  const from = distanceFromGood(round(before.value, rule.decimals), rule)
  const to = distanceFromGood(round(now.value, rule.decimals), rule)
  if (from === null || to === null) {
    return null
  } else if (round(to - from, rule.decimals) === 0 || isChance(now, before, rule.per)) {
    return 'no-real-change'
  } else {
    return to < from ? 'better' : 'worse'
  }
}

/** Smaller is better, whichever way the measure runs. */
function distanceFromGood(value: number, { polarity, target, decimals }: DirectionRule) {
  switch (polarity) {
    case 'higher-is-better':
      return -value
    case 'lower-is-better':
      return value
    case 'context-only':
      return null
    case 'range-is-better': {
      const low = target?.low ?? target?.value ?? null
      const high = target?.high ?? target?.value ?? null
      const tooLow = low === null ? 0 : round(low, decimals) - value
      const tooHigh = high === null ? 0 : value - round(high, decimals)
      return low === null && high === null ? null : Math.max(0, tooLow, tooHigh)
    }
  }
}

function isChance(now: Amounts, before: Amounts, per: number): boolean {
  const error = standardError(now, before, per)
  return error !== null && Math.abs(now.value! - before.value!) <= Z95 * error
}

/** In the measure's unit; null where the figures are not counts over counts. */
function standardError(now: Amounts, before: Amounts, per: number): number | null {
  const { numerator: x1, denominator: n1 } = now
  const { numerator: x2, denominator: n2 } = before
  if (x1 === null || n1 === null || x2 === null || n2 === null) return null
  if (x1 < 0 || x2 < 0 || n1 <= 0 || n2 <= 0) return null

  if (per === 100 && x1 <= n1 && x2 <= n2) {
    const pooled = (x1 + x2) / (n1 + n2)
    return per * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
  } else if (per >= 1000) {
    return per * Math.sqrt(x1 / (n1 * n1) + x2 / (n2 * n2))
  } else {
    return null
  }
}
