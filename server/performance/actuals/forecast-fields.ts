import type { z } from 'zod'
import {
  lastPeriodEnded,
  type Period,
  periodEnds,
  periodLabel,
  periodsInYear,
  periodStarts,
  shiftPeriod,
} from '../../domain/period'
import { optionalDecimal } from '../../web/forms'
import type { Foreseen } from '../forecasts/ledger'
import type { DueActual } from './due'

export const forecastFields = {
  forecastValue: optionalDecimal('Forecast must be a number, like 84.5'),
  forecastLow: optionalDecimal('Lowest likely must be a number, like 80'),
  forecastHigh: optionalDecimal('Highest likely must be a number, like 88'),
  yearEndValue: optionalDecimal('Forecast for the year must be a number, like 84.5'),
  yearEndLow: optionalDecimal('Lowest likely for the year must be a number, like 80'),
  yearEndHigh: optionalDecimal('Highest likely for the year must be a number, like 88'),
}

export type ForecastFields = Record<keyof typeof forecastFields, number | null>

/** The names of one forecast's three fields. */
export const FIELDS = {
  period: ['forecastValue', 'forecastLow', 'forecastHigh'],
  'year-end': ['yearEndValue', 'yearEndLow', 'yearEndHigh'],
} as const satisfies Record<Foreseen['horizon'], readonly (keyof ForecastFields)[]>

export interface Ahead {
  horizon: Foreseen['horizon']
  starts: string
  label: string
}

/** What a return may forecast: the period under way, and the end of its own year; what has ended is no forecast. */
export function aheadOf({ period, indicator, calendar }: DueActual, today: string): Ahead[] {
  const { frequency } = indicator
  const next = shiftPeriod(lastPeriodEnded(today, frequency, calendar), 1)
  const last: Period = { frequency, year: period.year, number: periodsInYear(frequency) }
  const yearGoesOn = period.number < last.number && periodEnds(last, calendar) >= today
  return [
    {
      horizon: 'period',
      starts: periodStarts(next, calendar),
      label: periodLabel(next, calendar),
    },
    ...(yearGoesOn
      ? [
          {
            horizon: 'year-end' as const,
            starts: periodStarts(last, calendar),
            label: periodLabel({ frequency: 'year', year: period.year, number: 1 }, calendar),
          },
        ]
      : []),
  ]
}

export function foreseenIn(form: ForecastFields, ahead: readonly Ahead[]): Foreseen[] {
  return ahead.flatMap(({ horizon, starts }) => {
    const [value, low, high] = FIELDS[horizon]
    return form[value] === null
      ? []
      : [{ horizon, starts, value: form[value], low: form[low], high: form[high] }]
  })
}

/** A range has two ends, and the forecast between them. */
export function forecastsChecked(form: ForecastFields, context: z.RefinementCtx) {
  for (const [value, low, high] of Object.values(FIELDS)) {
    const fault = faultIn([form[value], form[low], form[high]])
    if (fault) {
      const path = [[value, low, high][fault.field]!]
      context.addIssue({ code: 'custom', path, message: fault.message })
    }
  }
}

function faultIn([value, low, high]: [number | null, number | null, number | null]) {
  if (value === null) {
    return low === null && high === null
      ? null
      : { field: 0, message: 'Enter the forecast that the range belongs to' }
  } else if (low === null && high !== null) {
    return { field: 1, message: 'Enter the lowest likely figure too' }
  } else if (high === null && low !== null) {
    return { field: 2, message: 'Enter the highest likely figure too' }
  } else if (low !== null && low > value) {
    return { field: 1, message: 'Lowest likely must not be above the forecast' }
  } else if (high !== null && high < value) {
    return { field: 2, message: 'Highest likely must not be below the forecast' }
  } else {
    return null
  }
}
