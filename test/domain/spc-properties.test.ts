import fc from 'fast-check'
import type { Polarity } from '../../server/domain/polarity'
import { PRESETS } from '../../server/domain/preset'
import { signalOf, xmr, type XmrOptions } from '../../server/domain/spc'
import { targetOf } from '../../server/domain/target'

/** Whole numbers, so that shifting and scaling are exact and nothing can hide in the rounding. */
const figure = fc.integer({ min: -40, max: 40 })
const series = fc.array(fc.option(figure, { freq: 8 }), { maxLength: 40 })
const options: fc.Arbitrary<XmrOptions> = fc.record({
  polarity: fc.constantFrom<Polarity>('higher-is-better', 'lower-is-better', 'context-only'),
  preset: fc.constantFrom(...PRESETS),
  target: fc.option(figure.map(targetOf), { nil: null }),
  rebase: fc.array(fc.nat({ max: 39 }), { maxLength: 3 }),
})

test('the short answer and the whole chart always agree', () => {
  fc.assert(
    fc.property(series, options, (values, settings) => {
      expect(xmr(values, settings)).toMatchObject(signalOf(values, settings))
    }),
    { numRuns: 500 },
  )
})

test('one series leaves nothing behind for the next', () => {
  fc.assert(
    fc.property(series, series, options, (first, second, settings) => {
      const alone = xmr(second, settings)
      xmr(first, settings)
      expect(xmr(second, settings)).toEqual(alone)
    }),
  )
})

test('adding to every figure moves the limits and changes no flag', () => {
  fc.assert(
    fc.property(series, options, fc.integer({ min: -500, max: 500 }), (values, settings, shift) => {
      const { target: _, ...rest } = settings
      const before = xmr(values, rest)
      const after = xmr(
        each(values, value => value + shift),
        rest,
      )
      expect(verdicts(after)).toEqual(verdicts(before))
      if (before.mean !== null) expect(after.mean).toBeCloseTo(before.mean + shift, 8)
    }),
    { numRuns: 500 },
  )
})

test('another unit changes no flag', () => {
  fc.assert(
    fc.property(series, options, fc.constantFrom(0.01, 0.1, 3, 1000), (values, settings, unit) => {
      const { target, ...rest } = settings
      const before = xmr(values, settings)
      const after = xmr(
        each(values, value => value * unit),
        {
          ...rest,
          target: target ? targetOf(target.value! * unit) : null,
        },
      )
      expect(verdicts(after)).toEqual(verdicts(before))
      expect(after.assurance).toBe(before.assurance)
    }),
    { numRuns: 500 },
  )
})

test('the other polarity swaps improvement and concern, pass and fail', () => {
  const other = { improvement: 'concern', concern: 'improvement' } as Record<string, string>
  const turned = { pass: 'fail', fail: 'pass', 'hit-and-miss': 'hit-and-miss' }
  fc.assert(
    fc.property(series, options, (values, settings) => {
      const up = xmr(values, { ...settings, polarity: 'higher-is-better' })
      const down = xmr(values, { ...settings, polarity: 'lower-is-better' })
      expect(down.points.map(point => point.meaning)).toEqual(
        up.points.map(point => (point.meaning === null ? null : other[point.meaning])),
      )
      expect(down.assurance).toBe(up.assurance === null ? null : turned[up.assurance])
    }),
  )
})

test('a range or context measure is only ever high or low', () => {
  fc.assert(
    fc.property(series, options, (values, settings) => {
      const { points } = xmr(values, { ...settings, polarity: 'range-is-better' })
      for (const { flag, meaning } of points) {
        expect(flag === null ? [null] : ['high', 'low']).toContain(meaning)
      }
    }),
  )
})

test('the points come back one for one, missing ones unflagged', () => {
  fc.assert(
    fc.property(series, options, (values, settings) => {
      const { points, groups } = xmr(values, settings)
      expect(points.map(point => point.value)).toEqual(values)
      expect(points.filter(point => point.value === null && point.flag !== null)).toEqual([])
      expect(groups.reduce((sum, group) => sum + group.points, 0)).toBe(
        values.filter(value => value !== null).length,
      )
      expect(groups[0]!.from).toBe(0)
      expect(groups.at(-1)!.to).toBe(values.length - 1)
    }),
  )
})

test('pure noise seldom flags its latest point', () => {
  let state = 20261
  const uniform = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const noise = () =>
    Array.from({ length: 24 }, () => 50 + 10 * (uniform() + uniform() + uniform()))
  let flagged = 0
  for (let run = 0; run < 4000; run++) if (signalOf(noise(), {}).variation !== null) flagged++

  expect(flagged / 4000).toBeGreaterThan(0.004)
  expect(flagged / 4000).toBeLessThan(0.03)
})

function each(values: readonly (number | null)[], change: (value: number) => number) {
  return values.map(value => (value === null ? null : change(value)))
}

function verdicts(chart: ReturnType<typeof xmr>) {
  return chart.points.map(({ flag, meaning }) => ({ flag, meaning }))
}
