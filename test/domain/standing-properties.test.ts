import fc from 'fast-check'
import {
  type Frequency,
  type Period,
  periodEnds,
  periodStarts,
  shiftPeriod,
} from '../../server/domain/period'
import { standingOf, standingOn } from '../../server/domain/standing'
import type { StandingInput } from '../../server/domain/standing-input'
import { rangeOf, targetOf } from '../../server/domain/target'
import { calendar, defined, series } from './a-series'

const anyInput = fc
  .record({
    frequency: fc.constantFrom<Frequency>('month', 'quarter', 'half', 'year'),
    shape: fc.constantFrom('discrete' as const, 'cumulative' as const),
    yearToDate: fc.constantFrom(
      'sum' as const,
      'mean' as const,
      'latest' as const,
      'ratio' as const,
    ),
    polarity: fc.constantFrom(
      'higher-is-better' as const,
      'lower-is-better' as const,
      'range-is-better' as const,
      'context-only' as const,
    ),
    values: fc.array(fc.option(fc.integer({ min: -50, max: 1500 })), { maxLength: 40 }),
    target: fc.option(fc.integer({ min: -50, max: 1500 })),
    breakAt: fc.nat(60),
    forecast: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(({ frequency, shape, yearToDate, polarity, values, target, breakAt, forecast }) => {
    const first: Period = { frequency, year: 2015, number: 1 }
    return {
      ...defined({ frequency, shape, yearToDate, polarity }),
      figures: series(
        values.map(value => (value === null ? null : value / 10)),
        first,
      ),
      annualTargets:
        target === null
          ? []
          : Array.from({ length: 40 }, (_, index) => ({
              year: 2015 + index,
              target:
                polarity === 'range-is-better'
                  ? rangeOf(target / 10, target / 10 + 5)
                  : targetOf(target / 10),
            })),
      breaks: [periodStarts(shiftPeriod(first, breakAt), calendar)],
      yearEndForecast:
        forecast === null ? null : { value: forecast, low: null, high: null, madeOn: '2020-01-01' },
    } satisfies StandingInput
  })

test('whatever the series, its standing survives being kept and is the same when recomputed', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const standing = standingOf(input)
      expect(JSON.parse(JSON.stringify(standing))).toEqual(standing)
      expect(standingOf(structuredClone(input))).toEqual(standing)
      expect([...standing.leads].sort()).toEqual(['how', 'what', 'when', 'where', 'who', 'why'])
      expect(standing.concernRank > 0).toBe(standing.reasons.length > 0)
      expect(standing.headline).toMatch(/\.$/)
      expect(JSON.stringify(standing)).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: 1000 },
  )
})

test('red is among the reasons whenever a measure is red, and only then', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const { status, reasons, gap, tolerance } = standingOf(input)
      expect(reasons.some(({ code }) => code === 'red')).toBe(status === 'red')
      if (status === 'red') expect(gap!).toBeLessThan(-tolerance!)
    }),
  )
})

test('overdue is exactly the days after the due day', () => {
  fc.assert(
    fc.property(anyInput, fc.integer({ min: 2016, max: 2060 }), (input, year) => {
      const { frequency } = input.definition
      const standing = standingOf(input)
      const today = periodEnds({ frequency, year, number: 1 }, calendar)
      const status = standingOn(standing, today, { calendar, frequency }).status
      const isLate = standing.nextDueOn !== null && today > standing.nextDueOn
      expect(status === 'overdue').toBe(isLate)
    }),
  )
})
