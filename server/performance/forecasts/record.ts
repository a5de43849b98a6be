import type { Indicator } from '../../database/tables/measures'
import type { Forecast } from '../../database/tables/performance'
import { type ScoredForecast, trackRecord } from '../../domain/forecast'
import { trackRecordSentence } from '../../domain/forecast-sentence'
import { formatGap } from '../../domain/format'
import { type Calendar, PERIOD_NOUNS, periodEnds } from '../../domain/period'
import type { History } from '../../domain/standing-history'

type Measured = Pick<Indicator, 'polarity' | 'seasonal' | 'frequency' | 'unit' | 'decimals'>

/** How good the partner's forecasts of single periods have been, in a sentence. */
export function recordSentence(
  measured: Measured,
  calendar: Calendar,
  history: History | undefined,
  forecasts: readonly Forecast[],
): string {
  const record = trackRecord(scoredFrom(measured, calendar, history, forecasts), {
    polarity: measured.polarity,
    history: history?.figures.map(figure => figure?.value ?? null) ?? [],
    season: measured.seasonal && history ? history.inYear : 1,
  })
  return trackRecordSentence(record, {
    period: PERIOD_NOUNS[measured.frequency],
    amount: size => formatGap(size, measured),
  })
}

/** Every frozen forecast of a period whose figure has come; of those made in one return, the last. */
export function scoredFrom(
  { seasonal }: Measured,
  calendar: Calendar,
  history: History | undefined,
  forecasts: readonly Forecast[],
): ScoredForecast[] {
  if (!history) return []
  const places = new Map(history.figures.map((_, place) => [history.startsAt(place), place]))
  const lag = seasonal ? history.inYear : 1
  const last = new Map<string, Forecast>()
  for (const forecast of forecasts) {
    const counts = forecast.horizon === 'period' && forecast.frozenAt !== null
    if (counts) last.set(`${forecast.starts} ${forecast.madeIn}`, forecast)
  }

  return [...last.values()].flatMap(({ starts, value, low, high, frozenAt }) => {
    const place = places.get(starts)
    const actual = place === undefined ? null : (history.figures[place]?.value ?? null)
    if (place === undefined || actual === null) return []
    return {
      value,
      low,
      high,
      actual,
      naive: history.figures[place - lag]?.value ?? null,
      madeOn: frozenAt!.toISOString().slice(0, 10),
      closedOn: periodEnds(history.periodAt(place), calendar),
    }
  })
}
