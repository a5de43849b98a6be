import { xmr, type XmrOptions } from '../../server/domain/spc'
import { rangeOf, targetOf } from '../../server/domain/target'

const SAW = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11]

describe('limits', () => {
  test('sit 2.66 average moving ranges either side of the mean', () => {
    const chart = xmr([10, 12, 11, 13], { screening: false })

    expect(chart.mean).toBe(11.5)
    expect(chart.lower).toBeCloseTo(11.5 - (2.66 * 5) / 3, 12)
    expect(chart.upper).toBeCloseTo(11.5 + (2.66 * 5) / 3, 12)
  })

  test('leave out a range beyond 3.267 times the average, but keep its points in the mean', () => {
    const values = [10, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11]
    const screened = xmr(values, {})
    const whole = xmr(values, { screening: false })

    expect(screened.mean).toBe(whole.mean)
    expect(screened.upper! - screened.mean!).toBeCloseTo(2.66, 12)
    expect(whole.upper! - whole.mean!).toBeCloseTo((2.66 * (9 + 40)) / 11, 12)
  })

  test('are screened once, not until nothing stands out', () => {
    const values = [...Array(30).fill(0), 100, ...Array(10).fill(0), 1, ...Array(10).fill(0)]
    const chart = xmr(values, {})

    expect(chart.upper! - chart.mean!).toBeCloseTo((2.66 * 2) / 49, 12)
  })

  test('are never clipped to 0 or 100', () => {
    const chart = xmr([99, 100, 92, 100, 96, 100, 90, 100], {})
    expect(chart.upper).toBeGreaterThan(100)
    expect(xmr([0, 3, 0, 5, 1, 0, 4, 0], {}).lower).toBeLessThan(0)
  })

  test('of a constant series are the figure itself, are not drawn and flag nothing', () => {
    const chart = xmr(Array(10).fill(0.1), { polarity: 'higher-is-better' })

    expect(chart).toMatchObject({ mean: 0.1, lower: 0.1, upper: 0.1, drawn: false })
    expect(chart.variation).toBeNull()
    expect(chart.points.every(point => point.flag === null)).toBe(true)
  })

  test('can be fixed after the first points of a group, 12 at the least', () => {
    const moved = [...SAW, 20, 21, 20, 21]
    const fixed = xmr(moved, { fixAfter: 14 })

    expect(fixed.mean).toBe(10.5)
    expect(fixed.upper).toBeCloseTo(10.5 + 2.66, 12)
    expect(fixed.points.at(-1)!.flag).toBe('outside')
    expect(() => xmr(moved, { fixAfter: 11 })).toThrow('fixed after 12 points or more')
    expect(() => xmr(moved, { fixAfter: Number.NaN })).toThrow(RangeError)
  })

  test('fixed limits count from the first point of each group', () => {
    const chart = xmr([...SAW, 40, ...SAW.map(value => value + 20), 60], {
      rebase: [15],
      fixAfter: 14,
    })
    expect(chart.groups.map(group => group.mean)).toEqual([10.5, 30.5])
  })
})

describe('how much is drawn', () => {
  test.each([
    [7, false, true],
    [8, true, true],
    [12, true, true],
    [13, true, false],
  ])('with %i points: drawn %s, trial %s', (points, drawn, trial) => {
    const chart = xmr(SAW.slice(0, points), {})
    expect(chart).toMatchObject({ drawn, trial })
    expect(chart.mean).not.toBeNull()
  })

  test('missing points do not count towards the 8', () => {
    expect(xmr([10, 11, 10, 11, null, 10, 11, 10], {}).drawn).toBe(false)
  })

  test('an empty series has no limits and no verdict', () => {
    expect(xmr([], {})).toMatchObject({ mean: null, lower: null, drawn: false, variation: null })
    expect(xmr([null, null], {}).points).toEqual(
      Array(2).fill({ value: null, flag: null, meaning: null }),
    )
    expect(xmr([5], {})).toMatchObject({ mean: 5, lower: null, upper: null, drawn: false })
  })

  test('a figure that is not a number is refused', () => {
    expect(() => xmr([1, Number.NaN], {})).toThrow('Point 2 of the series is not a number.')
    expect(() => xmr([Number.POSITIVE_INFINITY], {})).toThrow(RangeError)
  })
})

