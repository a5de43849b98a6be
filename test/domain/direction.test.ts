import fc from 'fast-check'
import { directionOf, type DirectionRule } from '../../server/domain/direction'
import type { Amounts } from '../../server/domain/figure'
import { rangeOf } from '../../server/domain/target'

const higher: DirectionRule = {
  polarity: 'higher-is-better',
  decimals: 1,
  per: 100,
  target: null,
}
const lower: DirectionRule = { ...higher, polarity: 'lower-is-better' }
const inRange: DirectionRule = { ...higher, polarity: 'range-is-better', target: rangeOf(4, 6) }

const plain = (value: number | null): Amounts => ({ value, numerator: null, denominator: null })
const of = (numerator: number, denominator: number, per = 100): Amounts => ({
  value: (numerator * per) / denominator,
  numerator,
  denominator,
})

test.each([
  [70, 71, higher, 'better'],
  [71, 70, higher, 'worse'],
  [70, 71, lower, 'worse'],
  [71, 70, lower, 'better'],
  [70.04, 70.0, higher, 'no-real-change'],
  [70.05, 70.04, higher, 'worse'],
  [3, 3.5, inRange, 'better'],
  [7, 7.5, inRange, 'worse'],
  [3, 7, inRange, 'no-real-change'],
  [4.5, 5.5, inRange, 'no-real-change'],
  [3.5, 5, inRange, 'better'],
  [70, 71, { ...higher, polarity: 'context-only' }, null],
  [3, 4, { ...inRange, target: null }, null],
] as const)(
  'a figure that goes from %d to %d has the direction of its measure (%#)',
  (before, now, rule, direction) => {
    expect(directionOf(plain(now), plain(before), rule)).toBe(direction)
  },
)

test('with nothing to compare there is no direction', () => {
  expect(directionOf(plain(70), null, higher)).toBeNull()
  expect(directionOf(plain(null), plain(70), higher)).toBeNull()
  expect(directionOf(null, plain(70), higher)).toBeNull()
})

test('a few people more or fewer are chance, many are change', () => {
  expect(directionOf(of(47, 61), of(44, 61), higher)).toBe('no-real-change')
  expect(directionOf(of(4700, 6100), of(4400, 6100), higher)).toBe('better')
})

test('the edge of chance is 1.96 pooled standard errors', () => {
  expect(directionOf(of(563, 1000), of(520, 1000), higher)).toBe('no-real-change')
  expect(directionOf(of(564, 1000), of(520, 1000), higher)).toBe('better')
})

test('a rate per 1,000 is judged as a count of events', () => {
  const rate = { ...lower, per: 1000 }
  expect(directionOf(of(119, 10_000, 1000), of(90, 10_000, 1000), rate)).toBe('worse')
  expect(directionOf(of(117, 10_000, 1000), of(90, 10_000, 1000), rate)).toBe('no-real-change')
})

test('a percentage of more than the whole has no such test: what is seen counts', () => {
  expect(directionOf(of(121, 100), of(120, 100), higher)).toBe('better')
})

test('an average per case has no such test either', () => {
  const mean = { ...higher, per: 1 }
  expect(directionOf(of(121, 100, 1), of(100, 100, 1), mean)).toBe('better')
})

test('going there and back are opposites', () => {
  const figure = fc.float({ min: -1000, max: 1000, noNaN: true }).map(plain)
  const opposite = { better: 'worse', worse: 'better', 'no-real-change': 'no-real-change' }
  fc.assert(
    fc.property(figure, figure, fc.constantFrom(higher, lower, inRange), (a, b, rule) => {
      expect(directionOf(b, a, rule)).toBe(opposite[directionOf(a, b, rule)!])
    }),
  )
})
