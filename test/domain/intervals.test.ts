import fc from 'fast-check'
import { describeGolden, expectNear, goldenFile } from '../support/golden'
import { compare, rate, wilson, type Confidence } from '../../server/domain/intervals'

interface GoldenInterval {
  x: number
  n: number
  confidence: number
  lower: number
  upper: number
}

const CONFIDENCES: readonly Confidence[] = [95, 99.8]

describeGolden('intervals as PHEindicatormethods gives them', () => {
  test('every proportion', () => {
    const cases = casesOf('wilson')
    expect(cases.length).toBeGreaterThan(400)
    for (const { x, n, confidence, lower, upper } of cases) {
      const interval = wilson(x, n, confidenceOf(confidence))
      expectNear(interval.lower * 100, lower, 1e-9)
      expectNear(interval.upper * 100, upper, 1e-9)
    }
  })

  test('every rate per 100,000', () => {
    const cases = casesOf('rate')
    expect(cases.length).toBeGreaterThan(200)
    for (const { x, n, confidence, lower, upper } of cases) {
      const interval = rate(x, n, 100_000, confidenceOf(confidence))
      expectNear(interval.lower, lower, 1e-9)
      expectNear(interval.upper, upper, 1e-9)
    }
  })
})

describe('a proportion', () => {
  test('of 14 in 61 lies between 14% and 35% at 95%', () => {
    const { lower, upper } = wilson(14, 61, 95)
    expect(lower).toBeCloseTo(0.142, 3)
    expect(upper).toBeCloseTo(0.349, 3)
  })

  test('takes half counts: a person two bodies share', () => {
    const { lower, upper } = wilson(10.5, 14.5, 95)
    expect(lower).toBeCloseTo(0.467331940632482, 12)
    expect(upper).toBeCloseTo(0.887056446002623, 12)
  })

  test('of none or all reaches 0 or 1 exactly', () => {
    expect(wilson(0, 37, 95).lower).toBe(0)
    expect(wilson(37, 37, 99.8).upper).toBe(1)
  })

  test.each([
    [1, 0, 'The denominator must be more than 0, not 0.'],
    [1, -3, 'The denominator must be more than 0, not -3.'],
    [1, Number.NaN, 'The denominator must be more than 0, not NaN.'],
    [-1, 5, 'The count must be 0 or more, not -1.'],
    [Number.NaN, 5, 'The count must be 0 or more, not NaN.'],
    [6, 5, 'The count 6 is more than the 5 it is out of.'],
  ])('of %s in %s is refused', (x, n, sentence) => {
    expect(() => wilson(x, n, 95)).toThrow(new RangeError(sentence))
  })

  test('is inside its interval, wider when surer, narrower with more behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const x = some % (n + 1)
        const usual = wilson(x, n, 95)
        const surer = wilson(x, n, 99.8)
        const more = wilson(x * 4, n * 4, 95)
        expect(usual.lower).toBeLessThanOrEqual(x / n + 1e-12)
        expect(usual.upper).toBeGreaterThanOrEqual(x / n - 1e-12)
        expect(surer.upper - surer.lower).toBeGreaterThan(usual.upper - usual.lower)
        expect(more.upper - more.lower).toBeLessThan(usual.upper - usual.lower)
        expect(wilson(n - x, n, 95).lower).toBeCloseTo(1 - usual.upper, 10)
      }),
    )
  })
})

describe('a rate', () => {
  test('is exact under 10 events and Byar from 10 on', () => {
    expect(rate(9, 1, 1, 95).upper).toBeCloseTo(17.084803, 5)
    expect(rate(10, 1, 1, 95).upper).toBeCloseTo(18.391459, 5)
    expect(rate(10, 1, 1, 95).lower).toBeCloseTo(4.787449, 5)
  })

  test('of no events starts at 0', () => {
    expect(rate(0, 50, 1000, 95).lower).toBe(0)
    expect(rate(0, 1, 1, 95).upper).toBeCloseTo(-Math.log(0.025), 10)
  })

  test('of half an event lies between those of none and one', () => {
    const half = rate(0.5, 1, 1, 95)
    expect(half.lower).toBeGreaterThan(0)
    expect(half.lower).toBeLessThan(rate(1, 1, 1, 95).lower)
    expect(half.upper).toBeGreaterThan(rate(0, 1, 1, 95).upper)
    expect(half.upper).toBeLessThan(rate(1, 1, 1, 95).upper)
    expect(half.upper).toBeCloseTo(4.6742019, 6)
  })

  test('may have more events than people', () => {
    expect(rate(300, 200, 1, 95).lower).toBeGreaterThan(1)
  })

  test.each([
    [1, 0, 1000],
    [-1, 10, 1000],
    [1, 10, 0],
    [1, Number.POSITIVE_INFINITY, 1],
    [Number.NaN, 10, 1],
  ])('of %s in %s per %s is refused', (x, n, multiplier) => {
    expect(() => rate(x, n, multiplier, 95)).toThrow(RangeError)
  })

  test('grows with its count at both confidences', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.constantFrom(...CONFIDENCES), (x, sure) => {
        const less = rate((x - 1) / 2, 1, 1, sure)
        const more = rate(x / 2, 1, 1, sure)
        expect(more.upper).toBeGreaterThan(less.upper)
        expect(more.lower).toBeGreaterThanOrEqual(less.lower)
        expect(more.lower).toBeLessThan(x / 2)
        expect(more.upper).toBeGreaterThan(x / 2)
      }),
    )
  })
})

describe('against a target', () => {
  const interval = { lower: 0.6, upper: 0.7 }

  test.each([
    [0.8, 'higher-is-better', 'worse'],
    [0.8, 'lower-is-better', 'better'],
    [0.8, 'context-only', 'lower'],
    [0.5, 'higher-is-better', 'better'],
    [0.5, 'lower-is-better', 'worse'],
    [0.5, 'range-is-better', 'higher'],
    [0.65, 'higher-is-better', 'cannot-tell'],
    [0.6, 'higher-is-better', 'cannot-tell'],
    [0.7, 'lower-is-better', 'cannot-tell'],
    [0.1 + 0.6, 'higher-is-better', 'cannot-tell'],
  ] as const)('of %s where %s: %s', (reference, polarity, expected) => {
    expect(compare(interval, reference, polarity)).toBe(expected)
  })

  test('binary dust at the edge proves nothing', () => {
    expect(compare({ lower: 0.1 + 0.2, upper: 0.5 }, 0.3, 'higher-is-better')).toBe('cannot-tell')
    expect(compare({ lower: 0.01, upper: 1 - 0.9 }, 0.1, 'higher-is-better')).toBe('cannot-tell')
  })
})

function casesOf(name: string): GoldenInterval[] {
  return (goldenFile(`intervals/${name}.json`) as { cases: GoldenInterval[] }).cases
}

function confidenceOf(share: number): Confidence {
  return share === 0.95 ? 95 : 99.8
}
