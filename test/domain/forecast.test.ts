import {
  rangeRecord,
  trackRecord,
  usualChange,
  type ScoredForecast,
  type TrackRecordOptions,
} from '../../server/domain/forecast'
import { rangeSentence, trackRecordSentence } from '../../server/domain/forecast-sentence'

const HIGHER: TrackRecordOptions = { polarity: 'higher-is-better', history: [], season: 1 }
const ERRORS = [3, 2, -1, 4, 2, 5, -2, 2.2]
const POINTS = { period: 'quarter', amount: (size: number) => `${size.toFixed(1)} points` }

describe('the track record', () => {
  test('counts errors as forecast minus actual', () => {
    expect(trackRecord(made([3, -1]), HIGHER)).toMatchObject({
      scored: 2,
      meanError: 1,
      meanAbsoluteError: 2,
    })
  })

  test.each([
    ['higher-is-better', [3, 2, -1], 'over-optimistic', 2],
    ['higher-is-better', [-3, -2, 1], 'over-cautious', 2],
    ['lower-is-better', [3, 2, -1], 'over-cautious', 2],
    ['lower-is-better', [-3, -2, 1], 'over-optimistic', 2],
    ['context-only', [3, 2, -1], 'too-high', 2],
    ['range-is-better', [-3, -2, 1], 'too-low', 2],
    ['higher-is-better', [3, -3], 'even', 0],
    ['higher-is-better', [1, 1, -9], 'even', 0],
    ['higher-is-better', [0, 0], 'even', 0],
    ['higher-is-better', [], 'even', 0],
  ] as const)('%s with errors %j is %s', (polarity, errors, lean, leaning) => {
    expect(trackRecord(made(errors), { ...HIGHER, polarity })).toMatchObject({ lean, leaning })
  })

  test('a forecast that was right leans no way, binary dust aside', () => {
    const [forecast] = made([0])
    const exact = { ...forecast!, value: 0.1 + 0.2, actual: 0.3, low: 0.1 + 0.2, high: 0.4 }
    expect(trackRecord([exact], HIGHER)).toMatchObject({ lean: 'even', meanError: 0, inside: 1 })
  })

  test('hindsight is not scored', () => {
    const [early, late] = made([1, 5])
    const record = trackRecord([early!, { ...late!, madeOn: '2026-07-01' }], HIGHER)
    expect(record).toMatchObject({ scored: 1, meanAbsoluteError: 1 })
    expect(trackRecord([{ ...late!, madeOn: '2026-06-30' }], HIGHER).scored).toBe(1)
  })

  test('coverage is a share from eight forecasts with a range on', () => {
    const forecasts = made(ERRORS)
    expect(trackRecord(forecasts, HIGHER)).toMatchObject({ ranged: 8, inside: 4, coverage: 0.5 })
    expect(trackRecord(forecasts.slice(0, 7), HIGHER)).toMatchObject({ ranged: 7, coverage: null })
    const open = forecasts.map(forecast => ({ ...forecast, high: null }))
    expect(trackRecord(open, HIGHER)).toMatchObject({ ranged: 0, inside: 0, coverage: null })
  })

  test('the ends of a range are inside it', () => {
    expect(trackRecord(made([2, -2]), HIGHER).inside).toBe(2)
    expect(trackRecord(made([2.1, -2.1]), HIGHER).inside).toBe(0)
  })

  test('the scaled error divides by what the measure usually moves', () => {
    const history = [10, 12, 11, 13, 14, 16]
    expect(trackRecord(made([3, -1]), { ...HIGHER, history }).scaledError).toBeCloseTo(2 / 1.6, 12)
    expect(trackRecord(made([3, -1]), { ...HIGHER, history, season: 4 }).scaledError).toBeCloseTo(
      2 / 4,
      12,
    )
  })

  test('is undefined on a history that never moved, or none', () => {
    expect(trackRecord(made([3]), { ...HIGHER, history: [5, 5, 5] }).scaledError).toBeNull()
    expect(trackRecord(made([3]), { ...HIGHER, history: [5] }).scaledError).toBeNull()
    expect(usualChange([5, 5, 5], 1)).toBeNull()
    expect(usualChange([1, null, 9, 11], 1)).toBe(2)
  })

  test('skill is what is better than no change, over the periods both have', () => {
    const [first, second] = made([1, 1])
    const naive = (forecast: ScoredForecast, off: number) => ({
      ...forecast,
      naive: forecast.actual + off,
    })
    expect(trackRecord([naive(first!, 4)], HIGHER).skill).toBe(0.75)
    expect(trackRecord([naive(first!, -0.5)], HIGHER).skill).toBe(-1)
    expect(trackRecord([naive(first!, 4), { ...second!, value: 999 }], HIGHER).skill).toBe(0.75)
    expect(trackRecord([naive(first!, 0)], HIGHER).skill).toBeNull()
    expect(trackRecord([second!], HIGHER).skill).toBeNull()
  })

  test('of nothing is empty', () => {
    expect(trackRecord([], HIGHER)).toEqual({
      scored: 0,
      meanError: null,
      lean: 'even',
      leaning: 0,
      meanAbsoluteError: null,
      scaledError: null,
      ranged: 0,
      inside: 0,
      coverage: null,
      skill: null,
    })
  })
})

