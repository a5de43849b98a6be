import type { Database } from '../../database/database'
import type { Role } from '../../domain/people'

export interface Person {
  id: string
  name: string
  email: string
  disabledAt: Date | null
  hasPassword: boolean
  roles: Role[]
  organisationId: string | null
  organisation: string | null
}

/** Everybody whose home this area is; only those of one organisation when it is named. */
export async function listPeople(
  trx: Database,
  areaId: string,
  organisationId: string | null,
): Promise<Person[]> {
  const { rows } = await trx.raw(
    `${PEOPLE} group by u.id
     having ?::uuid is null or max(a.organisation_id::text) = ?::text
     order by lower(u.name), u.id`,
    [areaId, areaId, organisationId, organisationId],
  )
  return rows
}

export async function findPerson(
  trx: Database,
  areaId: string,
  id: string,
): Promise<Person | undefined> {
  const { rows } = await trx.raw(`${PEOPLE} and u.id = ? group by u.id`, [areaId, areaId, id])
  return rows[0]
}

const PEOPLE = `
  select u.id, u.name, u.email, u.disabled_at, u.password_hash is not null as has_password,
    coalesce(array_agg(a.role order by a.role) filter (where a.role is not null), '{}') as roles,
    max(a.organisation_id::text) as organisation_id, max(o.name) as organisation
  from users u
    left join appointments a on a.area_id = ? and a.user_id = u.id
    left join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
  where u.home_area_id = ?`

/** Organisations somebody can act for today, by name. */
export function standingOrganisations(trx: Database, areaId: string) {
  return trx('organisations')
    .where({ areaId, endedOn: null })
    .orderByRaw('lower(name)')
    .select('id', 'slug', 'name')
}

export async function isEmailTaken(trx: Database, email: string): Promise<boolean> {
  return (await trx('users').where({ email }).first('id')) !== undefined
}

interface NewUser {
  id: string
  email: string
  name: string
  homeAreaId: string
}

export async function addUser(trx: Database, user: NewUser): Promise<void> {
  await trx('users').insert(user)
}

export async function setDisabled(trx: Database, id: string, disabled: boolean): Promise<void> {
  await trx('users')
    .where({ id })
    .update({ disabledAt: disabled ? trx.fn.now() : null })
}

/** What somebody is in the area from now on, in place of all they were. */
export async function replaceAppointments(
  trx: Database,
  areaId: string,
  userId: string,
  roles: readonly Role[],
  organisationId: string | null,
): Promise<void> {
  await trx('appointments').where({ areaId, userId }).delete()
  await trx('appointments').insert(roles.map(role => ({ areaId, userId, role, organisationId })))
}
