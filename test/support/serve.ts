import { startOwnServer } from './own-server'

/** Runs a PostgreSQL server of our own until it is told to stop; its address is the only line it prints. */
async function serve() {
  const server = await startOwnServer({ fsync: 'off', full_page_writes: 'off' })
  const stop = () => void server.stop().then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdout.write(`${server.url}\n`)
}

serve().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
})
