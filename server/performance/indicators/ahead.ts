import type { LineForecast } from '../../charts/series'
import type { Area } from '../../database/tables/people'
import type { Forecast } from '../../database/tables/performance'
import { periodLabel, periodStarting, shortPeriodLabel } from '../../domain/period'
import type { History } from '../../domain/standing-history'
import type { IndicatorRecord } from './queries'

interface Subject {
  area: Area
  record: IndicatorRecord
  forecasts: readonly Forecast[]
}

/** A forecast is everybody's to see once the figure of the return that carried it is published. */
export function publishedForecasts(forecasts: readonly Forecast[]): Forecast[] {
  return forecasts.filter(({ releasedAt }) => releasedAt !== null)
}

/** Forecasts for periods after the last figure, as the chart draws them: the latest made for each. */
export function forecastsAhead(
  { area, record, forecasts }: Subject,
  history: History,
): LineForecast[] {
  const calendar = { yearStart: area.yearStart }
  return latestAhead(forecasts, history, record)
    .sort((a, b) => (a.starts < b.starts ? -1 : 1))
    .map(({ starts, value, low, high }) => {
      const period = periodStarting(starts, record.frequency, calendar)
      const label = shortPeriodLabel(period, calendar)
      return { label, long: periodLabel(period, calendar), value, low, high }
    })
}

/** A year's forecast is a point of the line only where the year's figure is that of its last period. */
function latestAhead(
  forecasts: readonly Forecast[],
  history: History,
  { shape, yearToDate }: IndicatorRecord,
): Forecast[] {
  const ends = shape === 'cumulative' || yearToDate === 'latest'
  const last = history.startsAt(history.last)
  const latest = new Map<string, Forecast>()
  for (const forecast of forecasts) {
    const drawn = forecast.horizon === 'period' || ends
    if (drawn && forecast.starts > last) latest.set(forecast.starts, forecast)
  }
  return [...latest.values()]
}
