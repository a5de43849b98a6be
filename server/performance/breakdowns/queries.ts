import type { Database } from '../../database/database'
import { withFullSight } from '../../database/scope'
import type { Series } from '../../database/tables/measures'

export async function changeLine(
  trx: Database,
  { areaId, id }: Series,
  changes: Partial<Pick<Series, 'label' | 'organisationId' | 'position' | 'retiredOn'>>,
): Promise<void> {
  await trx('series').where({ areaId, id }).update(changes)
}

/** Whether figures of the line are on their way but not published, whoever may see them. */
export function hasFiguresInHand(trx: Database, { areaId, id }: Series): Promise<boolean> {
  return withFullSight(trx, async () => {
    const first = await trx('actuals')
      .where({ areaId, seriesId: id })
      .whereIn('state', ['draft', 'submitted', 'returned', 'approved'])
      .first('starts')
    return first !== undefined
  })
}
