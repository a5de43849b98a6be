import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { findServerBinaries, HOW_TO_INSTALL, program } from './server-binaries'

export interface OwnServer {
  /** The address of the `postgres` database, as its superuser; others differ in the path alone. */
  url: string
  stop(): Promise<void>
}

/** Somebody who is not root: PostgreSQL refuses to run as root. */
interface Person {
  uid: number
  gid: number
}

/**
 * A real PostgreSQL server of our own: new and empty, in a temporary folder that goes when it stops,
 * reached through a socket in that folder and by no port at all.
 */
export async function startOwnServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  const binaries = findServerBinaries()
  if (binaries === undefined) throw new Error(HOW_TO_INSTALL)

  const folder = mkdtempSync(join(tmpdir(), 'six-friends-server-'))
  const person = personToBe()
  if (person) chownSync(folder, person.uid, person.gid)
  const data = join(folder, 'data')
  const as = { cwd: folder, ...person }

  execFileSync(
    join(binaries, program('initdb')),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const server = spawn(join(binaries, program('postgres')), argumentsOf(data, folder, settings), {
    ...as,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`

  const stop = async () => {
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answering(url, server)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The address of another database of the same server. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

function argumentsOf(data: string, folder: string, settings: Record<string, string>): string[] {
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '100',
    ...settings,
  }
  return ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function personToBe(): Person | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (option: string) =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if (server.exitCode !== null) throw new Error('The PostgreSQL server stopped at once.')
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await wait(100)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new Error('The PostgreSQL server did not answer within 30 seconds.')
}

/** SIGINT is PostgreSQL's fast shutdown: connections are closed, nothing is waited for. */
function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
}
