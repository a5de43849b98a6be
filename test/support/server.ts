import { Client } from 'pg'
import { migrateServer } from '../../server/database/database'
import { openDatabase, type OpenDatabase } from '../../server/database/database'
import { stampOfSources } from './sources'

/** Where a real PostgreSQL server is to be tested too; its user must be able to create databases and roles. */
export const serverUrl = process.env.TEST_DATABASE_URL

/** Any number nobody else uses: files that start at once take turns on making the template. */
const LOCK = 5_112_408_771

let made = 0

/** A database of its own on the server, copied from a template that the first to need it has filled. */
export async function openOnServer(
  name: string,
  fill: (open: OpenDatabase) => Promise<void>,
): Promise<OpenDatabase> {
  const template = `six_friends_${name}_${stampOfSources()}`
  const own = newName()
  await asOwner(async owner => {
    await owner.query(`select pg_advisory_lock(${LOCK})`)
    await makeTemplate(owner, name, template, fill)
    await owner.query(`create database ${own} template ${template}`)
  })

  const open = await openDatabase({ url: urlOf(own), connections: 10 })
  return {
    ...open,
    async close() {
      await open.close()
      await asOwner(async owner => void (await owner.query(`drop database ${own} with (force)`)))
    },
  }
}

/** An empty database, not even migrated: its address, and how to be rid of it. */
export async function emptyOnServer(): Promise<{ url: string; drop(): Promise<void> }> {
  const own = newName()
  await asOwner(async owner => void (await owner.query(`create database ${own}`)))
  return {
    url: urlOf(own),
    drop: () =>
      asOwner(async owner => void (await owner.query(`drop database ${own} with (force)`))),
  }
}

async function makeTemplate(
  owner: Client,
  name: string,
  template: string,
  fill: (open: OpenDatabase) => Promise<void>,
) {
  const { rows } = await owner.query('select datname from pg_database where datname like $1', [
    `six\\_friends\\_${name}\\_%`,
  ])
  if (rows.some(({ datname }) => datname === template)) return
  for (const { datname } of rows) await owner.query(`drop database ${datname} with (force)`)

  const making = `${template}_making`
  await owner.query(`create database ${making}`)
  await migrateServer(urlOf(making))
  const open = await openDatabase({ url: urlOf(making) })
  try {
    await fill(open)
  } finally {
    await open.close()
  }
  await owner.query(`alter database ${making} rename to ${template}`)
}

async function asOwner(work: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: serverUrl })
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

function newName(): string {
  made += 1
  return `six_friends_test_${process.pid}_${Date.now()}_${made}`
}

function urlOf(database: string): string {
  const url = new URL(serverUrl!)
  url.pathname = `/${database}`
  return url.href
}
