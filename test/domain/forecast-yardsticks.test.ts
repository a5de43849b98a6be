import fc from 'fast-check'
import { describeGolden, expectNear, goldenFiles } from '../support/golden'
import { bestSmoothing, smooth } from '../../server/domain/forecast-smoothing'
import {
  clippedToPercentage,
  sameAsLast,
  sameAsLastYear,
  smoothedAhead,
  smoothedWith,
  yardsticks,
  type Expected,
} from '../../server/domain/forecast-yardsticks'

interface GoldenForecast {
  y: number[]
  h: number
  frequency: number
  forecasts: {
    method: string
    mean: number[]
    lower80: number[]
    upper80: number[]
    model: { sigma2?: number; par?: { alpha: number } }
  }[]
}

const QUARTERS = { horizon: 4, season: 4 }
const TWELVE = [10, 20, 30, 40, 11, 21, 31, 41, 12, 22, 32, 42]

describeGolden('yardsticks as the R package forecast makes them', () => {
  test.each(goldenFiles('forecast'))('naive and seasonal naive of $name', ({ content }) => {
    const { y, h, frequency, forecasts } = content as GoldenForecast
    const ahead = { horizon: h, season: frequency }
    for (const { method, mean, lower80, upper80 } of forecasts) {
      if (method === 'naive') expectSame(sameAsLast(y, ahead)!, mean, lower80, upper80)
      if (method === 'snaive') expectSame(sameAsLastYear(y, ahead)!, mean, lower80, upper80)
    }
    expect(forecasts.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['naive', 'snaive', 'ses']),
    )
  })

  test.each(goldenFiles('forecast'))('smoothing of $name errs no more than R', ({ content }) => {
    const { y, forecasts } = content as GoldenForecast
    const { model } = forecasts.find(({ method }) => method === 'ses')!
    const theirs = model.sigma2! * (y.length - 2)
    expect(smooth(y, bestSmoothing(y)!).squares).toBeLessThanOrEqual(theirs * (1 + 1e-6))
  })

  test('with the weight R found, where it matters, level and range are the same', () => {
    let compared = 0
    for (const { content } of goldenFiles('forecast')) {
      const { y, h, forecasts } = content as GoldenForecast
      const { mean, lower80, upper80, model } = forecasts.find(({ method }) => method === 'ses')!
      const alpha = model.par!.alpha
      if (alpha > 0.01 && y.length >= 8) {
        expectSame(smoothedWith(y, alpha, h), mean, lower80, upper80, 1e-6)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(8)
  })
})

describe('same as last period', () => {
  test('carries the latest figure on, with a range that widens with the root of time', () => {
    const [one, , , four] = sameAsLast([1, 3, 2, 4], QUARTERS)!
    expect([one!.value, four!.value]).toEqual([4, 4])
    expect(four!.upper! - 4).toBeCloseTo(2 * (one!.upper! - 4), 12)
    expect(one!.upper! - 4).toBeCloseTo(1.2815515655446004 * Math.sqrt(9 / 3), 12)
  })

  test('passes over missing figures', () => {
    expect(sameAsLast([1, 2, null], { horizon: 1, season: 1 })![0]!.value).toBe(2)
    expect(sameAsLast([1, null, 2], { horizon: 1, season: 1 })![0]).toEqual({
      value: 2,
      lower: null,
      upper: null,
    })
    expect(sameAsLast([null], QUARTERS)).toBeNull()
  })
})

describe('same as last year', () => {
  test('repeats the last year for as long as it is asked', () => {
    const expected = sameAsLastYear(TWELVE, { horizon: 6, season: 4 })!
    expect(expected.map(({ value }) => value)).toEqual([12, 22, 32, 42, 12, 22])
    const [first, , , , fifth] = expected
    expect(first!.upper! - 12).toBeCloseTo(1.2815515655446004, 12)
    expect(fifth!.upper! - 12).toBeCloseTo(1.2815515655446004 * Math.SQRT2, 12)
  })

  test('says nothing when a quarter of last year is missing', () => {
    expect(sameAsLastYear([...TWELVE.slice(0, 9), null, 32, 42], QUARTERS)).toBeNull()
    expect(sameAsLastYear([1, 2, 3], QUARTERS)).toBeNull()
  })
})

describe('smoothing', () => {
  test('starts from the level that fits best', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 }),
        fc.constantFrom(0.0001, 0.2, 0.5, 0.9),
        fc.constantFrom(-3, -0.1, 0.1, 3),
        (values, alpha, off) => {
          const { squares } = smooth(values, alpha)
          expect(squaresFrom(values, alpha, startOf(values, alpha) + off)).toBeGreaterThan(squares)
          expect(squaresFrom(values, alpha, startOf(values, alpha))).toBeCloseTo(squares, 6)
        },
      ),
    )
  })

  test('finds a weight no other on a fine grid beats', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 30 }),
        values => {
          const best = smooth(values, bestSmoothing(values)!).squares
          for (let step = 0; step <= 500; step++) {
            const alpha = 0.0001 + (step * 0.9998) / 500
            expect(best).toBeLessThanOrEqual(smooth(values, alpha).squares * (1 + 1e-3) + 1e-6)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  test('is not content with the nearer of two valleys', () => {
    const values = [18, 19, 15, 6, 2, 7, 19, 7, 1, 7]
    expect(smooth(values, 0.332).squares).toBeGreaterThan(474)
    expect(bestSmoothing(values)).toBeCloseTo(0.0001, 6)
  })

  test('takes the range from n − 2 degrees of freedom and widens it by the weight', () => {
    const values = [1, 3, 2, 4, 3, 5, 4, 6]
    const { level, squares } = smooth(values, 0.5)
    const [one, two] = smoothedWith(values, 0.5, 2)
    const spread = 1.2815515655446004 * Math.sqrt(squares / 6)
    expect(one!.value).toBe(level)
    expect(one!.upper! - level).toBeCloseTo(spread, 12)
    expect(two!.upper! - level).toBeCloseTo(spread * Math.sqrt(1.25), 12)
  })

  test('passes over missing figures, and needs three', () => {
    expect(smooth([1, null, 3, null, 2], 0.4)).toEqual(smooth([1, 3, 2], 0.4))
    expect(smoothedAhead([1, null, 2], QUARTERS)).toBeNull()
    expect(smoothedAhead([1, 2, 3], QUARTERS)).toHaveLength(4)
  })

  test('keeps a constant series where it is', () => {
    const [next] = smoothedAhead(Array(10).fill(77.4), { horizon: 1, season: 1 })!
    expect(next!.value).toBeCloseTo(77.4, 10)
    expect(next!.upper! - next!.lower!).toBeLessThan(1e-5)
  })
})

