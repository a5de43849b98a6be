import type { Knex } from 'knex'
import { migrations } from '../../db/migrations'

/** Any number nobody else uses: two processes that start at once take turns on it. */
const LOCK = 7_306_611_209

/** Brings the tables up to date. Safe when several processes start at once. */
export async function migrate(db: Knex): Promise<void> {
  // The lock belongs to a session, so lock, migrations and release share a pool of one connection.
  await db.raw('select pg_advisory_lock(?)', [LOCK])
  try {
    await db.migrate.forceFreeMigrationsLock(settings)
    await db.migrate.latest(settings)
  } finally {
    await db.raw('select pg_advisory_unlock(?)', [LOCK])
  }
}

export async function isUpToDate(db: Knex): Promise<boolean> {
  const done = await db('knex_migrations').select('name')
  return migrations.every(({ name }) => done.some(row => row.name === name))
}

const settings: Knex.MigratorConfig = {
  migrationSource: {
    getMigrations: async () => migrations,
    getMigrationName: ({ name }: (typeof migrations)[number]) => name,
    getMigration: async ({ migration }: (typeof migrations)[number]) => migration,
  },
}
