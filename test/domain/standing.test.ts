import { STANDING_RULES, standingOf } from '../../server/domain/standing'
import { rangeOf, targetOf } from '../../server/domain/target'
import { defined, homes, quarters, seen } from './a-series'

describe('the latest figure', () => {
  test('stands in a headline, with its counts and how long it has been so', () => {
    const figures = seen.figures.map((figure, index) =>
      index === 5 ? { ...figure, numerator: 436, denominator: 613 } : figure,
    )
    expect(standingOf({ ...seen, figures })).toMatchObject({
      starts: '2025-07-01',
      status: 'red',
      gap: -8.9,
      tolerance: 4,
      shortfallShare: 2.225,
      periodsRunning: 4,
      headline: '71.1% (436 of 613) in 2025/26 Q2 against 80.0%: red, fourth quarter running.',
      arithmetic:
        '71.1% is 8.9 points below the target of 80.0%. The tolerance is 5% of the target, 4.0 points, so anything below 76.0% is red.',
      rules: STANDING_RULES,
    })
  })

  test('says when it is provisional, and masks a small count', () => {
    const [first] = quarters([0])
    const figure = {
      ...first!,
      numerator: 2,
      denominator: 61,
      certainty: 'provisional' as const,
    }
    expect(standingOf({ ...seen, figures: [figure] }).headline).toBe(
      '3.3% (fewer than 5 cases, provisional) in 2024/25 Q1 against 80.0%: red.',
    )
  })

  test('is judged by the target of its own period, as targets change mid-series', () => {
    const targets = [
      { starts: '2025-04-01', target: targetOf(60) },
      { starts: '2025-07-01', target: targetOf(70) },
    ]
    const { status, target, recent } = standingOf({ ...seen, targets })
    expect([status, target]).toEqual(['green', targetOf(70)])
    expect(recent.map(each => [each.target!.value, each.status])).toEqual([
      [80, 'green'],
      [80, 'green'],
      [80, 'red'],
      [80, 'red'],
      [60, 'green'],
      [70, 'green'],
    ])
  })

  test('without a target, a polarity or applicability has no colour', () => {
    expect(standingOf({ ...seen, annualTargets: [] })).toMatchObject({
      status: 'no-target',
      headline: '71.0% in 2025/26 Q2: no target is set.',
      concernRank: 0,
    })
    expect(standingOf(defined({ polarity: 'context-only' }))).toMatchObject({
      status: 'context-only',
      directionPrevious: null,
      headline: '71.0% in 2025/26 Q2: for context, not judged.',
    })
    const absent = (availability: 'not-applicable' | 'suppressed') => {
      const figures = seen.figures.map((figure, index) =>
        index === 5 ? { ...figure, value: null, availability } : figure,
      )
      return standingOf({ ...seen, figures })
    }
    expect(absent('not-applicable')).toMatchObject({
      status: 'not-applicable',
      value: null,
      headline: 'Not applicable in 2025/26 Q2.',
      periodsRunning: 0,
      reasons: [],
    })
    expect(absent('suppressed').headline).toContain('suppressed')
  })

  test('over no cases at all is no figure, not 0', () => {
    const [first] = quarters([0])
    const figures = [{ ...first!, numerator: 0, denominator: 0 }]
    expect(standingOf({ ...seen, figures })).toMatchObject({
      status: 'not-applicable',
      value: null,
      headline: 'There were no cases in 2024/25 Q1, so there is no figure.',
    })
  })

  test('is the one before where the latest is said not to be available yet', () => {
    const figures = seen.figures.map((figure, index) =>
      index === 5 ? { ...figure, value: null, availability: 'not-yet-available' as const } : figure,
    )
    expect(standingOf({ ...seen, figures })).toMatchObject({
      starts: '2025-04-01',
      nextStarts: '2025-10-01',
    })
  })

  test('keeps to its range', () => {
    const ranged = {
      ...defined({ polarity: 'range-is-better', tolerance: { kind: 'absolute', size: 1 } }),
      annualTargets: [2024, 2025].map(year => ({ year, target: rangeOf(73, 75) })),
    }
    expect(standingOf(ranged)).toMatchObject({
      status: 'red',
      gap: -2,
      directionPrevious: 'worse',
      headline: '71.0% in 2025/26 Q2 against 73.0% to 75.0%: red.',
    })
  })
})