describe('rules', () => {
  test('a point on a limit is inside it, and one on the mean is on no side', () => {
    const values = [10, 12, 10, 12, 10, 12, 10, 12, 8, 10, 12, 10]
    const { upper } = xmr(values, {})
    expect(flags([...values, upper!], { fixAfter: 12 }).at(-1)).not.toBe('outside')
    expect(flags([...values, upper! + 1e-6], { fixAfter: 12 }).at(-1)).toBe('outside')

    const onMean = [10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 10.5, 10.5, 10.5, 10]
    expect(
      flags([...onMean, 10.5, 10.5, 10.5, 10.5], { fixAfter: 12 }).every(flag => flag === null),
    ).toBe(true)
  })

  test('binary dust does not put a figure beyond a limit or a mean it stands on', () => {
    const values = [0.1, 0.7, 0.1, 0.7, 0.1, 0.7, 0.1, 0.7, 0.1, 0.7, 0.1, 0.7]
    expect(flags([...values, 1.996, -1.196], { fixAfter: 12 }).slice(12)).toEqual([null, null])
    const atTheLimit = { polarity: 'higher-is-better', target: targetOf(1.996) } as const
    expect(xmr(values, atTheLimit).assurance).toBe('hit-and-miss')

    const around = [7.6, 5.2, 2.3, 3.8, 0.9, 7.5, 7.4, 0.1, 9.6, 1.9, 6.2, 0.3]
    expect(flags([...around, ...Array(7).fill(4.4)], { fixAfter: 12 })).not.toContain('shift')
  })

  test('seven rising points make a trend, six do not, and a tie breaks it', () => {
    expect(flags([5, 1, 2, 3, 4, 5, 6, 7, 5], {})).toEqual([null, ...Array(7).fill('trend'), null])
    expect(flags([5, 1, 2, 3, 4, 5, 6, 5, 5], {})).not.toContain('trend')
    expect(flags([1, 2, 3, 4, 4, 5, 6, 7, 8], {})).not.toContain('trend')
  })

  test('the run length is a setting', () => {
    expect(flags([5, 1, 2, 3, 4, 5, 3, 5], { runLength: 5 })).toContain('trend')
    expect(flags([5, 1, 2, 3, 4, 5, 3, 5], {})).not.toContain('trend')
    expect(() => xmr(SAW, { runLength: 1 })).toThrow(RangeError)
  })

  test('a trend is coloured by its direction, not its side, and turns at its turning point', () => {
    const values = [7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7, 30, -20, 30, -20]
    const { points } = xmr(values, { polarity: 'higher-is-better', screening: false })

    expect(points.map(point => point.flag).slice(0, 13)).toEqual(Array(13).fill('trend'))
    expect(points.slice(0, 6).map(point => point.meaning)).toEqual(Array(6).fill('concern'))
    expect(points.slice(6, 13).map(point => point.meaning)).toEqual(Array(7).fill('improvement'))
  })

  test('seven points on one side make a shift, and a point on the mean breaks it', () => {
    const base = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
    const high = [11.5, 12, 11.5, 12, 11.5, 12]
    const shifted = flags([...base, 10, ...high, 11.5], { fixAfter: 12 })
    expect(shifted.slice(-8)).toEqual([null, ...Array(7).fill('shift')])
    expect(flags([...base, 10, ...high], { fixAfter: 12 })).not.toContain('shift')
    expect(flags([...base, 10, ...high, 11, ...high], { fixAfter: 12 })).not.toContain('shift')
  })

  test('two in three flags only the points near the limit', () => {
    const base = Array.from({ length: 12 }, (_, at) => 10 + (at % 2))
    const near = 10.5 + 2
    expect(flags([...base, near, 10.8, near, 10], { fixAfter: 12 }).slice(12)).toEqual([
      'two-in-three',
      null,
      'two-in-three',
      null,
    ])
    expect(flags([...base, near, 10.2, near, 10], { fixAfter: 12 })).not.toContain('two-in-three')
  })

  test('two sigma itself is not near the limit', () => {
    const base = Array.from({ length: 12 }, (_, at) => 10 + (at % 2))
    const twoSigma = 10.5 + (2.66 * 2) / 3
    expect(flags([...base, twoSigma, twoSigma, 10], { fixAfter: 12 })).not.toContain('two-in-three')
  })

  test('an outside point counts for the side; as near only in making data count', () => {
    const base = Array.from({ length: 12 }, (_, at) => 10 + (at % 2))
    const values = [...base, 14, 12.5, 10.8, 10]
    expect(flags(values, { fixAfter: 12 }).slice(12)).toEqual(['outside', null, null, null])
    expect(flags(values, { fixAfter: 12, preset: 'making-data-count' }).slice(12)).toEqual([
      'outside',
      'two-in-three',
      null,
      null,
    ])
    expect(flags([...base, 12.5, 14, 12.5], { fixAfter: 12 }).slice(12)).toEqual([
      'two-in-three',
      'outside',
      'two-in-three',
    ])
  })

  test('making data count does not screen ranges', () => {
    const values = [10, 11, 10, 11, 10, 30, 10, 11, 10, 11, 10, 11]
    expect(xmr(values, { preset: 'making-data-count' }).upper).toBe(
      xmr(values, { screening: false }).upper,
    )
  })
})

