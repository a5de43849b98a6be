import type { Database } from '../../server/database/database'
import type { Area } from '../../server/database/tables/people'
import type { Actor } from '../../server/domain/people'
import type { Product } from './product'
import { approveNextQuarter, FIGURES_OF_AN_AREA, MEASURES } from './queries'
import { type Finding, whole } from './table'

const AT_ONCE = 10

/** Every standing of every area computed and kept afresh. */
export async function benchRebuild(
  { inScope, rebuildStandings }: Product,
  db: Database,
  areas: readonly Area[],
): Promise<Finding[]> {
  const started = performance.now()
  for (const area of areas) {
    await inScope(db, { areaId: area.id, sight: 'all' }, trx => rebuildStandings(trx, area))
  }
  const seconds = (performance.now() - started) / 1000
  const figures = areas.length * FIGURES_OF_AN_AREA
  return [
    {
      what: `Every standing afresh, from ${whole(figures)} figures`,
      found: `${seconds.toFixed(1)} s, ${whole(figures / seconds)} figures a second`,
    },
  ]
}

/** One figure after another published by the real command: its audit row and its standing with it. */
export async function benchWrites(
  product: Product,
  db: Database,
  area: Area,
  actor: Actor,
  today: string,
): Promise<Finding[]> {
  const scope = { areaId: area.id, userId: actor.id, sight: 'approved' } as const
  await product.inScope(db, { ...scope, sight: 'all' }, trx => approveNextQuarter(trx, area.id))
  const waiting = Array.from({ length: MEASURES }, (_, n) => `m-${String(n + 1).padStart(3, '0')}`)

  const visit = { area, calendar: { yearStart: 4 }, actor, today, query: {}, body: {}, origin: '' }

  const started = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let reference = waiting.pop(); reference; reference = waiting.pop()) {
        const params = { reference, period: '2026-27-q3' }
        await product.inScope(db, scope, async trx => {
          const due = await product.getDue({ ...visit, db: trx, params })
          await product.publishActual(trx, actor, due)
        })
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return [
    {
      what: 'A figure published, with its audit row and standing',
      found: `${whole(MEASURES / seconds)} a second`,
    },
  ]
}
