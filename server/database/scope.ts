import type { Knex } from 'knex'
import { APPLICATION_ROLE } from './role'

type Database = Knex

/**
 * `approved`: also approved figures that are not yet published.
 * `all`: every organisation's figures; only for work no person asked for, such as seeding.
 */
export type Sight = 'published' | 'approved' | 'all'

export interface Scope {
  areaId: string | null
  userId?: string | null
  organisationId?: string | null
  sight?: Sight
}

/** The one way to an area's rows: a transaction in the application's role that has entered the area. */
export function inScope<Result>(
  db: Database,
  scope: Scope,
  work: (trx: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async trx => {
    await enter(trx, scope)
    return work(trx)
  })
}

/** All of it lasts until the transaction ends, so a connection never carries it to the next request. */
async function enter(trx: Database, { areaId, userId, organisationId, sight }: Scope) {
  await trx
    .raw(
      `select set_config('role', ?, true), set_config('app.area_id', ?, true),
         set_config('app.user_id', ?, true), set_config('app.organisation_id', ?, true),
         set_config('app.sight', ?, true)`,
      [APPLICATION_ROLE, areaId ?? '', userId ?? '', organisationId ?? '', sight ?? 'published'],
    )
    .options({ name: 'enter' })
}

/** For work that learns its area only on the way, such as a sign-in: enters it until the transaction ends. */
export async function enterArea(trx: Database, areaId: string): Promise<void> {
  await trx.raw(`select set_config('app.area_id', ?, true)`, [areaId])
}

/**
 * For a calculation that must come out the same whoever caused it, such as a standing:
 * sees every organisation's figures until it is done, then no more than before.
 */
export async function withFullSight<Result>(
  trx: Database,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await trx.raw(`select current_setting('app.sight', true) as sight`)
  await setSight(trx, 'all')
  const result = await work()
  await setSight(trx, rows[0].sight || 'published')
  return result
}

async function setSight(trx: Database, sight: Sight) {
  await trx.raw(`select set_config('app.sight', ?, true)`, [sight])
}
