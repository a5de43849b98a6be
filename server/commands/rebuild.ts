import { inScope } from '../database/scope'
import { formatCount } from '../domain/format'
import { listAreas } from '../people/areas/queries'
import { rebuildStandings } from '../performance/standings/keep'
import { readArguments, type Terminal } from './terminal'

const HELP = `Usage: six-friends rebuild [--area NAME]

Works out afresh where every series stands: status, direction, signal and concern, from the
published figures. They are kept up to date with every change, so this is needed only after the
rules have changed, or when you would rather be sure. Of one area, or of all of them.`

export async function rebuildCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: { area: { type: 'string' } }, help: HELP })
  if ('exit' in read) return read.exit

  const name = (read.values.area as string | undefined)?.trim().toLowerCase()
  const open = await terminal.openDatabase()
  try {
    const areas = (await listAreas(open.db)).filter(
      area => name === undefined || [area.name.toLowerCase(), area.slug].includes(name),
    )
    if (name !== undefined && areas.length === 0) {
      terminal.err(`There is no area called "${read.values.area}".`)
      return 1
    }
    for (const area of areas) {
      const count = await inScope(open.db, { areaId: area.id, sight: 'all' }, trx =>
        rebuildStandings(trx, area),
      )
      terminal.out(`${area.name}: ${formatCount(count)} standings rebuilt.`)
    }
    return 0
  } finally {
    await open.close()
  }
}
