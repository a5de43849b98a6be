import { seedDemonstration } from '../../seeds/demonstration'
import { type Database, type OpenDatabase, openDatabase } from '../../server/database/database'
import { inScope } from '../../server/database/scope'
import { openOnServer, serverUrl } from './server'
import { templateOf } from './template'
import { TODAY } from './today'

/** Opened before the first test of a file and closed after its last. */
export interface TestDatabase {
  readonly db: Database
  readonly open: OpenDatabase
  /** Work inside an area with every figure in sight, for setting the scene and looking behind it. */
  inArea<Result>(slug: string, work: (trx: Database) => Promise<Result>): Promise<Result>
}

/** A demonstration borough of this file's own: what is changed here is changed nowhere else. */
export function demonstrationDatabase(): TestDatabase {
  return prepared('borough', ({ db }) => seedDemonstration(db, { today: TODAY }))
}

/** Tables, and nothing in them. */
export function emptyDatabase(): TestDatabase {
  return prepared('empty', async () => {})
}

function prepared(name: string, fill: (open: OpenDatabase) => Promise<void>): TestDatabase {
  let open: OpenDatabase | undefined

  beforeAll(async () => {
    open = serverUrl
      ? await openOnServer(name, fill)
      : await openDatabase({ template: await templateOf(name, fill) })
  }, 120_000)

  afterAll(async () => {
    await open?.close()
  })

  return {
    get open() {
      if (!open) throw new Error('The database is open only while tests run.')
      return open
    },
    get db() {
      return this.open.db
    },
    async inArea(slug, work) {
      const area = await this.db('areas').where({ slug }).first()
      if (!area) throw new Error(`There is no area ${slug}.`)
      return inScope(this.db, { areaId: area.id, sight: 'all' }, work)
    },
  }
}