describe('what is offered', () => {
  test('under 8 figures only no change, without a range', () => {
    const { naive, seasonal, smoothed } = yardsticks(TWELVE.slice(0, 7), QUARTERS)
    expect(naive![0]).toEqual({ value: 31, lower: null, upper: null })
    expect([seasonal, smoothed]).toEqual([null, null])
  })

  test('from 8 figures on ranges and smoothing, from 12 quarters on the season', () => {
    expect(yardsticks(TWELVE.slice(0, 8), QUARTERS)).toMatchObject({
      naive: [{ lower: expect.any(Number) }, {}, {}, {}],
      seasonal: null,
      smoothed: [{ lower: expect.any(Number) }, {}, {}, {}],
    })
    expect(yardsticks(TWELVE.slice(0, 11), QUARTERS).seasonal).toBeNull()
    expect(yardsticks(TWELVE, QUARTERS).seasonal).toHaveLength(4)
    expect(yardsticks(TWELVE, { horizon: 4, season: 1 }).seasonal).toBeNull()
    expect(yardsticks(TWELVE, { horizon: 4, season: 12 }).seasonal).toBeNull()
  })

  test('missing figures do not count', () => {
    expect(yardsticks([...TWELVE.slice(0, 7), null, null], QUARTERS).smoothed).toBeNull()
    expect(yardsticks([], QUARTERS).naive).toBeNull()
  })

  test.each([0, -1, 1.5, Number.NaN])('a horizon of %s is refused', horizon => {
    expect(() => yardsticks(TWELVE, { horizon, season: 4 })).toThrow(RangeError)
  })

  test('a percentage is clipped for show only', () => {
    expect(clippedToPercentage({ value: 98, lower: 91, upper: 105 }).upper).toBe(100)
    expect(clippedToPercentage({ value: 2, lower: -3, upper: 7 }).lower).toBe(0)
    expect(clippedToPercentage({ value: 101, lower: null, upper: null })).toEqual({
      value: 100,
      lower: null,
      upper: null,
    })
  })
})

function expectSame(
  expected: readonly Expected[],
  mean: number[],
  lower: number[],
  upper: number[],
  relative = 1e-9,
): void {
  expect(expected).toHaveLength(mean.length)
  expected.forEach((one, at) => {
    expectNear(one.value, mean[at]!, relative)
    expectNear(one.lower, lower[at]!, relative)
    expectNear(one.upper, upper[at]!, relative)
  })
}

/** The plain recursion, to hold the closed form to. */
function squaresFrom(values: readonly number[], alpha: number, start: number): number {
  let level = start
  let squares = 0
  for (const value of values) {
    squares += (value - level) ** 2
    level += alpha * (value - level)
  }
  return squares
}

/** Where the parabola of squared errors over the starting level has its foot. */
function startOf(values: readonly number[], alpha: number): number {
  const [left, middle, right] = [-1, 0, 1].map(start => squaresFrom(values, alpha, start))
  return (left! - right!) / (2 * (left! - 2 * middle! + right!))
}
