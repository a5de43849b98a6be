import type { Database } from '../../database/database'
import { enterArea } from '../../database/scope'
import type { Area } from '../../database/tables/people'
import type { Role } from '../../domain/people'

export interface CastMember {
  handle: string
  name: string
  area: string
  organisation: string | null
  roles: Role[]
}

/** The cast of a demonstration: everybody who can be signed in with one click, area by area. */
export async function findCast(trx: Database, areas: readonly Area[]): Promise<CastMember[]> {
  const cast: CastMember[] = []
  for (const area of areas) {
    await enterArea(trx, area.id)
    const { rows } = await trx.raw(
      `select u.handle, u.name, max(o.name) as organisation,
         coalesce(array_agg(a.role) filter (where a.role is not null), '{}') as roles
       from users u
         left join appointments a on a.area_id = ? and a.user_id = u.id
         left join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
       where u.home_area_id = ? and u.handle is not null and u.disabled_at is null
       group by u.handle, u.name`,
      [area.id, area.id],
    )
    cast.push(...rows.map((row: Omit<CastMember, 'area'>) => ({ ...row, area: area.name })))
  }
  return cast
}
