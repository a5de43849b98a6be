import type { Database } from '../server/database/database'
import { inScope } from '../server/database/scope'
import type { IsoDate } from '../server/domain/period'
import { rebuildStandings } from '../server/performance/standings/keep'
import type { BoroughPlan } from './borough-plan'
import { boroughOf } from './building/borough'
import { KIRKDALE } from './kirkdale/kirkdale'
import { findArea, insertRows } from './queries'
import { SALLOW } from './sallow/sallow'

/**
 * Loads the invented borough of Kirkdale and its neighbour Sallow, with five years of figures up to
 * `today`: both or neither. The same day always gives the same figures.
 */
export async function seedDemonstration(
  db: Database,
  { today }: { today: IsoDate },
): Promise<void> {
  await db.transaction(async trx => {
    for (const plan of [KIRKDALE, SALLOW]) await plant(trx, plan, today)
  })
}

async function plant(db: Database, plan: BoroughPlan, today: IsoDate) {
  const register = boroughOf(plan, today)
  const author = plan.scrutiny.enquiry
  const userId = author === null ? null : register.person(author.by)

  await inScope(db, { areaId: register.areaId, userId, sight: 'all' }, async trx => {
    for (const [table, rows] of register.sheaf.tables()) await insertRows(trx, table, rows)
    const area = await findArea(trx, register.areaId)
    await rebuildStandings(trx, area!)
  })
}
