import type { Database } from '../database/database'
import { newId } from '../database/id'
import type { FigureWrite, ForecastWrite, TargetWrite } from './differences'
import type { NewIndicator, NewOrganisation, NewSeries } from './newcomers'

/** Rows of one statement: enough to be quick, few enough to fit in a message. */
const AT_A_TIME = 10_000
/** A statement may carry 65,535 values. */
const WIDE_ROWS_AT_A_TIME = 500

export async function insertOrganisations(
  trx: Database,
  areaId: string,
  made: readonly NewOrganisation[],
) {
  await insertAll(trx, 'organisations', inArea(areaId, made))
}

export async function insertIndicators(
  trx: Database,
  areaId: string,
  made: readonly NewIndicator[],
  reason: string,
) {
  const versions = made.map(definition => ({
    areaId,
    indicatorId: definition.id,
    version: 1,
    definition: JSON.stringify({ areaId, ...definition }),
    reason,
  }))
  await insertAll(trx, 'indicators', inArea(areaId, made))
  await insertAll(trx, 'indicatorVersions', versions)
}

export async function insertSeries(trx: Database, areaId: string, made: readonly NewSeries[]) {
  await insertAll(trx, 'series', inArea(areaId, made))
}

/** A published figure is never overwritten: the earlier version stands behind the new one. */
export async function insertFigures(
  trx: Database,
  areaId: string,
  figures: readonly FigureWrite[],
  revisionReason: string,
) {
  for (const some of chunks(figures)) {
    const revised = some.filter(({ version }) => version > 1)
    if (revised.length > 0) await supersede(trx, areaId, revised)

    await trx.raw(
      `insert into actuals (area_id, series_id, starts, version, organisation_id, state,
         availability, availability_note, value, numerator, denominator, certainty,
         reason_code, reason_text, revision_reason, published_at)
       select ?, series_id, starts, version, organisation_id, 'published', availability, note,
         value, numerator, denominator, certainty, nullif(reason_code, ''), reason_text,
         case when version > 1 then ? else '' end, now()
       from unnest(?::uuid[], ?::date[], ?::smallint[], ?::uuid[], ?::text[], ?::text[],
         ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[])
         as file (series_id, starts, version, organisation_id, availability, note,
           value, numerator, denominator, certainty, reason_code, reason_text)`,
      [
        areaId,
        revisionReason,
        some.map(({ seriesId }) => seriesId),
        some.map(({ starts }) => starts),
        some.map(({ version }) => version),
        some.map(({ organisationId }) => organisationId),
        some.map(({ availability }) => availability),
        some.map(({ availabilityNote }) => availabilityNote),
        numbers(some.map(({ value }) => value)),
        numbers(some.map(({ numerator }) => numerator)),
        numbers(some.map(({ denominator }) => denominator)),
        some.map(({ certainty }) => certainty),
        some.map(({ reasonCode }) => reasonCode ?? ''),
        some.map(({ comment }) => comment),
      ],
    )
  }
}

async function supersede(trx: Database, areaId: string, revised: readonly FigureWrite[]) {
  await trx.raw(
    `update actuals set state = 'superseded'
     from unnest(?::uuid[], ?::date[]) as file (series_id, starts)
     where actuals.area_id = ? and actuals.series_id = file.series_id
       and actuals.starts = file.starts and actuals.state = 'published'`,
    [revised.map(({ seriesId }) => seriesId), revised.map(({ starts }) => starts), areaId],
  )
}

export async function saveTargets(
  trx: Database,
  areaId: string,
  targets: readonly TargetWrite[],
  reason: string,
) {
  for (const some of chunks(targets)) {
    await trx.raw(
      `insert into targets (area_id, series_id, starts, value, low, high)
       select ?, series_id, starts, value, low, high
       from unnest(?::uuid[], ?::date[], ?::numeric[], ?::numeric[], ?::numeric[])
         as file (series_id, starts, value, low, high)
       on conflict (area_id, series_id, starts) do update
         set value = excluded.value, low = excluded.low, high = excluded.high`,
      [
        areaId,
        some.map(({ seriesId }) => seriesId),
        some.map(({ starts }) => starts),
        numbers(some.map(({ after }) => after.value)),
        numbers(some.map(({ after }) => after.low)),
        numbers(some.map(({ after }) => after.high)),
      ],
    )
  }

  const changed = targets.filter(({ before }) => before !== null)
  for (const some of chunks(changed)) {
    await trx.raw(
      `insert into target_changes (area_id, id, series_id, period, before, after, reason)
       select ?, id, series_id, period, before::jsonb, after::jsonb, ?
       from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
         as file (id, series_id, period, before, after)`,
      [
        areaId,
        reason,
        some.map(() => newId()),
        some.map(({ seriesId }) => seriesId),
        some.map(({ period }) => period),
        some.map(({ before }) => JSON.stringify(before)),
        some.map(({ after }) => JSON.stringify(after)),
      ],
    )
  }
}

/** Frozen on the day they are taken to have been made, but never later than now. */
export async function insertForecasts(
  trx: Database,
  areaId: string,
  forecasts: readonly ForecastWrite[],
) {
  for (const some of chunks(forecasts)) {
    await trx.raw(
      `insert into forecasts (area_id, id, series_id, organisation_id, horizon, starts, made_in,
         value, made_at, frozen_at, released_at)
       select ?, id, series_id, organisation_id, 'period', starts, made_in, value,
         least(made_on, now()), least(made_on, now()), now()
       from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::numeric[],
         ?::timestamptz[])
         as file (id, series_id, organisation_id, starts, made_in, value, made_on)`,
      [
        areaId,
        some.map(() => newId()),
        some.map(({ seriesId }) => seriesId),
        some.map(({ organisationId }) => organisationId),
        some.map(({ starts }) => starts),
        some.map(({ madeIn }) => madeIn),
        some.map(({ value }) => value),
        some.map(({ madeOn }) => madeOn),
      ],
    )
  }
}

/** As Postgres writes an array: knex takes none with nulls in it. */
function numbers(values: readonly (number | null)[]): string {
  return `{${values.map(value => value ?? 'NULL').join(',')}}`
}

function inArea(areaId: string, rows: readonly object[]) {
  return rows.map(row => ({ areaId, ...row }))
}

async function insertAll(trx: Database, table: string, rows: readonly object[]) {
  for (const some of chunks(rows, WIDE_ROWS_AT_A_TIME)) await trx(table).insert(some)
}

function* chunks<Row>(rows: readonly Row[], size = AT_A_TIME): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) {
    yield rows.slice(start, start + size)
  }
}
