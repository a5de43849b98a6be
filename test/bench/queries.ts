import type { Database } from '../../server/database/database'

/** Measures of an area, series of a measure (its headline and breakdowns), quarters of a series. */
export const MEASURES = 100
export const SERIES = 10
export const QUARTERS = 20
export const FIGURES_OF_AN_AREA = MEASURES * SERIES * QUARTERS

/** The last quarter ends on 30 September 2026 and its figure is due a month later. */
const FIRST_QUARTER = '2021-10-01'
export const NEXT_QUARTER = '2026-10-01'

/** A number from 0 to 1 that depends on the words alone: the same data in every run. */
const CHANCE = (words: string) =>
  `(('x' || substr(md5(${words}), 1, 8))::bit(32)::bigint & 16777215) / 16777216.0`

/** An id that depends on the words alone. */
const ID = (words: string) => `md5(${words})::uuid`

/** One area with its measures, targets and five years of published quarters, all made by the server. */
export async function addArea(trx: Database, number: number, userId: string): Promise<string> {
  const slug = `borough-${number}`
  const { rows } = await trx.raw(
    `insert into areas (id, slug, name) values (${ID('?')}, ?, ?) returning id`,
    [slug, slug, `Borough ${number}`],
  )
  const areaId: string = rows[0].id
  await trx.raw(`select set_config('app.area_id', ?, true)`, [areaId])
  if (number === 0) await addManager(trx, areaId, userId)
  await addMeasures(trx, areaId)
  await addFigures(trx, areaId, userId)
  return areaId
}

async function addManager(trx: Database, areaId: string, userId: string) {
  await trx.raw(
    `insert into users (id, email, name, home_area_id)
     values (?, 'mo@bench.example', 'Mo Rahman', ?)`,
    [userId, areaId],
  )
  await trx.raw(
    `insert into appointments (area_id, user_id, role) values (?, ?, 'partnership-manager')`,
    [areaId, userId],
  )
}

async function addMeasures(trx: Database, areaId: string) {
  await trx.raw(
    `insert into organisations (area_id, id, slug, code, name, kind)
     select ?, ${ID(`? || 'organisation' || n`)}, 'organisation-' || n, 'O' || n,
       (array['Council', 'Police', 'Fire and Rescue', 'Hospitals Trust', 'Voluntary Action'])[1 + n % 5]
         || ' of District ' || n, 'council'
     from generate_series(1, 12) n`,
    [areaId, areaId],
  )
  await trx.raw(
    `insert into indicators (area_id, id, reference, title, lead_organisation_id, unit, decimals,
       polarity, frequency, starts_on, lag_days)
     select ?, ${ID(`? || 'measure' || n`)}, 'm-' || lpad(n::text, 3, '0'),
       'People seen within four weeks of being referred, service ' || n,
       ${ID(`? || 'organisation' || (1 + n % 12)`)}, '%', 1,
       case when n % 3 = 0 then 'lower-is-better' else 'higher-is-better' end, 'quarter', ?, 61
     from generate_series(1, ${MEASURES}) n`,
    [areaId, areaId, areaId, FIRST_QUARTER],
  )
  await trx.raw(
    `insert into series (area_id, id, indicator_id, kind, key, label, organisation_id, position)
     select ?, ${ID(`? || 'series' || n || '-' || s`)}, ${ID(`? || 'measure' || n`)},
       case when s = 0 then 'headline' else 'place' end, case when s = 0 then '' else 'ward-' || s end,
       case when s = 0 then '' else 'Ward ' || s end, ${ID(`? || 'organisation' || (1 + n % 12)`)}, s
     from generate_series(1, ${MEASURES}) n, generate_series(0, ${SERIES - 1}) s`,
    [areaId, areaId, areaId, areaId],
  )
}

async function addFigures(trx: Database, areaId: string, userId: string) {
  await trx.raw(
    `insert into targets (area_id, series_id, starts, value)
     select area_id, id, (date '${FIRST_QUARTER}' + q * interval '3 months')::date,
       round(70 + (q / 4) * 0.5 + 10 * ${CHANCE(`id::text || 'target'`)}, 1)
     from series, generate_series(0, ${QUARTERS - 1}) q where area_id = ?`,
    [areaId],
  )
  await trx.raw(
    `insert into actuals (area_id, series_id, starts, version, organisation_id, state, value,
       certainty, entered_by, published_by, published_at)
     select area_id, id, (date '${FIRST_QUARTER}' + q * interval '3 months')::date, 1,
       organisation_id, 'published',
       round(65 + 12 * ${CHANCE(`id::text || 'level'`)} + 8 * ${CHANCE(`id::text || q`)}
         + q * 0.3 * (${CHANCE(`id::text || 'slope'`)} - 0.5), 1),
       'final', ?, ?, now()
     from series, generate_series(0, ${QUARTERS - 1}) q where area_id = ?`,
    [userId, userId, areaId],
  )
}

export async function addSession(trx: Database, tokenHash: string, userId: string) {
  await trx.raw(
    `insert into sessions (token_hash, user_id, expires_at) values (?, ?, now() + interval '1 day')`,
    [tokenHash, userId],
  )
}

/** A figure for the next quarter of every measure's headline, signed off and not yet published. */
export async function approveNextQuarter(trx: Database, areaId: string): Promise<void> {
  await trx.raw(
    `insert into actuals (area_id, series_id, starts, version, organisation_id, state, value, certainty)
     select area_id, id, ?, 1, organisation_id, 'approved',
       round(65 + 20 * ${CHANCE(`id::text || 'next'`)}, 1), 'final'
     from series where area_id = ? and kind = 'headline'`,
    [NEXT_QUARTER, areaId],
  )
}
