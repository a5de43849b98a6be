import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './process'

const folder = mkdtempSync(join(tmpdir(), 'six-friends-smoke-'))

/** The service as anybody starts it: does a first start show the borough, and a second one keep all of it? */
async function smoke() {
  const first = await start()
  await expectPage(first, '/sign-in', 'Olive Hartley')
  const cookie = await signIn(first)
  const before = await expectPage(first, '/kirkdale/scorecard', 'Sign out', cookie)
  await first.stop()

  const second = await start()
  const after = await expectPage(second, '/kirkdale/scorecard', 'Sign out', cookie)
  check(after === before, 'The scorecard is not what it was before the second start.')
  await second.stop()
}

interface Started {
  address: string
  stop(): Promise<void>
}

async function start(): Promise<Started> {
  const began = performance.now()
  const running = runNode(['server/six-friends.cjs', 'start'], {
    DATA_DIR: folder,
    PORT: '0',
    TODAY: '2026-11-23',
    LOG_LEVEL: 'error',
  })
  process.once('exit', () => running.child.kill('SIGKILL'))
  const [, address] = await running.until(/ready at (http:\S+)/)
  check((await fetch(`${address}/readyz`)).status === 200, '/readyz does not say that it is ready.')
  console.log(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s.`)

  return {
    address: address!,
    async stop() {
      running.child.kill('SIGTERM')
      const code = await running.ended
      check(code === 0, `SIGTERM ended it with ${code}: ${running.err}`)
    },
  }
}

async function signIn({ address }: Started): Promise<string> {
  const answer = await fetch(`${address}/sign-in/as/olive`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
  })
  check(answer.status === 303, `Signing in as Olive was answered with ${answer.status}.`)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

async function expectPage({ address }: Started, path: string, words: string, cookie = '') {
  const answer = await fetch(`${address}${path}`, { headers: { cookie } })
  const html = await answer.text()
  check(answer.status === 200, `${path} was answered with ${answer.status}.`)
  check(html.includes(words), `${path} does not say “${words}”.`)
  return html
}

function check(holds: boolean, otherwise: string) {
  if (!holds) throw new Error(otherwise)
}

smoke()
  .then(() => console.log('It starts, signs in, stops when told, and keeps its data.'))
  .catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit()
  })
