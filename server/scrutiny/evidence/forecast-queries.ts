import type { Database } from '../../database/database'
import type { IsoDate } from '../../domain/period'
import type { Subject } from './subject'

export interface FrozenForecast {
  horizon: 'period' | 'year-end'
  starts: IsoDate
  madeIn: IsoDate
  value: number
  low: number | null
  high: number | null
  frozenAt: Date
}

/** Every forecast whose return was published, oldest first: drafts of a return are nobody's evidence. */
export async function findForecasts(
  db: Database,
  { area, indicator, today }: Subject,
): Promise<FrozenForecast[]> {
  const { rows } = await db.raw(
    `select horizon, starts, made_in, value, low, high, frozen_at
     from forecasts
     where area_id = ? and series_id = ? and released_at is not null and frozen_at::date <= ?::date
     order by starts, made_in, frozen_at, id`,
    [area.id, indicator.seriesId, today],
  )
  return rows
}
