import type { StandingInput } from '../../server/domain/standing-input'
import { type Period, periodStarts, shiftPeriod } from '../../server/domain/period'
import { targetOf } from '../../server/domain/target'

export const calendar = { yearStart: 4 }
export const day = { calendar, frequency: 'quarter' as const }

/** Quarters in a row from the first of a year, null for one without a figure. */
export function quarters(values: readonly (number | null)[], year = 2024) {
  return series(values, { frequency: 'quarter', year, number: 1 })
}

export function series(
  values: readonly (number | null)[],
  first: Period,
): StandingInput['figures'] {
  return values.flatMap((value, index) =>
    value === null
      ? []
      : [
          {
            starts: periodStarts(shiftPeriod(first, index), calendar),
            value,
            numerator: null,
            denominator: null,
            certainty: 'final' as const,
            availability: 'figure' as const,
          },
        ],
  )
}

export const seen: StandingInput = {
  definition: {
    title: 'People seen within 4 hours at A&E',
    unit: '%',
    decimals: 1,
    polarity: 'higher-is-better',
    frequency: 'quarter',
    shape: 'discrete',
    yearToDate: 'ratio',
    per: 100,
    tolerance: { kind: 'relative', size: 5 },
    lagDays: 45,
    startsOn: null,
  },
  calendar,
  preset: 'plot-the-dots',
  figures: quarters([80, 81, 72, 74, 73, 71]),
  targets: [],
  annualTargets: [2023, 2024, 2025, 2026].map(year => ({ year, target: targetOf(80) })),
  breaks: [],
  submittedUpTo: null,
  yearEndForecast: null,
}
export const homes: StandingInput = {
  ...seen,
  definition: { ...seen.definition, unit: '', decimals: 0, shape: 'cumulative', yearToDate: 'sum' },
  annualTargets: [2024, 2025].map(year => ({ year, target: targetOf(50) })),
}

export const defined = (changes: Partial<StandingInput['definition']>) => ({
  ...seen,
  definition: { ...seen.definition, ...changes },
})
