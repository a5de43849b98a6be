import fc from 'fast-check'
import {
  type AggregationRule,
  inPeriodChange,
  rollUp,
  targetsOfYear,
  yearToDate,
} from '../../server/domain/aggregation'
import type { Amounts } from '../../server/domain/figure'
import type { Period } from '../../server/domain/period'
import { rangeOf, targetOf } from '../../server/domain/target'

const april = { yearStart: 4 }
const plain = (value: number | null): Amounts => ({ value, numerator: null, denominator: null })
const of = (numerator: number, denominator: number): Amounts => ({
  value: (numerator * 100) / denominator,
  numerator,
  denominator,
})
const sum: AggregationRule = { shape: 'discrete', yearToDate: 'sum', per: 1 }
const mean: AggregationRule = { ...sum, yearToDate: 'mean' }
const latest: AggregationRule = { ...sum, yearToDate: 'latest' }
const ratio: AggregationRule = { shape: 'discrete', yearToDate: 'ratio', per: 100 }
const running: AggregationRule = { shape: 'cumulative', yearToDate: 'latest', per: 1 }

test('a year to date adds up, averages or takes the latest', () => {
  const year = [plain(10.1), plain(20.2), plain(30.3)]
  expect(yearToDate(year, sum).value).toBe(60.6)
  expect(yearToDate(year, mean).value).toBe(20.2)
  expect(yearToDate(year, latest).value).toBe(30.3)
  expect(yearToDate(year, running).value).toBe(30.3)
})

test('a ratio is the counts added up, never a mean of percentages', () => {
  const year = [of(1, 2), of(90, 100)]
  expect(yearToDate(year, ratio)).toEqual({
    value: 89.2156862745,
    numerator: 91,
    denominator: 102,
    includes: [1, 2],
    missing: [],
  })
})

test('a ratio of figures without counts says they are missing, and half counts add up', () => {
  expect(yearToDate([plain(50), of(14.5, 58)], ratio)).toMatchObject({
    value: 25,
    includes: [2],
    missing: [1],
  })
  expect(yearToDate([of(0.5, 1), of(1, 2)], ratio)).toMatchObject({ numerator: 1.5, value: 50 })
})

test('a partial year is given and says what is missing', () => {
  expect(yearToDate([plain(10), null, plain(30), plain(null)], sum)).toMatchObject({
    value: 40,
    includes: [1, 3],
    missing: [2, 4],
  })
  expect(yearToDate([plain(10), null, plain(30), null], running)).toMatchObject({
    value: 30,
    includes: [1, 2, 3],
    missing: [4],
  })
})

test('a year of nothing is nothing, not 0', () => {
  expect(yearToDate([null, null], sum)).toMatchObject({ value: null, includes: [] })
  expect(yearToDate([of(0, 0)], ratio)).toMatchObject({ value: null, denominator: 0 })
})

test('what a period added to a running total is the difference', () => {
  expect(inPeriodChange(plain(84.5), plain(76.05), running).value).toBe(8.45)
  expect(inPeriodChange(plain(10), null, running).value).toBe(10)
})

test('a running share is undone by its counts, or not at all', () => {
  const share: AggregationRule = { shape: 'cumulative', yearToDate: 'ratio', per: 100 }
  expect(inPeriodChange(of(60, 100), of(40, 50), share)).toEqual({
    value: 40,
    numerator: 20,
    denominator: 50,
  })
  expect(inPeriodChange(of(60, 100), of(40, 100), share)).toMatchObject({
    value: 20,
    denominator: 100,
  })
  expect(inPeriodChange(plain(60), plain(80), share).value).toBeNull()
})

test('the changes of a running total add up to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -500, max: 5000 }), { minLength: 4, maxLength: 4 }),
      each => {
        const totals = each.map((_, index) =>
          plain(each.slice(0, index + 1).reduce((a, b) => a + b) / 10),
        )
        const changes = totals.map((now, index) =>
          inPeriodChange(now, index === 0 ? null : totals[index - 1]!, running),
        )
        expect(yearToDate(changes, sum).value).toBeCloseTo(totals[3]!.value!, 9)
      },
    ),
  )
})

test('a running total climbs to its annual target in even steps, unless told', () => {
  const values = (targets: readonly { value: number | null }[]) => targets.map(each => each.value)
  expect(values(targetsOfYear(targetOf(50), 'quarter', running, 0))).toEqual([13, 25, 38, 50])
  expect(values(targetsOfYear(targetOf(50), 'quarter', running, 0, [4, 3, 2, 1]))).toEqual([
    20, 35, 45, 50,
  ])
  expect(values(targetsOfYear(targetOf(50), 'quarter', sum, 1))).toEqual([12.5, 12.5, 12.5, 12.5])
  expect(values(targetsOfYear(targetOf(50), 'half', mean, 1))).toEqual([50, 50])
  expect(targetsOfYear(rangeOf(10, 20), 'half', running, 0)[0]).toEqual(rangeOf(5, 10))
})

test('a running share does not climb: its target is the same all year', () => {
  const share: AggregationRule = { shape: 'cumulative', yearToDate: 'ratio', per: 100 }
  expect(targetsOfYear(targetOf(80), 'quarter', share, 1).map(({ value }) => value)).toEqual([
    80, 80, 80, 80,
  ])
})

test('a profile that does not fit the year is refused', () => {
  expect(() => targetsOfYear(targetOf(50), 'quarter', running, 0, [1, 2])).toThrow(/4 shares/)
  expect(() => targetsOfYear(targetOf(50), 'half', running, 0, [0, 0])).toThrow(RangeError)
})

test('months roll up into quarters, and one made of two months says so', () => {
  const month = (number: number, amounts: Amounts) => ({
    period: { frequency: 'month', year: 2026, number } as Period,
    ...amounts,
  })
  const rolled = rollUp(
    [
      month(5, of(2, 4)),
      month(1, of(1, 2)),
      month(2, of(90, 100)),
      month(3, of(9, 10)),
      month(4, of(3, 4)),
    ],
    'quarter',
    april,
    ratio,
  )
  expect(rolled).toMatchObject([
    { period: { frequency: 'quarter', year: 2026, number: 1 }, numerator: 100, complete: true },
    { period: { frequency: 'quarter', year: 2026, number: 2 }, numerator: 5, complete: false },
  ])
  expect(rolled[1]!.includes.map(({ number }) => number)).toEqual([4, 5])
})

test('a running total rolls up to its last month', () => {
  const month = (number: number, value: number) => ({
    period: { frequency: 'month', year: 2026, number } as Period,
    ...plain(value),
  })
  expect(rollUp([month(1, 5), month(3, 20)], 'quarter', april, running)).toMatchObject([
    { value: 20, complete: true },
  ])
  expect(rollUp([month(1, 5), month(2, 9)], 'quarter', april, running)).toMatchObject([
    { value: 9, complete: false },
  ])
})
