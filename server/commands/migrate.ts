import { readArguments, type Terminal } from './terminal'

const HELP = `Usage: six-friends migrate

Brings the tables of the database up to date. Safe to run when they are already,
and when several processes do it at once.`

export async function migrateCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: {}, help: HELP })
  if ('exit' in read) return read.exit

  const open = await terminal.openDatabase()
  await open.close()
  terminal.out('The database is up to date.')
  return 0
}
