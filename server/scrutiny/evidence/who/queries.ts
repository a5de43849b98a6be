import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import { NEIGHBOUR, type Neighbour, STANDING_OF_NEIGHBOUR } from '../neighbour-queries'
import type { Subject } from '../subject'

export interface PartnerHit {
  name: string
  effect: string
  lastContactOn: IsoDate | null
  /** Its own measures that hang together with this one. */
  measures: Neighbour[]
}

export async function findPartnersHit(
  db: Database,
  { area, indicator }: Subject,
): Promise<PartnerHit[]> {
  const { rows } = await db.raw(
    `select g.name, p.effect, p.last_contact_on,
       coalesce((select json_agg(json_build_object(${NEIGHBOUR}) order by o.reference)
         from indicators o ${STANDING_OF_NEIGHBOUR}
         where o.area_id = p.area_id and o.lead_organisation_id = p.organisation_id
           and o.id <> p.indicator_id
           and exists (select 1 from links l where l.area_id = p.area_id
             and ((l.from_indicator_id = p.indicator_id and l.to_indicator_id = o.id)
               or (l.to_indicator_id = p.indicator_id and l.from_indicator_id = o.id)))), '[]') as measures
     from partner_links p
       join organisations g on g.area_id = p.area_id and g.id = p.organisation_id
     where p.area_id = ? and p.indicator_id = ?
     order by p.last_contact_on nulls first, g.name`,
    [area.id, indicator.id],
  )
  return rows
}

export type ResponsibleRole = 'lead-officer' | 'partner-lead' | 'portfolio-holder' | 'board-chair'

export interface Responsible {
  role: ResponsibleRole
  /** '' while the post is vacant. */
  person: string
  organisation: string | null
  since: IsoDate | null
}

export async function findResponsible(
  db: Database,
  { area, indicator }: Subject,
): Promise<Responsible[]> {
  return db('responsibilities as r')
    .leftJoin('organisations as o', join =>
      join.on('o.areaId', 'r.areaId').andOn('o.id', 'r.organisationId'),
    )
    .where({ 'r.areaId': area.id, 'r.indicatorId': indicator.id })
    .select('r.role', 'r.person', 'r.since', 'o.name as organisation')
}

export interface Helper {
  name: string
  /** Per cent of the result it is said to control. */
  share: number | null
  dutyToCooperate: boolean
  /** Actions not done and not dropped. */
  actions: number
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** Everybody who contributes, reports a part, owns an action or is bound to help. */
export async function findHelpers(
  db: Database,
  { area, indicator, latest, starts }: Subject,
): Promise<Helper[]> {
  const { rows } = await db.raw(
    `select g.name, c.share, g.duty_to_cooperate,
       (select count(*)::int from actions x where x.area_id = g.area_id and x.indicator_id = ?
         and x.organisation_id = g.id and x.done_on is null and x.status <> 'dropped') as actions,
       a.value, a.numerator, a.denominator
     from organisations g
       left join indicator_contributors c on c.area_id = g.area_id and c.organisation_id = g.id
         and c.indicator_id = ?
       left join series s on s.area_id = g.area_id and s.indicator_id = ? and s.kind = 'partner'
         and s.organisation_id = g.id
       left join actuals a on a.area_id = s.area_id and a.series_id = s.id and a.starts = ?
         and a.state = 'published' and a.availability = 'figure'
     where g.area_id = ? and g.ended_on is null and (c.indicator_id is not null or s.id is not null
       or exists (select 1 from actions y where y.area_id = g.area_id and y.indicator_id = ?
         and y.organisation_id = g.id)
       or exists (select 1 from memberships m join indicators i on i.area_id = m.area_id
           and i.partnership_id = m.partnership_id
         where m.area_id = g.area_id and m.organisation_id = g.id and i.id = ?
           and g.duty_to_cooperate))
     order by c.share desc nulls last, g.name`,
    [
      indicator.id,
      indicator.id,
      indicator.id,
      latest?.starts ?? starts,
      area.id,
      indicator.id,
      indicator.id,
    ],
  )
  return rows
}
