import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/database/database'
import { type Running, runSource } from '../support/process'
import { templateOf } from '../support/template'

const home = mkdtempSync(join(tmpdir(), 'six-friends-embedded-'))
const directory = join(home, 'postgres')

/** Ends what a failed test left running. */
const running: Running[] = []

function writer(): Running {
  const one = runSource('test/support/writer.ts', [directory])
  running.push(one)
  return one
}

beforeAll(async () => {
  const template = await templateOf('empty', async () => {})
  await (await openDatabase({ directory, template })).close()
})

afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

test('a process that is killed loses nothing it was told is kept', async () => {
  const acknowledged: string[] = []
  for (let round = 1; round <= 5; round += 1) {
    const process = writer()
    await process.until(new RegExp(`^${process.child.pid} ${10 * round}$`, 'm'))
    process.child.kill('SIGKILL')
    expect(await process.ended).toBe('SIGKILL')
    acknowledged.push(...process.out.split('\n').filter(line => /^\d+ \d+$/.test(line)))
  }

  const { db, close } = await openDatabase({ directory })
  const byKey = await Promise.all(acknowledged.map(key => db('rateLimits').where({ key }).first()))
  const { rows } = await db.raw(
    'select count(*) as rows, count(distinct key) as keys from rate_limits',
  )
  await close()

  expect(acknowledged.length).toBeGreaterThanOrEqual(150)
  expect(acknowledged.filter((_, at) => byKey[at] === undefined)).toEqual([])
  expect(rows[0].rows).toBe(rows[0].keys)
  // A row may have been kept whose acknowledgement did not get out in time: one a round.
  expect(rows[0].rows - acknowledged.length).toBeLessThanOrEqual(5)
})

test('a second process is refused by name, and told who is in', async () => {
  const first = writer()
  await first.until(/^open$/m)
  const second = writer()

  expect(await second.ended).toBe(1)
  expect(second.err).toBe(
    `The database directory ${directory} is in use by process ${first.child.pid}.\n`,
  )
  first.child.kill('SIGKILL')
  await first.ended
})

test('a directory that was never finished is set aside, not deleted', async () => {
  const broken = join(home, 'broken')
  mkdirSync(broken)
  writeFileSync(join(broken, 'PG_VERSION'), '18')

  const template = await templateOf('empty', async () => {})
  await (await openDatabase({ directory: broken, template })).close()
  expect(existsSync(join(broken, 'global', 'pg_control'))).toBe(true)
  expect(readdirSync(home).some(name => name.startsWith('broken.incomplete-'))).toBe(true)
})

test('the lock is given back on closing', async () => {
  const { close } = await openDatabase({ directory })
  expect(existsSync(`${directory}.lock`)).toBe(true)
  await close()
  expect(existsSync(`${directory}.lock`)).toBe(false)
})
