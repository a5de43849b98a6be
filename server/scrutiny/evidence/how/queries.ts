import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import type { Subject } from '../subject'

export interface HeldAction {
  title: string
  owner: string
  organisation: string
  startsOn: IsoDate | null
  dueOn: IsoDate
  doneOn: IsoDate | null
  effect: number | null
  status: 'not-started' | 'under-way' | 'done' | 'paused' | 'dropped'
  progress: string
  promisedToScrutiny: boolean
}

export async function findActions(
  db: Database,
  { area, indicator }: Subject,
): Promise<HeldAction[]> {
  return db('actions as a')
    .join('organisations as o', join =>
      join.on('o.areaId', 'a.areaId').andOn('o.id', 'a.organisationId'),
    )
    .where({ 'a.areaId': area.id, 'a.indicatorId': indicator.id })
    .orderBy(['a.dueOn', 'a.title'])
    .select(
      'a.title',
      'a.owner',
      'o.name as organisation',
      'a.startsOn',
      'a.dueOn',
      'a.doneOn',
      'a.effect',
      'a.status',
      'a.progress',
      'a.promisedToScrutiny',
    )
}

export interface Mechanism {
  agreement: string | null
  clauses: { reference: string; wording: string; lastUsedOn: IsoDate | null }[]
  partnership: string | null
  governanceClass: 'partnership' | 'network' | 'working-group' | 'contract-or-grant' | null
}

/** What the agreement, or the body that owns the measure, lets be done about poor performance. */
export async function findMechanism(
  db: Database,
  { area, indicator }: Subject,
): Promise<Mechanism> {
  const { rows } = await db.raw(
    `select g.title as agreement, p.name as partnership, p.governance_class,
       coalesce((select json_agg(json_build_object('reference', c.reference, 'wording', c.wording,
           'lastUsedOn', c.last_used_on) order by c.reference)
         from agreement_clauses c where c.area_id = g.area_id and c.agreement_id = g.id), '[]') as clauses
     from indicators i
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
       left join agreements g on g.area_id = u.area_id and g.id = u.agreement_id
       left join partnerships p on p.area_id = i.area_id and p.id = i.partnership_id
     where i.area_id = ? and i.id = ?`,
    [area.id, indicator.id],
  )
  return rows[0]
}
