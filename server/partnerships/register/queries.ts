import type { Database } from '../../database/database'
import type { Partnership } from '../../database/tables/partnerships'

export type Registered = Partnership & {
  lead: string | null
  members: readonly RegisteredMember[]
}

export interface RegisteredMember {
  name: string
  kind: string
  role: 'lead' | 'member' | 'contributor'
  dutyToCooperate: boolean
}

/** Every body of the area with its members, by name. */
export async function findRegister(db: Database, areaId: string): Promise<Registered[]> {
  const { rows } = await db.raw(
    `select p.*, l.name as lead,
       coalesce((select json_agg(json_build_object('name', o.name, 'kind', o.kind, 'role', m.role,
           'dutyToCooperate', o.duty_to_cooperate) order by lower(o.name))
         from memberships m
           join organisations o on o.area_id = m.area_id and o.id = m.organisation_id
         where m.area_id = p.area_id and m.partnership_id = p.id), '[]') as members
     from partnerships p
       left join organisations l on l.area_id = p.area_id and l.id = p.lead_organisation_id
     where p.area_id = ?
     order by lower(p.name)`,
    [areaId],
  )
  return rows
}

export function listPartnerships(db: Database, areaId: string) {
  return db('partnerships').where({ areaId }).orderByRaw('lower(name)').select('id', 'slug', 'name')
}

export interface Score {
  theme: string
  heldOn: string
  score: number
}

/** The scores of the two latest rounds, without saying who gave which. */
export async function findLatestScores(
  db: Database,
  areaId: string,
  partnershipId: string,
): Promise<Score[]> {
  const { rows } = await db.raw(
    `select theme, held_on, score from self_evaluation_scores
     where area_id = ? and partnership_id = ? and held_on in (
       select distinct held_on from self_evaluation_scores
       where area_id = ? and partnership_id = ? order by held_on desc limit 2)
     order by theme, held_on, score`,
    [areaId, partnershipId, areaId, partnershipId],
  )
  return rows
}
