import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import type { Subject } from '../subject'

export interface Impact {
  assessments: {
    kind: 'equalities' | 'sustainability' | 'efficiency'
    assessedOn: IsoDate
    finding: string
    assessor: string
  }[]
  /** The labels of the groups the measure is broken down by. */
  groups: string[]
  unitCosts: { year: number; unitCost: number }[]
}

export async function findImpact(
  db: Database,
  { area, indicator, period }: Subject,
): Promise<Impact> {
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object('kind', m.kind, 'assessedOn', m.assessed_on,
           'finding', m.finding, 'assessor', m.assessor))
         from assessments m where m.area_id = i.area_id and m.indicator_id = i.id), '[]') as assessments,
       coalesce((select json_agg(s.label order by s.position, s.label)
         from series s where s.area_id = i.area_id and s.indicator_id = i.id and s.kind = 'group'), '[]') as groups,
       coalesce((select json_agg(json_build_object('year', b.year, 'unitCost', b.unit_cost) order by b.year)
         from budgets b where b.area_id = i.area_id and b.indicator_id = i.id
           and b.unit_cost is not null and b.year <= ?), '[]') as unit_costs
     from indicators i where i.area_id = ? and i.id = ?`,
    [period.year, area.id, indicator.id],
  )
  return rows[0]
}

export interface RiskRegister {
  risks: {
    title: string
    likelihood: number
    impact: number
    mitigation: string
    owner: string
    reviewedOn: IsoDate | null
  }[]
  /** Milestones not reached that are late or were put off. */
  slipping: { title: string; firstDueOn: IsoDate; dueOn: IsoDate }[]
}

export async function findRiskRegister(
  db: Database,
  { area, indicator, today }: Subject,
): Promise<RiskRegister> {
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object('title', r.title, 'likelihood', r.likelihood,
           'impact', r.impact, 'mitigation', r.mitigation, 'owner', r.owner,
           'reviewedOn', r.reviewed_on) order by r.likelihood * r.impact desc, r.title)
         from risks r where r.area_id = i.area_id and r.indicator_id = i.id
           and r.closed_on is null), '[]') as risks,
       coalesce((select json_agg(json_build_object('title', m.title, 'firstDueOn', m.first_due_on,
           'dueOn', m.due_on) order by m.due_on, m.title)
         from actions c join milestones m on m.area_id = c.area_id and m.action_id = c.id
         where c.area_id = i.area_id and c.indicator_id = i.id and c.status <> 'dropped'
           and m.done_on is null and (m.due_on > m.first_due_on or m.due_on < ?)), '[]') as slipping
     from indicators i where i.area_id = ? and i.id = ?`,
    [today, area.id, indicator.id],
  )
  return rows[0]
}
