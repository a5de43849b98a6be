import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import { NEIGHBOUR, type Neighbour, STANDING_OF_NEIGHBOUR } from '../neighbour-queries'
import type { Subject } from '../subject'

export interface Contributor {
  name: string
  share: number | null
}

export async function findContributors(
  db: Database,
  { area, indicator }: Subject,
): Promise<Contributor[]> {
  return db('indicatorContributors as c')
    .join('organisations as o', join =>
      join.on('o.areaId', 'c.areaId').andOn('o.id', 'c.organisationId'),
    )
    .where({ 'c.areaId': area.id, 'c.indicatorId': indicator.id })
    .orderBy([{ column: 'c.share', order: 'desc', nulls: 'last' }, 'o.name'])
    .select('o.name', 'c.share')
}

export interface Unseen {
  /** Companions of the measure, and those that give its outcome context. */
  companions: (Neighbour & { kind: 'companion' | 'context' })[]
  risks: number
}

export async function findUnseen(db: Database, { area, indicator }: Subject): Promise<Unseen> {
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object(${NEIGHBOUR},
           'kind', case when o.polarity = 'context-only' then 'context' else 'companion' end)
           order by o.reference)
         from indicators o ${STANDING_OF_NEIGHBOUR}
         where o.area_id = i.area_id and o.id <> i.id and o.retired_on is null
           and ((o.polarity = 'context-only' and o.outcome_id = i.outcome_id)
             or exists (select 1 from links l where l.area_id = i.area_id and l.kind = 'companion'
               and ((l.from_indicator_id = i.id and l.to_indicator_id = o.id)
                 or (l.to_indicator_id = i.id and l.from_indicator_id = o.id))))), '[]') as companions,
       (select count(*)::int from risks r where r.area_id = i.area_id and r.indicator_id = i.id
         and r.closed_on is null) as risks
     from indicators i where i.area_id = ? and i.id = ?`,
    [area.id, indicator.id],
  )
  return rows[0]
}

export interface Stakes {
  agreement: string | null
  agreementEndsOn: IsoDate | null
  budget: number | null
  spend: number | null
  budgetYear: number | null
  conditions: string
}

/** What hangs on the target: the agreement it stands in, and the latest year's money. */
export async function findStakes(
  db: Database,
  { area, indicator, period }: Subject,
): Promise<Stakes> {
  const { rows } = await db.raw(
    `select g.title as agreement, g.ends_on as agreement_ends_on, b.budget, b.spend,
       b.year as budget_year, coalesce(b.conditions, '') as conditions
     from indicators i
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
       left join agreements g on g.area_id = u.area_id and g.id = u.agreement_id
       left join budgets b on b.area_id = i.area_id and b.indicator_id = i.id and b.year = (
         select max(m.year) from budgets m where m.area_id = i.area_id and m.indicator_id = i.id
           and m.year <= ?)
     where i.area_id = ? and i.id = ?`,
    [period.year, area.id, indicator.id],
  )
  return rows[0]
}

export interface AffectedPriority {
  reference: string
  title: string
  organisation: string
  /** The other measures of the priority. */
  measures: Neighbour[]
}

export async function findPriorities(
  db: Database,
  { area, indicator }: Subject,
): Promise<AffectedPriority[]> {
  const { rows } = await db.raw(
    `select p.reference, p.title, g.name as organisation,
       coalesce((select json_agg(json_build_object(${NEIGHBOUR}) order by o.reference)
         from indicator_priorities x
           join indicators o on o.area_id = x.area_id and o.id = x.indicator_id
           ${STANDING_OF_NEIGHBOUR}
         where x.area_id = p.area_id and x.priority_id = p.id and o.id <> ip.indicator_id), '[]') as measures
     from indicator_priorities ip
       join priorities p on p.area_id = ip.area_id and p.id = ip.priority_id
       join organisations g on g.area_id = p.area_id and g.id = p.organisation_id
     where ip.area_id = ? and ip.indicator_id = ?
     order by p.reference, g.name`,
    [area.id, indicator.id],
  )
  return rows
}

export interface KnockOn extends Neighbour {
  sign: 1 | -1
  strength: 'weak' | 'moderate' | 'strong'
  lagPeriods: number
  evidence: string
}

export async function findKnockOns(db: Database, { area, indicator }: Subject): Promise<KnockOn[]> {
  const { rows } = await db.raw(
    `select o.reference, o.title, k.standing->>'status' as status, k.standing->>'starts' as starts,
       k.standing->>'directionPrevious' as direction, l.sign, l.strength, l.lag_periods, l.evidence
     from links l
       join indicators o on o.area_id = l.area_id and o.id = l.to_indicator_id
       ${STANDING_OF_NEIGHBOUR}
     where l.area_id = ? and l.from_indicator_id = ? and l.kind = 'knock-on'
     order by array_position(array['strong', 'moderate', 'weak'], l.strength), o.reference`,
    [area.id, indicator.id],
  )
  return rows
}
