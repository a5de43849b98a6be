import { describeGolden, expectNear, goldenFile } from '../support/golden'
import { recentTrend, type TrendKind, type TrendPoint } from '../../server/domain/recent-trend'
import type { Polarity } from '../../server/domain/polarity'

interface GoldenTrend {
  id: string
  indicator: { polarity: string; valueType: string }
  points: (TrendPoint & { date: string })[]
  expected_trend: string
  own_chi_square: number | null
  own_slope: number | null
}

const POLARITY_OF: Record<string, Polarity> = {
  'High is good': 'higher-is-better',
  'Low is good': 'lower-is-better',
  'No judgement': 'context-only',
}
const KIND_OF: Record<string, TrendKind> = {
  Proportion: 'proportion',
  'Crude rate': 'crude-rate',
  'Directly standardised rate': 'directly-standardised-rate',
}
const RISING = [10, 11, 12, 13, 14]

describeGolden('recent trends as OHID Fingertips names them', () => {
  test('every case', () => {
    const { cases } = goldenFile('recent-trend/trend_cases.json') as { cases: GoldenTrend[] }
    expect(cases.length).toBeGreaterThan(5)
    for (const { indicator, points, ...expected } of cases) {
      const result = recentTrend(
        points.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
        {
          polarity: POLARITY_OF[indicator.polarity]!,
          kind: KIND_OF[indicator.valueType] ?? 'other',
        },
      )
      expect([expected.id, ohidName(result.trend)]).toEqual([expected.id, expected.expected_trend])
      if (expected.own_slope !== null) expectNear(result.slope, expected.own_slope, 1e-9)
      if (expected.own_chi_square !== null) {
        expectNear(result.chiSquared, expected.own_chi_square, 1e-9)
      }
    }
  })
})

test.each([
  [RISING, 'higher-is-better', 'increasing-and-getting-better'],
  [RISING, 'lower-is-better', 'increasing-and-getting-worse'],
  [RISING, 'context-only', 'increasing'],
  [RISING.toReversed(), 'higher-is-better', 'decreasing-and-getting-worse'],
  [RISING.toReversed(), 'lower-is-better', 'decreasing-and-getting-better'],
  [RISING.toReversed(), 'range-is-better', 'decreasing'],
  [[10, 10, 10, 10, 10], 'higher-is-better', 'no-change'],
] as const)('%j where %s: %s', (values, polarity, expected) => {
  expect(recentTrend(pointsOf(values), { polarity, kind: 'proportion' }).trend).toBe(expected)
})

test('a slope is weighted by how sure each point is', () => {
  const points = pointsOf([10, 11, 12, 13, 20])
  points[4] = { ...points[4]!, lower: 10, upper: 30 }
  const { slope } = trendOf(points)
  expect(slope).toBeCloseTo(1, 1)
  expect(trendOf(pointsOf([10, 11, 12, 13, 20])).slope).toBeCloseTo(2.2, 12)
})

test('a slope inside the noise is no change', () => {
  const faint = (half: number) => trendOf(pointsOf(RISING, half))
  expect(faint(2).chiSquared).toBeCloseTo((10 * 3.92 ** 2) / 16, 10)
  expect(faint(2).trend).toBe('increasing-and-getting-better')
  expect(faint(2.1).chiSquared).toBeLessThan(9.54953570608324)
  expect(faint(2.1).trend).toBe('no-change')
})

test('one odd point is not a trend, however steep it makes the line', () => {
  const { trend, chiSquared } = trendOf(pointsOf([10, 9.9, 9.8, 9.7, 30]))
  expect(chiSquared).toBeGreaterThan(100)
  expect(trend).toBe('no-change')
  expect(trendOf(pointsOf([10, 10, 10, 10, 30])).trend).toBe('no-change')
  expect(trendOf(pointsOf([30, 30, 30, 30, 10])).trend).toBe('no-change')
})

test('only the last five valid points count', () => {
  expect(trendOf(pointsOf([90, 80, ...RISING])).slope).toBeCloseTo(1, 12)
  const points = pointsOf([10, 11, 500, 12, 13, 14])
  points[2] = { ...points[2]!, value: null }
  expect(trendOf(points).slope).toBeCloseTo(1, 12)
})

test('needs five points with value, count and denominator', () => {
  const cannot = { trend: 'cannot-be-calculated', slope: null, chiSquared: null }
  expect(trendOf(pointsOf(RISING.slice(1)))).toEqual(cannot)
  for (const part of ['value', 'count', 'denominator'] as const) {
    const points = pointsOf(RISING)
    points[1] = { ...points[1]!, [part]: null }
    expect(trendOf(points)).toEqual(cannot)
  }
  expect(trendOf(pointsOf(RISING).map(point => ({ ...point, denominator: 0 })))).toEqual(cannot)
})

test('is not calculated where a count is the whole of its denominator, even before the five', () => {
  const points = pointsOf([50, ...RISING])
  points[0] = { ...points[0]!, count: 1000 }
  expect(trendOf(points).trend).toBe('cannot-be-calculated')
})

test('without intervals, or with intervals of no width, no change can be shown', () => {
  const without = pointsOf(RISING).map(point => ({ ...point, lower: null, upper: null }))
  expect(trendOf(without)).toEqual({ trend: 'no-change', slope: null, chiSquared: null })
  expect(trendOf(pointsOf(RISING, 0)).trend).toBe('no-change')
})

test('other kinds of figure have no recent trend', () => {
  expect(recentTrend(pointsOf(RISING), { polarity: 'higher-is-better', kind: 'other' }).trend).toBe(
    'cannot-be-calculated',
  )
})

function trendOf(points: readonly TrendPoint[]) {
  return recentTrend(points, { polarity: 'higher-is-better', kind: 'proportion' })
}

function pointsOf(values: readonly number[], half = 0.1): TrendPoint[] {
  return values.map(value => ({
    value,
    count: value * 10,
    denominator: 1000,
    lower: value - half,
    upper: value + half,
  }))
}

/** no-change → NoChange */
function ohidName(trend: string): string {
  return trend.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}
