import type { Database } from '../../database/database'
import { withFullSight } from '../../database/scope'
import type { Area } from '../../database/tables/people'
import { type Standing, standingOf } from '../../domain/standing'
import {
  findAnnualTargets,
  findBreaks,
  findMeasuredSeries,
  findPublishedFigures,
  findSeriesIds,
  findSubmitted,
  findTargets,
  findYearEndForecasts,
  type MeasuredSeries,
  saveStandings,
} from './queries'

/** So many series at a time, so that a whole area never has to fit in memory at once. */
const AT_A_TIME = 2000

/** Brings the standings of these series up to date. Call inside the transaction that changed them. */
export async function keepStandings(trx: Database, area: Area, seriesIds: string[]): Promise<void> {
  for (let start = 0; start < seriesIds.length; start += AT_A_TIME) {
    const some = seriesIds.slice(start, start + AT_A_TIME)
    const kept = await withFullSight(trx, () => computeStandings(trx, area, some))
    await saveStandings(trx, area.id, kept)
  }
}

/** Computes every standing of an area afresh and says how many there are. */
export async function rebuildStandings(trx: Database, area: Area): Promise<number> {
  const seriesIds = await findSeriesIds(trx, area.id)
  await keepStandings(trx, area, seriesIds)
  return seriesIds.length
}

/** What these series stand at by their figures as they are now, whatever has been kept. */
export async function computeStandings(
  trx: Database,
  area: Area,
  seriesIds: string[],
): Promise<{ series: MeasuredSeries; standing: Standing }[]> {
  const measured = await findMeasuredSeries(trx, area.id, seriesIds)
  const figures = await findPublishedFigures(trx, area.id, seriesIds)
  const targets = await findTargets(trx, area.id, seriesIds)
  const annual = by('seriesId', await findAnnualTargets(trx, area.id, seriesIds))
  const breaks = by('indicatorId', await findBreaks(trx, area.id, indicatorsOf(measured)))
  const submitted = await findSubmitted(trx, area.id, seriesIds)
  const forecasts = await findYearEndForecasts(trx, area.id, seriesIds)

  return measured.map(series => ({
    series,
    standing: standingOf({
      definition: {
        ...series,
        tolerance: { kind: series.toleranceKind, size: series.toleranceSize },
      },
      calendar: { yearStart: area.yearStart },
      preset: area.preset,
      figures: figures.get(series.seriesId) ?? [],
      targets: (targets.get(series.seriesId) ?? []).map(({ starts, ...target }) => ({
        starts,
        target,
      })),
      annualTargets: (annual.get(series.seriesId) ?? []).map(({ year, value, low, high }) => ({
        year,
        target: { value, low, high },
      })),
      breaks: (breaks.get(series.indicatorId) ?? []).map(({ starts }) => starts),
      submittedUpTo: submitted.get(series.seriesId) ?? null,
      yearEndForecast: forecasts.get(series.seriesId) ?? null,
    }),
  }))
}

function indicatorsOf(measured: readonly MeasuredSeries[]): string[] {
  return [...new Set(measured.map(({ indicatorId }) => indicatorId))]
}

function by<Name extends string, Row extends Record<Name, string>>(
  name: Name,
  rows: readonly Row[],
): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const group = grouped.get(row[name])
    if (group) group.push(row)
    else grouped.set(row[name], [row])
  }
  return grouped
}
