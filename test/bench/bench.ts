import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Area } from '../../server/database/tables/people'
import { newId } from '../../server/database/id'
import { databaseAt, type OwnServer, startOwnServer } from '../support/own-server'
import { findServerBinaries, HOW_TO_INSTALL } from '../support/server-binaries'
import { benchPages } from './pages'
import { build, type Product, product } from './product'
import { addArea, addSession, FIGURES_OF_AN_AREA } from './queries'
import { benchSignals } from './signals'
import { type Finding, printTable } from './table'
import { benchRebuild, benchWrites } from './writes'

const quick = process.argv.includes('--quick')

/** Areas of 20,000 figures each: 100,000 and 1,000,000 in all, or a fifth and a half of the lesser. */
const FEW = quick ? 1 : 5
const MANY = quick ? 5 : 50
const PACE = quick ? { rounds: 3, seconds: 1 } : { rounds: 5, seconds: 4 }

/** The quarter whose figures are published in the course of it has just ended. */
const TODAY = '2027-01-15'
const MANAGER = newId()
const TOKEN = randomBytes(32).toString('base64url')
const SECRET = randomBytes(32).toString('hex')

/** Measures what the service promises of its speed, side by side in one run; exits 1 where a limit is missed. */
async function bench(): Promise<number> {
  if (!findServerBinaries()) {
    console.error(HOW_TO_INSTALL)
    return 2
  }
  build()
  const server = await startOwnServer({ shared_buffers: '256MB', max_wal_size: '4GB' })
  try {
    const findings = await measure(product(), server)
    printTable(findings)
    return findings.some(({ holds }) => holds === false) ? 1 : 0
  } finally {
    await server.stop()
  }
}

async function measure(six: Product, server: OwnServer): Promise<Finding[]> {
  const signals = benchSignals(six)
  await fill(six, server, 'few', 0, FEW)
  await onPostgres(server, 'create database many template few')
  const { rebuild, writes } = await fill(six, server, 'many', FEW, MANY)
  const siteOf = (name: string, areas: number) => ({
    name,
    figures: areas * FIGURES_OF_AN_AREA,
    databaseUrl: databaseAt(server.url, name),
  })

  const visitor = {
    cookie: `__Host-six-friends=${TOKEN}`,
    secret: SECRET,
    today: TODAY,
    path: '/borough-0/scorecard',
  }
  const pages = await benchPages([siteOf('few', FEW), siteOf('many', MANY)], visitor, PACE)
  return [...pages, ...signals, ...rebuild, ...writes]
}

/** Adds areas to a database and computes all its standings, which is one of the things measured. */
async function fill(six: Product, server: OwnServer, name: string, from: number, to: number) {
  if (from === 0) await onPostgres(server, `create database ${name}`)
  const { db, close } = await six.openDatabase({ url: databaseAt(server.url, name) })
  try {
    for (let number = from; number < to; number++) {
      await six.inScope(db, { areaId: null, sight: 'all' }, async trx => {
        await addArea(trx, number, MANAGER)
        if (number === 0) await addSession(trx, six.tokenHash(TOKEN, SECRET), MANAGER)
      })
    }
    const areas: Area[] = await six.listAreas(db)
    const rebuild = await benchRebuild(six, db, areas)
    const manager = {
      id: MANAGER,
      name: 'Mo Rahman',
      roles: ['partnership-manager'] as const,
      organisationId: null,
    }
    // In the last area, so that the scorecard measured stays the same in both databases.
    const writes = from === 0 ? [] : await benchWrites(six, db, areas.at(-1)!, manager, TODAY)
    return { rebuild, writes }
  } finally {
    await close()
    await onPostgres(server, 'vacuum analyze', name)
  }
}

async function onPostgres({ url }: OwnServer, statement: string, database = 'postgres') {
  const client = new Client({ connectionString: databaseAt(url, database) })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

bench().then(
  code => {
    process.exitCode = code
  },
  error => {
    console.error(error)
    process.exitCode = 1
  },
)
