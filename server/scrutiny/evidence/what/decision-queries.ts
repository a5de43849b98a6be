import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import type { Subject } from '../subject'

export interface Trigger {
  condition: string
  consequence: string
  pulledOn: IsoDate | null
}

export async function findTriggers(db: Database, { area, indicator }: Subject): Promise<Trigger[]> {
  return db('triggers')
    .where({ areaId: area.id, indicatorId: indicator.id })
    .orderBy('position')
    .select('condition', 'consequence', 'pulledOn')
}

export interface Budget {
  year: number
  budget: number
  spend: number
  unitCost: number | null
  conditions: string
}

export interface Money {
  own: Budget[]
  /** The latest budgets of green measures of the same board. */
  green: {
    reference: string
    title: string
    year: number
    budget: number
    spend: number
    run: number
  }[]
}

export async function findMoney(
  db: Database,
  { area, indicator, period }: Subject,
): Promise<Money> {
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object('year', b.year, 'budget', b.budget,
           'spend', b.spend, 'unitCost', b.unit_cost, 'conditions', b.conditions) order by b.year)
         from budgets b where b.area_id = i.area_id and b.indicator_id = i.id and b.year <= ?), '[]') as own,
       coalesce((select json_agg(json_build_object('reference', o.reference, 'title', o.title,
           'year', b.year, 'budget', b.budget, 'spend', b.spend, 'run', (
             select count(*) from jsonb_array_elements(k.standing->'recent') r
             where r->>'status' = 'green'))
           order by o.reference)
         from indicators o
           join series d on d.area_id = o.area_id and d.indicator_id = o.id and d.kind = 'headline'
           join standings k on k.area_id = d.area_id and k.series_id = d.id
           join budgets b on b.area_id = o.area_id and b.indicator_id = o.id and b.year = (
             select max(m.year) from budgets m where m.area_id = o.area_id
               and m.indicator_id = o.id and m.year <= ?)
         where o.area_id = i.area_id and o.id <> i.id and o.partnership_id = i.partnership_id
           and o.retired_on is null and k.standing->>'status' = 'green'), '[]') as green
     from indicators i where i.area_id = ? and i.id = ?`,
    [period.year, period.year, area.id, indicator.id],
  )
  return rows[0]
}

export interface Deciding {
  nextMeeting: { heldOn: IsoDate; title: string; committee: string } | null
  recommendations: {
    reference: string
    wording: string
    duty: string
    receivedOn: IsoDate
    responseDueOn: IsoDate | null
    respondedOn: IsoDate | null
    decision: string | null
    closedOn: IsoDate | null
  }[]
}

/** The next meeting of a committee that looks at the board, and what was recommended before. */
export async function findDeciding(
  db: Database,
  { area, indicator, today }: Subject,
): Promise<Deciding> {
  const { rows } = await db.raw(
    `select
       (select json_build_object('heldOn', m.held_on, 'title', m.title, 'committee', c.name)
         from meetings m
           join committees c on c.area_id = m.area_id and c.id = m.committee_id
         where m.area_id = i.area_id and m.held_on >= ?
         order by exists (select 1 from committee_partnerships x where x.area_id = c.area_id
             and x.committee_id = c.id and x.partnership_id = i.partnership_id) desc,
           m.held_on, c.name
         limit 1) as next_meeting,
       coalesce((select json_agg(json_build_object('reference', r.reference, 'wording', r.wording,
           'duty', r.duty, 'receivedOn', r.received_on, 'responseDueOn', r.response_due_on,
           'respondedOn', s.responded_on, 'decision', s.decision, 'closedOn', r.closed_on)
           order by r.received_on desc, r.reference)
         from recommendations r
           left join responses s on s.area_id = r.area_id and s.recommendation_id = r.id
         where r.area_id = i.area_id and r.indicator_id = i.id and r.received_on <= ?), '[]') as recommendations
     from indicators i where i.area_id = ? and i.id = ?`,
    [today, today, area.id, indicator.id],
  )
  return rows[0]
}

/** Which kinds of evidence nothing at all is held of. */
export interface Gaps {
  forecasts: boolean
  actions: boolean
  risks: boolean
  benchmarks: boolean
  assessments: boolean
  budget: boolean
  responsibilities: boolean
  triggers: boolean
}

export async function findHeld(db: Database, { area, indicator }: Subject): Promise<Gaps> {
  const held = (table: string) =>
    `exists (select 1 from ${table} x where x.area_id = i.area_id and x.indicator_id = i.id)`
  const { rows } = await db.raw(
    `select exists (select 1 from forecasts f where f.area_id = i.area_id and f.series_id = ?
         and f.released_at is not null) as forecasts,
       ${held('actions')} as actions, ${held('risks')} as risks,
       ${held('benchmarks')} as benchmarks, ${held('assessments')} as assessments,
       ${held('budgets')} as budget, ${held('responsibilities')} as responsibilities,
       ${held('triggers')} as triggers
     from indicators i where i.area_id = ? and i.id = ?`,
    [indicator.seriesId, area.id, indicator.id],
  )
  return rows[0]
}

export interface Assumption {
  statement: string
  owner: string
  test: string
}

export async function findAssumptions(
  db: Database,
  { area, indicator }: Subject,
): Promise<Assumption[]> {
  return db('assumptions')
    .where({ areaId: area.id, indicatorId: indicator.id })
    .orderBy('position')
    .select('statement', 'owner', 'test')
}
