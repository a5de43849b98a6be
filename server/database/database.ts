import knex, { type Knex } from 'knex'
import { Pool, types } from 'pg'
import './tables'
import { type Embedded, openEmbedded } from './embedded'
import { migrate } from './migrate'
import { camelCase, snakeCase } from './names'
import { withOpenings } from './opening'
import { APPLICATION_ROLE } from './role'

/** A pool, or a transaction on it. Queries cannot tell the difference, and need not. */
export type Database = Knex

types.setTypeParser(types.builtins.NUMERIC, Number)
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.DATE, text => text)

export interface OpenDatabase {
  db: Database
  pool: Pool
  embedded: Embedded | undefined
  close(): Promise<void>
}

interface Where {
  url?: string | undefined
  directory?: string | undefined
  template?: ArrayBuffer | undefined
  connections?: number
}

/** Opens the database, brings its tables up to date, and leaves every session in the application's role. */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  return where.url === undefined ? openOwn(where) : openServer(where.url, where.connections)
}

async function openOwn({ directory, template }: Where): Promise<OpenDatabase> {
  const embedded = await openEmbedded({
    ...(directory !== undefined && { directory }),
    ...(template && { template }),
  })
  const { pool } = embedded
  const db = connect(pool)

  try {
    await migrate(db)
    await pool.query(`set role ${APPLICATION_ROLE}; set time zone 'UTC'`)
  } catch (error) {
    await embedded.close()
    throw error
  }
  return { db, pool, embedded, close: () => embedded.close() }
}

async function openServer(url: string, connections = 10): Promise<OpenDatabase> {
  await migrateServer(url)
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 15_000,
    options: `-c role=${APPLICATION_ROLE} -c timezone=UTC`,
  })
  pool.on('error', () => {})
  // A server that goes away between two questions of one transaction must not take the process with it.
  pool.on('connect', client => client.on('error', () => {}))
  return { db: connect(pool), pool, embedded: undefined, close: () => pool.end() }
}

/** Migrations run as the owner, on a connection that is closed before any other work begins. */
export async function migrateServer(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 15_000 })
  try {
    await migrate(connect(pool))
  } finally {
    await pool.end()
  }
}

export function connect(pool: Pool): Database {
  const db = knex({
    client: 'pg',
    connectionPool: pool,
    // What was typed is bound to a statement; without this it would be in every error that is logged.
    compileSqlOnError: false,
    wrapIdentifier: (name: string, quote: (text: string) => string) => quote(snakeCase(name)),
    postProcessResponse: camelCaseRows,
  } as Knex.Config)
  return withOpenings(db)
}

function camelCaseRows(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(camelCaseRow)
  if (isResult(result)) return { ...result, rows: result.rows.map(camelCaseRow) }
  return camelCaseRow(result)
}

function isResult(result: unknown): result is { rows: unknown[] } {
  return typeof result === 'object' && result !== null && 'rows' in result && 'command' in result
}

function camelCaseRow(row: unknown): unknown {
  if (!isPlainObject(row)) return row
  const renamed: Record<string, unknown> = {}
  for (const name in row) renamed[camelCase(name)] = row[name]
  return renamed
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