describe('breaks and gaps', () => {
  test('a rebase starts a group of its own, and runs do not cross it', () => {
    const values = [5, 1, 2, 3, 4, 5, 6, 7, 5]
    expect(flags(values, { rebase: [4] })).not.toContain('trend')
    expect(xmr([...SAW, ...SAW.map(value => value * 2)], { rebase: [14] })).toMatchObject({
      mean: 21,
      groups: [
        { from: 0, to: 13, points: 14, mean: 10.5 },
        { from: 14, to: 27, points: 14, mean: 21 },
      ],
    })
  })

  test('a rebase that names no point, or the first, changes nothing', () => {
    expect(xmr(SAW, { rebase: [0, -1, 99, 2.5] })).toEqual(xmr(SAW, {}))
    expect(xmr(SAW, { rebase: [9, 4, 9] })).toEqual(xmr(SAW, { rebase: [4, 9] }))
  })

  test('a rebase on a missing point holds from the next figure on', () => {
    const chart = xmr([10, 11, 10, null, 20, 21, 20], { rebase: [3] })
    expect(chart.groups).toMatchObject([
      { from: 0, to: 2, points: 3 },
      { from: 3, to: 6, points: 3 },
    ])
  })

  test('a break after the latest figure leaves the verdict with the figures there are', () => {
    expect(xmr([...SAW, null], { rebase: [14] })).toMatchObject({ mean: 10.5, drawn: true })
  })

  test.each([
    [[10, 11, 10, null, 50, 51, 50], false],
    [[10, 11, 10, null, 12, 13, 12], false],
    [[10, 11, 10, null, 12, 13, 12], true],
  ])('no range spans the gap of %j, screened %s', (values, screening) => {
    const { mean, upper } = xmr(values, { screening })
    expect(upper! - mean!).toBeCloseTo(2.66, 12)
  })

  test('a gap breaks a trend and a shift', () => {
    expect(flags([5, 1, 2, 3, null, 4, 5, 6, 7, 5], {})).not.toContain('trend')
    const base = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
    const high = [11.5, 12, 11.5, 12]
    expect(flags([...base, ...high, ...high], { fixAfter: 12 })).toContain('shift')
    expect(flags([...base, ...high, null, ...high], { fixAfter: 12 })).not.toContain('shift')
  })

  test('missing points change nothing at either end', () => {
    const inner = xmr(SAW, {})
    const padded = xmr([null, ...SAW, null, null], {})
    expect(padded).toMatchObject({ mean: inner.mean, lower: inner.lower, upper: inner.upper })
    expect(padded.points.slice(1, -2)).toEqual(inner.points)
  })

  test('the verdict is that of the latest figure, missing ones aside', () => {
    const values = [...SAW, 30, null]
    expect(xmr(values, { polarity: 'lower-is-better' })).toMatchObject({
      variation: 'concern',
      flag: 'outside',
    })
    expect(xmr([...values, 10], { polarity: 'lower-is-better' }).variation).toBeNull()
  })
})

describe('assurance', () => {
  const limits = { lower: 10.5 - 2.66, upper: 10.5 + 2.66 }

  test.each([
    ['higher-is-better', 7, 'pass'],
    ['higher-is-better', 10, 'hit-and-miss'],
    ['higher-is-better', 14, 'fail'],
    ['lower-is-better', 7, 'fail'],
    ['lower-is-better', 14, 'pass'],
    ['higher-is-better', limits.upper, 'hit-and-miss'],
    ['lower-is-better', limits.lower, 'hit-and-miss'],
    ['context-only', 14, null],
  ] as const)('%s with a target of %s: %s', (polarity, value, expected) => {
    expect(xmr(SAW, { polarity, target: targetOf(value) }).assurance).toBe(expected)
  })

  test.each([
    [rangeOf(5, 15), 'pass'],
    [rangeOf(9, 15), 'hit-and-miss'],
    [rangeOf(9, 11), 'hit-and-miss'],
    [rangeOf(20, 30), 'fail'],
    [rangeOf(1, 2), 'fail'],
    [{ value: null, low: 5, high: null }, 'pass'],
    [{ value: null, low: null, high: 5 }, 'fail'],
    [targetOf(10), null],
  ] as const)('a range target of %j: %s', (target, expected) => {
    expect(xmr(SAW, { polarity: 'range-is-better', target }).assurance).toBe(expected)
  })

  test('needs a target and a polarity', () => {
    expect(xmr(SAW, { polarity: 'higher-is-better' }).assurance).toBeNull()
    expect(xmr(SAW, { polarity: 'higher-is-better', target: null }).assurance).toBeNull()
    expect(xmr(SAW, { target: targetOf(14) }).assurance).toBeNull()
  })

  test('looks at the last group only', () => {
    const values = [...SAW, ...SAW.map(value => value + 20)]
    const options: XmrOptions = { polarity: 'higher-is-better', target: targetOf(20) }
    expect(xmr(values, { ...options, rebase: [14] }).assurance).toBe('pass')
  })
})

function flags(values: (number | null)[], options: XmrOptions) {
  return xmr(values, options).points.map(point => point.flag)
}
