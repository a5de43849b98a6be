import type { Database } from '../../server/database/database'
import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import { importFile, type ImportRequest } from '../../server/imports/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'

export const HEADER =
  'indicator_code,partner_code,period,numerator,denominator,value,target,forecast,status_flag,data_status,comment'

/** Make what is missing, and let more be better. */
export const create = { create: true, polarity: 'higher-is-better' } as const

/** An empty database to import into, and what is in it afterwards. */
export function loading() {
  const open = emptyDatabase()

  function load(
    area: string,
    rows: string[],
    request: Partial<ImportRequest> = {},
    header = HEADER,
  ) {
    const bytes = new TextEncoder().encode([header, ...rows].join('\n'))
    return importFile(open.db, {
      file: { name: 'return.csv', bytes },
      area,
      today: TODAY,
      ...request,
    })
  }

  function areaOf(name: string): Promise<Area | undefined> {
    return open.db('areas').where({ name }).first()
  }

  async function within<Result>(
    name: string,
    work: (trx: Database, area: Area) => Promise<Result>,
  ): Promise<Result> {
    const area = await areaOf(name)
    if (!area) throw new Error(`No area ${name}`)
    return inScope(open.db, { areaId: area.id, sight: 'all' }, trx => work(trx, area))
  }

  const figuresOf = (name: string) =>
    within(name, trx => trx('actuals').orderBy(['seriesId', 'starts', 'version']))

  return { load, areaOf, within, figuresOf }
}
