import { seedDemonstration } from '../../seeds/demonstration'
import { isDate } from '../domain/calendar'
import { listAreas } from '../people/areas/queries'
import { readArguments, type Terminal } from './terminal'

const HELP = `Usage: six-friends seed [--today YYYY-MM-DD]

Loads the demonstration borough, Kirkdale, and its neighbour Sallow into an empty database:
five years of invented figures up to today, or up to the day given.`

export async function seedCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: { today: { type: 'string' } }, help: HELP })
  if ('exit' in read) return read.exit

  const today = (read.values.today as string | undefined) ?? terminal.today()
  if (!isDate(today)) {
    terminal.err(`--today must be a day like 2026-11-23, not "${today}".`)
    return 2
  }

  const open = await terminal.openDatabase()
  try {
    const areas = await listAreas(open.db)
    if (areas.length > 0) {
      terminal.err('The database already holds an area, so nothing was loaded.')
      return 1
    }
    await seedDemonstration(open.db, { today })
    terminal.out(`The demonstration borough is loaded, with figures up to ${today}.`)
    return 0
  } finally {
    await open.close()
  }
}
