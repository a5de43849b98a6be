import { importFile } from '../../server/imports/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { aeByOrganisation, aeDefinitions } from './ae'
import { hartDefinitions, hartReturn } from './hart'
import { isHere } from './source'

/** Soon after the last figures were news, so that nothing is overdue yet. */
export const AE = { name: 'Four Hours', slug: 'four-hours', today: '2019-04-20' } as const
export const HART = { name: 'Hart', slug: 'hart', today: '2014-11-07' } as const

/** A database of a file's own that holds the hospitals and the district, loaded before its tests. */
export function realAreas() {
  const open = emptyDatabase()
  beforeAll(async () => {
    if (!isHere) return
    const waits = {
      file: aeByOrganisation(),
      definitions: aeDefinitions(),
      area: AE.name,
      today: TODAY,
    }
    const hart = { definitions: hartDefinitions(), area: HART.name, today: TODAY }
    await importFile(open.db, { ...waits, create: true })
    await importFile(open.db, { ...hart, file: hartReturn('aug2014'), create: true })
    await importFile(open.db, { ...hart, file: hartReturn('nov2014') })
  }, 120_000)
  return open
}
