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
  const opening = enter(scope)
  return db.isTransaction
    ? db.transaction(async trx => {
        await trx.raw(opening)
        return work(trx)
      })
    : db.transaction(work, { opening } as Knex.TransactionConfig)
}

/** All of it lasts until the transaction ends, so a connection never carries it to the next request. */
function enter({ areaId, userId, organisationId, sight = 'published' }: Scope): string {
  return `select set_config('role', '${APPLICATION_ROLE}', true),
    set_config('app.area_id', '${idOrNothing(areaId)}', true),
    set_config('app.user_id', '${idOrNothing(userId)}', true),
    set_config('app.organisation_id', '${idOrNothing(organisationId)}', true),
    set_config('app.sight', '${sight}', true)`
}

/** Goes into the statement as it stands, so nothing but an id may. */
function idOrNothing(id: string | null | undefined): string {
  if (id === null || id === undefined) return ''
  if (!ID.test(id)) throw new Error('A scope was given something that is not an id.')
  return id
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

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
