import type { Database } from '../../database/database'
import type { Indicator } from '../../database/tables/measures'
import { cardOf } from '../../domain/card'
import type { Standing } from '../../domain/standing'
import type { StandingInput } from '../../domain/standing-input'

/** One series with its indicator's rules, as far as a standing depends on them. */
export type MeasuredSeries = Pick<
  Indicator,
  | 'title'
  | 'unit'
  | 'decimals'
  | 'polarity'
  | 'frequency'
  | 'shape'
  | 'yearToDate'
  | 'per'
  | 'toleranceKind'
  | 'toleranceSize'
  | 'lagDays'
  | 'startsOn'
  | 'retiredOn'
  | 'countsPeople'
> & { seriesId: string; indicatorId: string; headline: boolean }

type Figure = StandingInput['figures'][number]
type Bounds = { value: number | null; low: number | null; high: number | null }

export async function findMeasuredSeries(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<MeasuredSeries[]> {
  const { rows } = await trx.raw(
    `select s.id as series_id, s.indicator_id, s.kind = 'headline' as headline,
       i.title, i.unit, i.decimals, i.polarity, i.frequency, i.shape, i.year_to_date, i.per,
       i.tolerance_kind, i.tolerance_size, i.lag_days, i.starts_on, i.counts_people,
       least(i.retired_on, s.retired_on) as retired_on
     from series s join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
     where s.area_id = ? and s.id = any(?::uuid[])
     order by s.id
     for update of s`,
    [areaId, seriesIds],
  )
  return rows
}

/** Every published figure of a series, oldest first, in one text a series: rows are dear, texts cheap. */
export async function findPublishedFigures(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<Map<string, Figure[]>> {
  const { rows } = await trx.raw(
    `select series_id, string_agg(concat_ws('|', starts, coalesce(value::text, ''),
         coalesce(numerator::text, ''), coalesce(denominator::text, ''), certainty, availability),
       ';' order by starts) as figures
     from actuals
     where area_id = ? and series_id = any(?::uuid[]) and state = 'published'
     group by series_id`,
    [areaId, seriesIds],
  )
  return new Map(
    rows.map(({ seriesId, figures }: { seriesId: string; figures: string }) => [
      seriesId,
      figures.split(';').map(readFigure),
    ]),
  )
}

function readFigure(text: string): Figure {
  const [starts, value, numerator, denominator, certainty, availability] = text.split('|')
  return {
    starts: starts!,
    value: number(value!),
    numerator: number(numerator!),
    denominator: number(denominator!),
    certainty: certainty as Figure['certainty'],
    availability: availability as Figure['availability'],
  }
}

function number(text: string): number | null {
  return text === '' ? null : Number(text)
}

export async function findTargets(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<Map<string, (Bounds & { starts: string })[]>> {
  const { rows } = await trx.raw(
    `select series_id, string_agg(concat_ws('|', starts, coalesce(value::text, ''),
         coalesce(low::text, ''), coalesce(high::text, '')), ';' order by starts) as targets
     from targets where area_id = ? and series_id = any(?::uuid[]) group by series_id`,
    [areaId, seriesIds],
  )
  return new Map(
    rows.map(({ seriesId, targets }: { seriesId: string; targets: string }) => [
      seriesId,
      targets.split(';').map(text => {
        const [starts, value, low, high] = text.split('|')
        return { starts: starts!, value: number(value!), low: number(low!), high: number(high!) }
      }),
    ]),
  )
}

export function findAnnualTargets(trx: Database, areaId: string, seriesIds: string[]) {
  return trx('annualTargets')
    .select('seriesId', 'year', 'value', 'low', 'high')
    .where({ areaId })
    .whereRaw('series_id = any(?::uuid[])', [seriesIds])
    .orderBy(['seriesId', 'year'])
}

export function findBreaks(trx: Database, areaId: string, indicatorIds: string[]) {
  return trx('breaks')
    .select('indicatorId', 'starts')
    .where({ areaId })
    .whereRaw('indicator_id = any(?::uuid[])', [indicatorIds])
    .orderBy(['indicatorId', 'starts'])
}

/** The latest period a figure was sent in for, though it is not published yet. */
export async function findSubmitted(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<Map<string, string>> {
  const { rows } = await trx.raw(
    `select series_id, max(starts) as starts from actuals
     where area_id = ? and series_id = any(?::uuid[]) and state in ('submitted', 'approved')
     group by series_id`,
    [areaId, seriesIds],
  )
  return new Map(
    rows.map((row: { seriesId: string; starts: string }) => [row.seriesId, row.starts]),
  )
}

/**
 * The latest forecast of each series for the end of a year, of those whose return is published.
 * `offset 0` keeps the planner, which has no statistics amid a load, from walking every figure first.
 */
export async function findYearEndForecasts(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<Map<string, NonNullable<StandingInput['yearEndForecast']>>> {
  const { rows } = await trx.raw(
    `select distinct on (series_id) series_id, starts, value, low, high, made_in as made_on
     from forecasts f
     where area_id = ? and series_id = any(?::uuid[]) and horizon = 'year-end'
       and released_at is not null and exists (
         select 1 from actuals a where a.area_id = f.area_id and a.series_id = f.series_id
           and a.starts = f.made_in and a.state = 'published' offset 0)
     order by series_id, made_in desc, frozen_at desc, id desc`,
    [areaId, seriesIds],
  )
  return new Map(
    rows.map((row: { seriesId: string } & NonNullable<StandingInput['yearEndForecast']>) => [
      row.seriesId,
      row,
    ]),
  )
}

export async function saveStandings(
  trx: Database,
  areaId: string,
  kept: readonly { series: MeasuredSeries; standing: Standing }[],
) {
  await trx.raw(
    `insert into standings (area_id, series_id, indicator_id, headline, rules, standing,
       card)
     select ?, s, i, h, r, t::jsonb, c
     from unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::int[], ?::text[], ?::text[])
       as kept (s, i, h, r, t, c)
     on conflict (area_id, series_id) do update
       set headline = excluded.headline, rules = excluded.rules, standing = excluded.standing,
         card = excluded.card`,
    [
      areaId,
      kept.map(({ series }) => series.seriesId),
      kept.map(({ series }) => series.indicatorId),
      kept.map(({ series }) => series.headline),
      kept.map(({ standing }) => standing.rules),
      kept.map(({ standing }) => JSON.stringify(standing)),
      kept.map(({ standing }) => JSON.stringify(cardOf(standing))),
    ],
  )
}

export async function findSeriesIds(trx: Database, areaId: string): Promise<string[]> {
  const rows = await trx('series').select('id').where({ areaId }).orderBy('id')
  return rows.map(({ id }) => id)
}
