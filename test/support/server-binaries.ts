import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Said wherever a PostgreSQL server is needed and none is installed. */
export const HOW_TO_INSTALL =
  'No PostgreSQL server is installed here. Install one (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or name the folder of its programs with PG_BIN.'

/** The folder that holds initdb and postgres, if any does: PG_BIN, then where packages put them. */
export function findServerBinaries(): string | undefined {
  return candidates().find(
    folder =>
      existsSync(join(folder, program('initdb'))) && existsSync(join(folder, program('postgres'))),
  )
}

export function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

function candidates(): string[] {
  const given = process.env.PG_BIN
  if (given) return [given]
  return [
    ...said('pg_config', ['--bindir']),
    ...versionsIn('/usr/lib/postgresql', 'bin'),
    ...versionsIn('/usr', 'bin', /^pgsql-/),
    ...versionsIn('/opt/homebrew/opt', 'bin', /^postgresql/),
    ...versionsIn('/usr/local/opt', 'bin', /^postgresql/),
    ...versionsIn('C:\\Program Files\\PostgreSQL', 'bin'),
    '/usr/local/pgsql/bin',
  ]
}

/** Folders beside one another, one a version, the newest first. */
function versionsIn(folder: string, below: string, named = /^\d+/): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => named.test(name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map(name => join(folder, name, below))
}

function said(command: string, argv: string[]): string[] {
  try {
    return [execFileSync(command, argv, { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return []
  }
}
