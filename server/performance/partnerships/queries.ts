import type { Database } from '../../database/database'
import type { Frequency } from '../../domain/period'
import type { Standing } from '../../domain/standing'

export interface BodyStanding {
  partnershipId: string
  frequency: Frequency
  standing: Standing
}

/** What every measure in force of every body stands at. */
export async function findBodyStandings(db: Database, areaId: string): Promise<BodyStanding[]> {
  const { rows } = await db.raw(
    `select i.partnership_id, i.frequency, k.standing
     from standings k join indicators i on i.area_id = k.area_id and i.id = k.indicator_id
     where k.area_id = ? and k.headline and i.retired_on is null and i.partnership_id is not null`,
    [areaId],
  )
  return rows
}
