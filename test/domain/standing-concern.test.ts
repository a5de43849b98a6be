import { standingOf } from '../../server/domain/standing'
import type { StandingInput } from '../../server/domain/standing-input'
import { targetOf } from '../../server/domain/target'
import { quarters, seen } from './a-series'

describe('signal or noise', () => {
  const noise = [75, 73, 76, 74, 75, 73, 75, 74, 76, 74, 75, 73]

  test('too few quarters tell nothing, and no verdict is kept', () => {
    expect(standingOf({ ...seen, figures: quarters([75, 75, 74, 40]) })).toMatchObject({
      drawn: false,
      variation: null,
      flag: null,
      assurance: null,
      signalSentence: expect.stringContaining('Too few quarters'),
    })
  })

  test('a steady miss asks how the system is built', () => {
    const standing = standingOf({ ...seen, figures: quarters(noise, 2022) })
    expect(standing).toMatchObject({ drawn: true, variation: null, assurance: 'fail' })
    expect(standing.leads).toEqual(['how', 'why', 'who', 'what', 'when', 'where'])
  })

  test('an adverse signal is a reason for concern even when green', () => {
    const easy = {
      ...seen,
      annualTargets: [2022, 2023, 2024, 2025].map(year => ({ year, target: targetOf(50) })),
    }
    const standing = standingOf({ ...easy, figures: quarters([...noise, 60], 2022) })
    expect(standing).toMatchObject({ status: 'green', variation: 'concern', flag: 'outside' })
    expect(standing.reasons.map(({ code }) => code)).toEqual(['adverse-signal'])
    expect(standing.reasons[0]!.sentence).toMatch(
      /^2025\/26 Q1 is beyond what ordinary variation gives, .* on the worse side\.$/,
    )
    expect(standing.leads.slice(0, 2)).toEqual(['why', 'when'])
  })

  test('the same figure on the better side is no concern', () => {
    const easy = { ...seen, annualTargets: [{ year: 2025, target: targetOf(50) }] }
    const standing = standingOf({ ...easy, figures: quarters([...noise, 90], 2022) })
    expect(standing).toMatchObject({ variation: 'improvement', reasons: [] })
    expect(standing.leads.slice(0, 2)).toEqual(['where', 'what'])
  })

  test('an old signal is not told of a period without a figure', () => {
    const figures = quarters([...noise, 60, 60], 2022).map((figure, index) =>
      index === 13 ? { ...figure, value: null, availability: 'not-applicable' as const } : figure,
    )
    expect(standingOf({ ...seen, figures })).toMatchObject({
      drawn: true,
      variation: null,
      flag: null,
      reasons: [],
    })
  })

  test('a change of definition starts the limits afresh', () => {
    const figures = quarters([...noise, ...noise.map(value => value - 20)], 2022)
    const standing = standingOf({ ...seen, figures, breaks: ['2025-04-01'] })
    expect(standing.mean).toBeCloseTo(noise.reduce((a, b) => a + b) / 12 - 20, 9)
    expect(standing.variation).toBeNull()
  })
})

describe('reasons for concern', () => {
  const codes = (input: StandingInput) => standingOf(input).reasons.map(({ code }) => code)

  test('amber counts from the second period running', () => {
    expect(codes({ ...seen, figures: quarters([80, 78]) })).toEqual([])
    expect(codes({ ...seen, figures: quarters([78, 78]) })).toEqual(['amber-twice'])
    expect(codes({ ...seen, figures: quarters([70, 78]) })).toEqual([])
  })

  const forecast = { low: 70, high: 78, madeOn: '2024-08-01' }

  test('on track now, but forecast to miss the year', () => {
    const input = { ...seen, figures: quarters([81, 82]) }
    expect(codes({ ...input, yearEndForecast: { ...forecast, value: 79.9 } })).toEqual([
      'year-end-miss',
    ])
    expect(codes({ ...input, yearEndForecast: { ...forecast, value: 80 } })).toEqual([])
    const amber = { ...seen, figures: quarters([81, 78]) }
    expect(codes({ ...amber, yearEndForecast: { ...forecast, value: 79 } })).toEqual([
      'year-end-miss',
    ])
    const red = { ...seen, figures: quarters([81, 70]) }
    expect(codes({ ...red, yearEndForecast: { ...forecast, value: 79 } })).toEqual(['red'])
    expect(
      codes({ ...input, yearEndForecast: { ...forecast, value: 70, starts: '2025-01-01' } }),
    ).toEqual(['year-end-miss'])
    expect(
      codes({ ...input, yearEndForecast: { ...forecast, value: 70, starts: '2026-01-01' } }),
    ).toEqual([])
  })

  test('a year that is over is not forecast any more', () => {
    const figures = quarters([81, 82, 82, 81])
    expect(codes({ ...seen, figures, yearEndForecast: { ...forecast, value: 70 } })).toEqual([])
  })

  test('on track now, but the year needs more than was ever done', () => {
    const input = {
      ...seen,
      definition: { ...seen.definition, yearToDate: 'mean' as const },
      figures: quarters([80, 81, 80, 81, 70, 70, 80]),
    }
    const [reason] = standingOf(input).reasons
    expect(reason).toEqual({
      code: 'year-end-miss',
      sentence:
        'On track now, but hardly for the year. The year needs 100.0% in the last quarter; the best ever is 81.0%.',
    })
    expect(codes({ ...input, figures: quarters([80, 81, 80, 81, 80, 80, 80]) })).toEqual([])
  })

  test('a first year has too little behind it to say what cannot be done', () => {
    const definition = { ...seen.definition, yearToDate: 'mean' as const }
    expect(codes({ ...seen, definition, figures: quarters([70, 80]) })).toEqual([])
  })
})
