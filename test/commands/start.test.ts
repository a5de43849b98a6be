import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/database/database'
import { type Running, runSource } from '../support/process'
import { templateOf } from '../support/template'

const data = mkdtempSync(join(tmpdir(), 'six-friends-start-'))

/** Ends what a failed test left running. */
const running: Running[] = []

function start(
  environment: Record<string, string> = {},
  verb = 'start',
  ...args: string[]
): Running {
  const one = runSource('server/main.ts', [verb, ...args], {
    DATA_DIR: data,
    PORT: '0',
    DEMONSTRATION: 'off',
    ...environment,
  })
  running.push(one)
  return one
}

const READY = /^Six Friends is ready at (http:\/\/127\.0\.0\.1:\d+)$/m

beforeAll(async () => {
  const template = await templateOf('empty', async () => {})
  await (await openDatabase({ directory: join(data, 'postgres'), template })).close()
}, 120_000)

afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

test('it starts, says where, answers, stops when told, gives its lock back, and keeps all data', async () => {
  const admin = start(
    {},
    'create-admin',
    '--area',
    'Elmstead',
    '--email',
    'ida@elmstead.example',
    '--name',
    'Ida',
  )
  expect(await admin.ended).toBe(0)
  const path = /^\/invitations\/[\w-]{43}$/m.exec(admin.out)![0]

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const service = start()
    const [, address] = await service.until(READY)
    expect(service.out).toBe(`Six Friends is ready at ${address}\n`)

    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect(await (await fetch(address!)).text()).toContain('Elmstead')
    expect((await fetch(`${address}${path}`)).status).toBe(200)
    expect(
      (
        await fetch(`${address}/sign-in/as/olive`, {
          method: 'POST',
          headers: { origin: address! },
        })
      ).status,
    ).toBe(404)

    service.child.kill(signal)
    expect(await service.ended).toBe(0)
    expect(existsSync(join(data, 'postgres.lock'))).toBe(false)
    expect(service.err).toBe('')
  }
})

test('started by npm, it stops with npm', async () => {
  const program = `"${process.execPath}" --import tsx server/main.ts start; exit $?`
  const shell = spawn('sh', ['-c', program], {
    env: {
      ...process.env,
      DATA_DIR: data,
      PORT: '0',
      DEMONSTRATION: 'off',
      npm_lifecycle_event: 'start',
    },
  })
  const [said] = await once(shell.stdout, 'data')
  const [, address] = READY.exec(String(said))!
  shell.kill('SIGTERM')
  // Its end of the pipe closes only when the service has gone too.
  await once(shell, 'close')
  await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  expect(existsSync(join(data, 'postgres.lock'))).toBe(false)
})

test('a directory that is in use is said so, by whom', async () => {
  const service = start()
  await service.until(READY)
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.err).toMatch(
    new RegExp(`^The database directory .* is in use by process ${service.child.pid}\\.\n$`),
  )
  service.child.kill('SIGTERM')
  await service.ended
})

test('a port that is taken is said so', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const service = start({ PORT: String(port) })
  expect(await service.ended).toBe(1)
  expect(service.err).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another with PORT=3001.\n`,
  )
  expect(service.out).toBe('')
  taken.close()
})

test('in production it refuses to start without a secret, and says why', async () => {
  const service = start({ NODE_ENV: 'production' })
  expect(await service.ended).toBe(1)
  expect(service.err).toMatch(/^SESSION_SECRET is missing\./)
  expect(service.out).toBe('')
})

test('a fresh directory becomes a demonstration, and is still there the second time', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'six-friends-fresh-'))
  for (let times = 1; times <= 2; times += 1) {
    const service = start({ DATA_DIR: fresh, DEMONSTRATION: 'on', TODAY: '2026-11-23' })
    const [, address] = await service.until(READY)
    const page = await (await fetch(`${address}/sign-in`)).text()
    expect(page).toContain('Olive Hartley')

    const asOlive = { method: 'POST', headers: { origin: address! }, redirect: 'manual' as const }
    const entered = await fetch(`${address}/sign-in/as/olive`, asOlive)
    expect(entered.status).toBe(303)
    expect(entered.headers.get('set-cookie')).toMatch(/^six-friends=/)
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  }
  const { db, close } = await openDatabase({ directory: join(fresh, 'postgres') })
  expect(await db('sessions')).toHaveLength(2)
  expect(await db('areas')).toHaveLength(2)
  await close()
  rmSync(fresh, { recursive: true })
})

test('npx finds it', () => {
  const said = spawnSync('npx', ['six-friends', '--help'], { encoding: 'utf8' })
  expect(said.stdout).toMatch(/^Usage: six-friends COMMAND/)
  expect(said.status).toBe(0)
  expect(spawnSync('npx', ['six-friends', 'fly']).status).toBe(2)
})
