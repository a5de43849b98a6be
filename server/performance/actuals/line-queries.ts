import type { Database } from '../../database/database'
import type { Indicator, Series } from '../../database/tables/measures'
import type { FigureState } from '../../domain/figure'

export type LineState = Pick<Series, 'kind' | 'key' | 'label' | 'organisationId'> & {
  /** How far this period's figure has come, as far as this person may see; null where none is held. */
  state: FigureState | null
}

/** Every line of a measure that is reported for a period, the headline first. */
export async function findLineStates(
  db: Database,
  { areaId, id }: Pick<Indicator, 'areaId' | 'id'>,
  starts: string,
): Promise<LineState[]> {
  const { rows } = await db.raw(
    `select s.kind, s.key, s.label, s.organisation_id, a.state
     from series s
       left join lateral (
         select state from actuals
         where area_id = s.area_id and series_id = s.id and starts = ?
           and state not in ('superseded', 'withdrawn')
         order by version desc limit 1) a on true
     where s.area_id = ? and s.indicator_id = ?
       and (s.retired_on is null or s.retired_on > ? or a.state is not null)
     order by s.kind <> 'headline', s.kind, s.position, s.label`,
    [starts, areaId, id, starts],
  )
  return rows
}
