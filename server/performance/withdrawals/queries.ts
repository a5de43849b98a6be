import type { Database } from '../../database/database'
import type { Indicator } from '../../database/tables/measures'
import type { Actual } from '../../database/tables/performance'

/** That a figure was taken back, and why: everybody's to know. What it said is not part of it. */
export type Withdrawal = Pick<
  Actual,
  'seriesId' | 'starts' | 'version' | 'certainty' | 'withdrawnReason'
> & {
  withdrawnAt: Date
  who: string | null
  line: string
}

/** Every withdrawal of a measure, the latest first; of one series where one is named. */
export async function findWithdrawals(
  db: Database,
  { areaId, id }: Pick<Indicator, 'areaId' | 'id'>,
  seriesId: string | null = null,
): Promise<Withdrawal[]> {
  const { rows } = await db.raw(
    `select a.series_id, a.starts, a.version, a.certainty, a.withdrawn_at, a.withdrawn_reason,
         u.name as who, s.label as line
       from actuals a
         join series s on s.area_id = a.area_id and s.id = a.series_id
         left join users u on u.id = a.withdrawn_by
       where a.area_id = ? and s.indicator_id = ? and a.series_id = coalesce(?::uuid, a.series_id)
         and a.state = 'withdrawn'
       order by a.withdrawn_at desc, a.starts desc, a.version desc`,
    [areaId, id, seriesId],
  )
  return rows
}