describe('runs and directions', () => {
  test('a period without a figure ends a run, and shows as a gap', () => {
    const standing = standingOf({ ...seen, figures: quarters([70, 70, null, 70]) })
    expect(standing.periodsRunning).toBe(1)
    expect(standing.recent.map(({ value, status }) => [value, status])).toEqual([
      [70, 'red'],
      [70, 'red'],
      [null, null],
      [70, 'red'],
    ])
    expect(standing.directionPrevious).toBeNull()
  })

  test('direction is from the last period, and from the same one last year', () => {
    expect(standingOf(seen)).toMatchObject({ directionPrevious: 'worse', directionYear: 'worse' })
    expect(standingOf({ ...seen, figures: quarters([60, 61, 72, 74, 73, 73.04]) })).toMatchObject({
      directionPrevious: 'no-real-change',
      directionYear: 'better',
    })
  })

  test('nothing is compared across a change of definition', () => {
    expect(standingOf({ ...seen, breaks: ['2025-07-01'] })).toMatchObject({
      directionPrevious: null,
      directionYear: null,
    })
    expect(standingOf({ ...seen, breaks: ['2025-04-01'] })).toMatchObject({
      directionPrevious: 'worse',
      directionYear: null,
    })
    expect(standingOf({ ...seen, breaks: ['2024-07-01'] }).directionYear).toBe('worse')
  })

  test('only the last twelve periods are kept', () => {
    const figures = quarters(new Array<number>(15).fill(80), 2022)
    const { recent } = standingOf({ ...seen, figures })
    expect(recent).toHaveLength(12)
    expect(recent[0]!.starts).toBe('2023-01-01')
  })
})

describe('running totals', () => {
  const figures = quarters([10, 22, 40, 52, 15, 20])

  test('are held against a target that rises through the year', () => {
    expect(standingOf({ ...homes, figures })).toMatchObject({
      value: 20,
      target: targetOf(25),
      status: 'red',
    })
  })

  test('are compared by what each quarter added, and with the same point last year', () => {
    expect(standingOf({ ...homes, figures })).toMatchObject({
      directionPrevious: 'worse',
      directionYear: 'worse',
    })
    expect(standingOf({ ...homes, figures: quarters([10, 22, 40, 52, 8, 23]) })).toMatchObject({
      directionPrevious: 'better',
      directionYear: 'better',
    })
  })

  test('can be ahead of last year though the quarter itself was worse', () => {
    expect(standingOf({ ...homes, figures: quarters([10, 22, 40, 52, 18, 23]) })).toMatchObject({
      directionPrevious: 'worse',
      directionYear: 'better',
    })
  })

  test('lose the one quarter in which the definition changed mid-year', () => {
    const figures = quarters([10, 20, 30, 40, 10, 100, 110, 120])
    expect(standingOf({ ...homes, figures, breaks: ['2025-07-01'] }).mean).toBe(10)
  })

  test('are assured by the step their target takes, not by the height it has reached', () => {
    const steady = [10, 20.5, 30, 40.5, 10, 20.5, 30, 40.5, 10.5, 20, 30.5, 40]
    const assured = (annual: number, count: number) =>
      standingOf({
        ...homes,
        figures: quarters(steady.slice(0, count), 2022),
        annualTargets: [2022, 2023, 2024].map(year => ({ year, target: targetOf(annual) })),
      }).assurance
    expect(assured(28, 12)).toBe('pass')
    expect(assured(60, 9)).toBe('fail')
  })

  test('are charted by what each period added, so that limits do not climb', () => {
    const steady = [10, 22, 30, 41, 12, 20, 33, 42, 9, 21, 30, 40]
    const { mean, drawn, signalSentence } = standingOf({
      ...homes,
      figures: quarters(steady, 2022),
    })
    expect(mean).toBeCloseTo((41 + 42 + 40) / 12, 9)
    expect(drawn).toBe(true)
    expect(signalSentence).toMatch(/^By what each quarter added to the total: /)
  })
})
