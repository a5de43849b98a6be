import fc from 'fast-check'
import { type Frequency, type Period, periodStarts, shiftPeriod } from '../../server/domain/period'
import type { StandingInput } from '../../server/domain/standing-input'
import { rangeOf, targetOf } from '../../server/domain/target'
import { calendar, defined, series } from './a-series'

/** Any series there might be: of every frequency, shape, rule and polarity, with gaps and a break. */
export const anyInput = fc
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
