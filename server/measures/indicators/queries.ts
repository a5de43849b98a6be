import type { Database } from '../../database/database'
import type { Indicator, Series } from '../../database/tables/measures'

export function findIndicator(
  db: Database,
  areaId: string,
  reference: string,
): Promise<Indicator | undefined> {
  return db('indicators').where({ areaId, reference }).first()
}

export async function findTargetFor(db: Database, { areaId, id }: Series, starts: string) {
  const row = await db('targets').where({ areaId, seriesId: id, starts }).first()
  return row ? { value: row.value, low: row.low, high: row.high } : null
}
