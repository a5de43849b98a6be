import type { Polarity } from './polarity'
import { probabilityBelow } from './gamma'

/** How sure an interval is, in per cent. */
export type Confidence = 95 | 99.8

/** Standard normal deviates, two-sided. */
const Z: Record<Confidence, number> = { 95: 1.959963984540054, 99.8: 3.090232306167813 }

/** From this count on Byar's approximation is as good as the exact Poisson limits. */
const BYAR_FROM = 10

/** Parts in a reference too small to be more than binary arithmetic. */
const DUST = 1e-12

export interface Interval {
  lower: number
  upper: number
}

export type Comparison = 'better' | 'worse' | 'higher' | 'lower' | 'cannot-tell'

/**
 * The Wilson score interval of x out of n, as proportions from 0 to 1. Counts may be halves.
 * As PHEindicatormethods 2.1.0. Throws RangeError unless n > 0 and 0 ≤ x ≤ n.
 */
export function wilson(x: number, n: number, confidence: Confidence): Interval {
  requireCounts(x, n)
  if (x > n) throw new RangeError(`The count ${x} is more than the ${n} it is out of.`)

  const z = Z[confidence]
  const middle = 2 * x + z * z
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n))
  const divisor = 2 * (n + z * z)
  return {
    lower: (middle - reach) / divisor,
    upper: x === n ? 1 : (middle + reach) / divisor,
  }
}

/**
 * The interval of a rate, x events in a population of n, per `multiplier` of them: exact Poisson
 * limits under 10 events, Byar's from 10 on. Counts may be halves; events may outnumber the population.
 * As PHEindicatormethods 2.1.0. Throws RangeError unless n > 0, x ≥ 0 and the multiplier > 0.
 */
export function rate(x: number, n: number, multiplier: number, confidence: Confidence): Interval {
  requireCounts(x, n)
  if (!(multiplier > 0 && Number.isFinite(multiplier))) {
    throw new RangeError(`A rate is per some number above 0, not per ${multiplier}.`)
  }

  const { lower, upper } = x < BYAR_FROM ? exactPoisson(x, confidence) : byar(x, Z[confidence])
  return { lower: (lower / n) * multiplier, upper: (upper / n) * multiplier }
}

/**
 * An interval against a target or benchmark in the same unit. Where the reference lies inside it,
 * chance alone could explain the difference.
 */
export function compare(interval: Interval, reference: number, polarity: Polarity): Comparison {
  const dust = DUST * Math.abs(reference)
  if (interval.upper < reference - dust) {
    return verdict(false, polarity)
  } else if (interval.lower > reference + dust) {
    return verdict(true, polarity)
  } else {
    return 'cannot-tell'
  }
}

function requireCounts(x: number, n: number): void {
  if (!(n > 0 && Number.isFinite(n))) {
    throw new RangeError(`The denominator must be more than 0, not ${n}.`)
  }
  if (!(x >= 0 && Number.isFinite(x))) {
    throw new RangeError(`The count must be 0 or more, not ${x}.`)
  }
}

function byar(x: number, z: number): Interval {
  const more = x + 1
  return {
    lower: x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3,
    upper: more * (1 - 1 / (9 * more) + z / (3 * Math.sqrt(more))) ** 3,
  }
}

/** The means for which a count this far away is just as unlikely as we allow, on either side. */
function exactPoisson(x: number, confidence: Confidence): Interval {
  const tail = (100 - confidence) / 200
  return {
    lower: x === 0 ? 0 : meanWhere(mean => probabilityBelow(mean, x) >= tail),
    upper: meanWhere(mean => probabilityBelow(mean, x + 1) >= 1 - tail),
  }
}

/** Halves the gap until no number lies between; a count under 10 has limits under 64. */
function meanWhere(isEnough: (mean: number) => boolean): number {
  let below = 0
  let above = 64
  for (let middle = above / 2; middle > below && middle < above; middle = (below + above) / 2) {
    if (isEnough(middle)) {
      above = middle
    } else {
      below = middle
    }
  }
  return above
}

function verdict(isHigher: boolean, polarity: Polarity): Comparison {
  if (polarity === 'higher-is-better') return isHigher ? 'better' : 'worse'
  if (polarity === 'lower-is-better') return isHigher ? 'worse' : 'better'
  return isHigher ? 'higher' : 'lower'
}
