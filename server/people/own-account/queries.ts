import type { Database } from '../../database/database'
import { enterArea } from '../../database/scope'
import type { Role } from '../../domain/people'

export interface Account {
  id: string
  name: string
  email: string
  homeAreaId: string
  passwordHash: string | null
  roles: Role[]
  organisation: string | null
}

/** Somebody as their home area knows them; from here on the transaction is in that area. */
export async function getAccount(trx: Database, id: string, areaId: string): Promise<Account> {
  await enterArea(trx, areaId)
  const { rows } = await trx.raw(
    `select u.id, u.name, u.email, u.home_area_id, u.password_hash, max(o.name) as organisation,
       coalesce(array_agg(a.role order by a.role) filter (where a.role is not null), '{}') as roles
     from users u
       left join appointments a on a.area_id = ? and a.user_id = u.id
       left join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
     where u.id = ?
     group by u.id`,
    [areaId, id],
  )
  return rows[0]
}
