import type { Server } from 'node:http'
import { seedDemonstration } from '../../seeds/demonstration'
import { createApp } from '../app'
import { type Config, readConfig } from '../config'
import type { OpenDatabase } from '../database/database'
import { isUpToDate } from '../database/migrate'
import { listAreas } from '../people/areas/queries'
import { logger } from '../web/log'
import { openConfigured, readArguments, type Terminal } from './terminal'
import { todayByClock } from './today'

const HELP = `Usage: six-friends start

Starts the service and prints its address. All settings come from the environment;
the README lists them. Stop it with Ctrl-C.`

/** Runs until it is told to stop; gives an exit code only when it cannot start. */
export async function startCommand(
  argv: string[],
  terminal: Terminal,
): Promise<number | undefined> {
  const read = readArguments(argv, terminal, { options: {}, help: HELP })
  if ('exit' in read) return read.exit

  const launcher = process.ppid
  const config = readConfig(process.env)
  const open = await openConfigured(config)
  const today = () => config.today ?? todayByClock()
  try {
    await loadDemonstration(config, open, today())
    const server = await listen(config, open, today)
    stopWhenTold(server, open, launcher)
    stopWhenDead(open, config)
    terminal.out(`Six Friends is ready at ${addressOf(config, server)}`)
    return undefined
  } catch (error) {
    await open.close()
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    terminal.err(
      `Port ${config.port} on ${config.host} is taken by another program. Stop it, or choose another with PORT=3001.`,
    )
    return 1
  }
}

async function loadDemonstration({ demonstration }: Config, { db }: OpenDatabase, today: string) {
  if (!demonstration) return
  const areas = await listAreas(db)
  if (areas.length === 0) await seedDemonstration(db, { today })
}

function listen(config: Config, open: OpenDatabase, today: () => string): Promise<Server> {
  const app = createApp({
    db: open.db,
    today,
    secret: config.sessionSecret,
    production: config.production,
    demonstration: config.demonstration,
    trustProxy: config.trustProxy,
    allowedHosts: config.allowedHosts,
    log: logger(config.logLevel),
    isReady: () => isUpToDate(open.db),
  })

  return new Promise((resolve, reject) => {
    // Express hands a failure to listen to its callback, so that alone does not mean ready.
    const server = app.listen(config.port, config.host, error =>
      error ? reject(error) : resolve(server),
    )
  })
}

function addressOf({ host }: Config, server: Server): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** An embedded engine that has died cannot be opened again here; whatever watches the process starts it afresh. */
function stopWhenDead({ embedded }: OpenDatabase, { logLevel }: Config) {
  embedded?.whenDead(error => {
    logger(logLevel).fatal({ err: error }, 'the embedded database has stopped')
    process.exit(1)
  })
}

/** Answers what is under way, then closes the database, so that its lock is given back. */
function stopWhenTold(server: Server, open: OpenDatabase, launcher: number) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.close(() => {
      void open.close().then(() => process.exit(0))
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  // npm passes a SIGTERM to its shell alone, which dies of it and would leave the service behind.
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== launcher && stop(), 250).unref()
  }
}
