import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { migrations } from '../../db/migrations'
import { migrateServer } from '../../server/database/database'
import { isUpToDate, migrate } from '../../server/database/migrate'
import { emptyDatabase } from '../support/database'
import { emptyOnServer, serverUrl } from '../support/server'

const at = emptyDatabase()

test('a database that has been opened is up to date', async () => {
  expect(await isUpToDate(at.db)).toBe(true)
})

test('one that lacks a migration is not', async () => {
  const known = [...migrations]
  migrations.push({ ...known[0]!, name: '20991231000000_something_new' })
  expect(await isUpToDate(at.db)).toBe(false)
  migrations.pop()
})

const onServer = serverUrl ? describe : describe.skip

onServer('on a server (needs TEST_DATABASE_URL: the embedded database has one session)', () => {
  test('several processes that start at once bring it up to date together', async () => {
    const { url, drop } = await emptyOnServer()
    await Promise.all([1, 2, 3, 4].map(() => migrateServer(url)))
    await migrateServer(url)

    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query('select name from knex_migrations order by id')
    await client.end()
    await drop()
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  })

  test('an owner who may not create roles brings it up to date once the role is theirs', async () => {
    const { url, drop } = await emptyOnServer()
    const name = new URL(url).pathname.slice(1)
    const theirs = new URL(url)
    theirs.username = `${name}_owner`
    theirs.password = randomUUID()

    const client = new Client({ connectionString: url })
    await client.connect()
    // Another test may be making the role at this moment.
    await client.query(`create role six_friends_app nologin`).catch(() => {})
    await client.query(`create role ${theirs.username} login password '${theirs.password}'`)
    await client.query(`grant six_friends_app to ${theirs.username}`)
    await client.query(`alter database ${name} owner to ${theirs.username}`)

    await migrateServer(theirs.href)
    const { rows } = await client.query('select count(*)::int as done from knex_migrations')
    await client.end()
    await drop()
    await dropRole(theirs.username)
    expect(rows).toEqual([{ done: migrations.length }])
  })
})

async function dropRole(name: string) {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop role ${name}`)
  await client.end()
}

const embedded = serverUrl ? test.skip : test

embedded('migrating again changes nothing (embedded: a server is asked above)', async () => {
  const before = await at.db('knex_migrations')
  await at.db.raw('reset role')
  await migrate(at.db)
  await at.db.raw('set role six_friends_app')
  expect(await at.db('knex_migrations')).toEqual(before)
})