describe('in words', () => {
  test('gives the lean, its size and the range from eight forecasts on', () => {
    expect(trackRecordSentence(trackRecord(made(ERRORS), HIGHER), POINTS)).toBe(
      'Over-optimistic in 6 of 8 quarters, by 1.9 points on average. 4 of 8 inside the range given.',
    )
  })

  test('gives counts only while there are fewer', () => {
    expect(trackRecordSentence(trackRecord(made(ERRORS.slice(0, 3)), HIGHER), POINTS)).toBe(
      'Over-optimistic in 2 of 3 quarters. 2 of 3 inside the range given.',
    )
    expect(trackRecordSentence(trackRecord(made([-1]), HIGHER), POINTS)).toContain(
      'Over-cautious in 1 of 1 quarter.',
    )
  })

  test('says when it leans neither way, and when there is nothing to go by', () => {
    expect(trackRecordSentence(trackRecord(made([1, -1]), HIGHER), POINTS)).toContain(
      'Leaning neither way over 2 quarters.',
    )
    expect(trackRecordSentence(trackRecord([], HIGHER), POINTS)).toBe(
      'No forecast has met its figure yet.',
    )
  })

  test.each([
    [9, 'Closer than assuming no change from one quarter to the next.'],
    [2, 'No closer than assuming no change from one quarter to the next.'],
  ])('compares with no change that is off by %s', (off, sentence) => {
    const forecasts = made(ERRORS).map(one => ({ ...one, naive: one.actual + off }))
    expect(trackRecordSentence(trackRecord(forecasts, HIGHER), POINTS)).toContain(sentence)
    expect(trackRecordSentence(trackRecord(forecasts.slice(1), HIGHER), POINTS)).not.toContain(
      'assuming',
    )
  })
})

describe('the range of the yardstick', () => {
  const steady = Array.from({ length: 28 }, (_, at) => 50 + ((at * 7) % 5))

  test('is tested on each figure from the ninth on, with what came before it', () => {
    expect(rangeRecord(steady.slice(0, 8))).toEqual({ tested: 0, held: 0 })
    expect(rangeRecord(steady.slice(0, 9)).tested).toBe(1)
    expect(rangeRecord([...steady.slice(0, 8), null, 52])).toEqual({ tested: 1, held: 1 })
    expect(rangeRecord([...steady.slice(0, 8), 999])).toEqual({ tested: 1, held: 0 })
    expect(rangeRecord([...steady.slice(0, 8), 60, 9999])).toEqual({ tested: 2, held: 0 })
    const { tested, held } = rangeRecord(steady)
    expect(tested).toBe(20)
    expect(held).toBeGreaterThan(10)
  })

  test.each([
    [{ tested: 0, held: 0 }, 'The range has not been put to the test yet.'],
    [{ tested: 5, held: 4 }, 'In past tests the range held 4 of 5 figures.'],
    [{ tested: 20, held: 14 }, 'In past tests the range held 14 of 20 figures, about 7 in 10.'],
  ])('%j reads: %s', (record, sentence) => {
    expect(rangeSentence(record)).toBe(sentence)
  })
})

/** Forecasts that missed by these, each with a range of two either side. */
function made(errors: readonly number[]): ScoredForecast[] {
  return errors.map(error => ({
    value: 70 + error,
    low: 68 + error,
    high: 72 + error,
    actual: 70,
    naive: null,
    madeOn: '2026-05-12',
    closedOn: '2026-06-30',
  }))
}
