import { describeGolden, expectNear, goldenFiles } from '../support/golden'
import type { Polarity } from '../../server/domain/polarity'
import { xmr, type Assurance, type Meaning, type Xmr } from '../../server/domain/spc'
import { targetOf } from '../../server/domain/target'

interface Golden {
  input: {
    improvement_direction: 'increase' | 'decrease' | 'neutral'
    target: number | null
    rebase: string[]
    fix_after_n_points: number | null
    screen_outliers: boolean
    x: string[]
    y: (number | null)[]
  }
  expected: {
    ok: boolean
    mean: number | null
    lpl: number | null
    upl: number | null
    variation_type: string
    assurance_type: string | null
    groups: { n: number; mean: number | null; lpl: number | null; upl: number | null }[]
    points: { special_cause_type: string; point_type: string; y: number | null }[]
  }
}

const POLARITY_OF: Record<string, Polarity> = {
  increase: 'higher-is-better',
  decrease: 'lower-is-better',
  neutral: 'context-only',
}
const MEANING_OF: Record<string, Meaning | null> = {
  common_cause: null,
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'high',
  special_cause_neutral_low: 'low',
}
const ASSURANCE_OF: Record<string, Assurance> = {
  consistent_pass: 'pass',
  consistent_fail: 'fail',
  inconsistent: 'hit-and-miss',
}

describeGolden('XmR charts as NHSRplotthedots draws them', () => {
  test.each(goldenFiles('spc'))('$name', ({ content }) => {
    const { input, expected } = content as Golden
    if (expected.ok) {
      expectSame(chartOf(input), expected)
    } else if ((input.fix_after_n_points ?? 12) < 12) {
      expect(() => chartOf(input)).toThrow(RangeError)
    } else {
      expect(chartOf(input).points).toHaveLength(input.y.length)
    }
  })
})

function expectSame(chart: Xmr, expected: Golden['expected']): void {
  expectNear(chart.mean, expected.mean, 1e-9)
  expectNear(chart.lower, expected.lpl, 1e-9)
  expectNear(chart.upper, expected.upl, 1e-9)
  expect(chart.groups).toHaveLength(expected.groups.length)
  expected.groups.forEach((group, at) => {
    expectNear(chart.groups[at]!.mean, group.mean, 1e-9)
    expectNear(chart.groups[at]!.lower, group.lpl, 1e-9)
    expectNear(chart.groups[at]!.upper, group.upl, 1e-9)
  })
  expect(chart.variation).toBe(MEANING_OF[expected.variation_type])
  expect(chart.assurance).toBe(
    expected.assurance_type === null ? null : ASSURANCE_OF[expected.assurance_type],
  )
  expect(chart.points).toEqual(
    expected.points.map(point => ({
      value: point.y,
      flag: flagOf(point.special_cause_type),
      meaning: MEANING_OF[point.point_type],
    })),
  )
}

function chartOf(input: Golden['input']): Xmr {
  return xmr(input.y, {
    polarity: POLARITY_OF[input.improvement_direction]!,
    target: input.target === null ? null : targetOf(input.target),
    rebase: input.rebase.map(date => input.x.indexOf(date)),
    screening: input.screen_outliers,
    ...(input.fix_after_n_points === null ? {} : { fixAfter: input.fix_after_n_points }),
  })
}

function flagOf(cause: string): string | null {
  if (cause.endsWith('UCL') || cause.endsWith('LCL')) return 'outside'
  if (cause.startsWith('7 Point Trend')) return 'trend'
  if (cause.startsWith('2 in 3')) return 'two-in-three'
  return cause.startsWith('7 Points') ? 'shift' : null
}
