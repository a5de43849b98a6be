import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { program, root } from './product'
import { type Finding, median, whole } from './table'

const CONNECTIONS = 10
/** Of the requests per second of an empty page. */
const LEAST_SHARE = 0.1
const MOST_DRIFT = 0.15

/** Seconds until the compiler within Node has seen enough of a page to make it fast. */
const WARM_UP = 4

export interface Site {
  name: string
  /** Figures in its database. */
  figures: number
  databaseUrl: string
}

export interface Visitor {
  cookie: string
  secret: string
  today: string
  path: string
}

interface Pace {
  rounds: number
  seconds: number
}

interface Running {
  address: string
  process: ChildProcess
}

/** The signed-in scorecard of each site and an empty page, in turns, so that all share the machine's moods. */
export async function benchPages(
  sites: readonly [Site, Site],
  visitor: Visitor,
  { rounds, seconds }: Pace,
): Promise<Finding[]> {
  const started: Running[] = []
  try {
    const hello = await start([join(__dirname, 'hello.cjs')], {})
    started.push(hello)
    for (const site of sites) started.push(await start([program, 'start'], settings(site, visitor)))
    const addresses = started.map(({ address }, index) =>
      index === 0 ? address : `${address}${visitor.path}`,
    )
    await check(addresses[1]!, visitor)

    for (const address of addresses) await load(address, visitor, WARM_UP)
    const rates: number[][] = addresses.map(() => [])
    for (let round = 0; round < rounds; round++) {
      for (const [index, address] of addresses.entries()) {
        rates[index]!.push(await load(address, visitor, seconds))
      }
    }
    return findingsOf(sites, rates)
  } finally {
    await Promise.all(started.map(stop))
  }
}

/** Shares are taken within each round, when both were measured in the same few seconds. */
function findingsOf([small, large]: readonly [Site, Site], rates: readonly number[][]): Finding[] {
  const [hello, few, many] = rates as [number[], number[], number[]]
  const drift = shareOf(many, few) - 1
  return [
    { what: 'An empty page, Express and EJS', found: `${whole(median(hello))} a second` },
    ...[
      { site: small, rate: few },
      { site: large, rate: many },
    ].map(({ site, rate }) => ({
      what: `Scorecard of 100 measures, ${whole(site.figures)} figures held`,
      found: `${whole(median(rate))} a second, ${percent(shareOf(rate, hello))}`,
      limit: `at least ${percent(LEAST_SHARE)} of the empty page`,
      holds: shareOf(rate, hello) >= LEAST_SHARE,
    })),
    {
      what: '  from the smaller database to the larger',
      found: `${drift < 0 ? '−' : '+'}${percent(Math.abs(drift))}`,
      limit: `within ${percent(MOST_DRIFT)}`,
      holds: Math.abs(drift) <= MOST_DRIFT,
    },
  ]
}

function shareOf(rates: readonly number[], others: readonly number[]): number {
  return median(rates.map((rate, round) => rate / others[round]!))
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

function settings({ databaseUrl }: Site, { secret, today }: Visitor): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: secret,
    TODAY: today,
    DEMONSTRATION: 'off',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: '0',
  }
}

/** Starts a program that prints its address once it is ready. */
function start(argv: string[], own: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`${argv[0]} stopped with ${code}.`)))
    child.stdout.on('data', (bytes: Buffer) => {
      const address = /http:\S+/.exec(bytes.toString())?.[0]
      if (address) resolve({ address, process: child })
    })
  })
}

async function stop({ process }: Running) {
  const ended = once(process, 'exit')
  process.kill('SIGTERM')
  await ended
}

/** That the page measured is the page meant: signed in, a hundred rows. */
async function check(address: string, { cookie }: Visitor) {
  const html = await (await fetch(address, { headers: { cookie } })).text()
  const rows = html.split('<th scope="row">').length - 1
  if (rows !== 100 || !html.includes('Sign out')) {
    throw new Error(`The scorecard shows ${rows} measures instead of 100, or nobody is signed in.`)
  }
}

const report = z.object({
  requests: z.object({ average: z.number() }),
  errors: z.literal(0),
  non2xx: z.literal(0),
})

/** Requests answered a second. */
async function load(address: string, { cookie }: Visitor, seconds: number): Promise<number> {
  const cannon = join(root, 'node_modules/autocannon/autocannon.js')
  const asked = ['-c', String(CONNECTIONS), '-d', String(seconds), '-j', '-H', `cookie=${cookie}`]
  const { stdout } = await promisify(execFile)(process.execPath, [cannon, ...asked, address])
  return report.parse(JSON.parse(stdout)).requests.average
}
