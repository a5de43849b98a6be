import type { Amounts } from '../../server/domain/figure'
import {
  isOutOfReach,
  requiredRunRate,
  type RunRateInput,
  runRateSentence,
} from '../../server/domain/run-rate'
import { rewardGrant, shareOfStretch } from '../../server/domain/stretch'
import { rangeOf, targetOf } from '../../server/domain/target'

const plain = (value: number): Amounts => ({ value, numerator: null, denominator: null })
const of = (numerator: number, denominator: number): Amounts => ({
  value: (numerator * 100) / denominator,
  numerator,
  denominator,
})

const seen: RunRateInput = {
  annual: targetOf(80),
  polarity: 'higher-is-better',
  rule: { shape: 'discrete', yearToDate: 'mean', per: 100 },
  format: { unit: '%', decimals: 1 },
  figures: [plain(71.1), plain(71.1)],
  periodsInYear: 4,
  best: 83,
  limits: { lower: 62, upper: 79 },
}
const added: RunRateInput = {
  ...seen,
  annual: targetOf(100),
  rule: { shape: 'discrete', yearToDate: 'sum', per: 1 },
  format: { unit: 'homes', decimals: 0 },
  figures: [plain(10), plain(30)],
  limits: null,
}

test('the quarters left must make up what a mean lacks', () => {
  const rate = requiredRunRate(seen)!
  expect(rate).toMatchObject({ needed: 88.9, periodsLeft: 2, reach: 'beyond', outcome: 'open' })
  expect(runRateSentence(rate, seen, 'quarter')).toBe(
    'The year needs 88.9% in each of the 2 quarters left; the best ever is 83.0%; the process gives 62.0% to 79.0%.',
  )
  expect(isOutOfReach(rate, 'higher-is-better', seen.format)).toBe(true)
})

test('what is added up must add the rest', () => {
  expect(requiredRunRate(added)).toMatchObject({ needed: 30, periodsLeft: 2 })
  const running: RunRateInput = { ...added, rule: { ...added.rule, shape: 'cumulative' } }
  expect(requiredRunRate(running)).toMatchObject({ needed: 35, periodsLeft: 2 })
})

test('a period without a figure is still to come where figures are added up', () => {
  expect(requiredRunRate({ ...added, figures: [null, plain(40)] })).toMatchObject({
    needed: 20,
    periodsLeft: 3,
  })
})

test('a running total already holds what an earlier period without a figure added', () => {
  const rule = { ...added.rule, shape: 'cumulative' as const }
  expect(requiredRunRate({ ...added, rule, figures: [null, plain(40)] })).toMatchObject({
    needed: 30,
    periodsLeft: 2,
  })
})

test('a ratio weighs its periods by their counts', () => {
  const ratio: RunRateInput = {
    ...seen,
    rule: { shape: 'discrete', yearToDate: 'ratio', per: 100 },
    figures: [of(1, 10), of(79, 90)],
  }
  const { needed } = requiredRunRate(ratio)!
  expect(needed).toBe(80)
  expect(100 * ((80 + (needed / 100) * 100) / 200)).toBeCloseTo(80, 9)
})

test('where the latest figure is the year, only the last one counts', () => {
  const snapshot: RunRateInput = { ...seen, rule: { ...seen.rule, yearToDate: 'latest' } }
  const rate = requiredRunRate(snapshot)!
  expect(rate.needed).toBe(80)
  expect(runRateSentence(rate, snapshot, 'quarter')).toContain('80.0% in the last quarter;')
})

test('a measure to lower needs no more than so much', () => {
  const lower: RunRateInput = {
    ...added,
    polarity: 'lower-is-better',
    best: 8,
    limits: { lower: 5, upper: 40 },
  }
  const rate = requiredRunRate(lower)!
  expect(rate).toMatchObject({ needed: 30, reach: 'inside' })
  expect(runRateSentence(rate, lower, 'month')).toBe(
    'The year needs no more than 30 homes in each of the 2 months left; the best ever is 8 homes; the process gives 5 homes to 40 homes.',
  )
  expect(requiredRunRate({ ...lower, annual: targetOf(44) })).toMatchObject({ reach: 'beyond' })
})

test('a year that can no longer be met, or no longer missed, says so', () => {
  const spent = { ...added, polarity: 'lower-is-better', annual: targetOf(35) } as const
  expect(requiredRunRate(spent)).toMatchObject({ outcome: 'impossible' })
  expect(isOutOfReach(requiredRunRate(spent)!, 'lower-is-better', spent.format)).toBe(true)

  const done = requiredRunRate({ ...added, annual: targetOf(40) })!
  expect(done.outcome).toBe('met')
  expect(runRateSentence(done, added, 'quarter')).toBe('The target for the year is already met.')
  expect(isOutOfReach(done, 'higher-is-better', added.format)).toBe(false)

  const whole: RunRateInput = {
    ...seen,
    rule: { ...seen.rule, yearToDate: 'ratio' },
    figures: [of(50, 100), of(50, 100), of(50, 100)],
  }
  const rate = requiredRunRate(whole)!
  expect(rate).toMatchObject({ needed: 170, outcome: 'impossible' })
  expect(runRateSentence(rate, whole, 'quarter')).toContain(
    'needs 170.0% in the last quarter; which no figure can be;',
  )
})

test('without limits the best ever is what can be reached', () => {
  const rate = requiredRunRate({ ...seen, limits: null })!
  expect(rate.reach).toBeNull()
  expect(isOutOfReach(rate, 'higher-is-better', seen.format)).toBe(true)
  expect(isOutOfReach({ ...rate, best: 88.9 }, 'higher-is-better', seen.format)).toBe(false)
})

test('an easy rate is worse than the process ever gives', () => {
  const easy = requiredRunRate({ ...seen, annual: targetOf(60) })!
  expect(easy).toMatchObject({ needed: 48.9, reach: 'easy' })
})

test('there is no run-rate after the year, for a range, or for context', () => {
  const full = [1, 2, 3, 4].map(plain)
  expect(requiredRunRate({ ...seen, figures: full })).toBeNull()
  expect(requiredRunRate({ ...seen, annual: rangeOf(4, 6) })).toBeNull()
  expect(requiredRunRate({ ...seen, polarity: 'context-only' })).toBeNull()
})

test.each([
  [48, 40, 60, 0.4],
  [52, 40, 60, 0.6],
  [40, 60, 20, 0.5],
  [60, 40, 60, 1],
  [30, 40, 60, -0.5],
])(
  '%d from a baseline of %d to a stretch of %d is a share of %d',
  (actual, baseline, stretch, share) => {
    expect(shareOfStretch(actual, baseline, stretch)).toBe(share)
  },
)

test('a stretch that asks for nothing has no share', () => {
  expect(shareOfStretch(40, 40, 40)).toBeNull()
})

test('60% of the stretch earns 60% of the grant, less earns none, more than all earns all', () => {
  expect(rewardGrant(shareOfStretch(76.05, 67.6, 81.6833333333333)!, 1)).toBe(0.6)
  expect(rewardGrant(0.6, 120_000)).toBe(72_000)
  expect(rewardGrant(0.5999, 120_000)).toBe(0)
  expect(rewardGrant(1.2, 120_000)).toBe(120_000)
  expect(rewardGrant(0.875, 100.01)).toBe(87.51)
})
