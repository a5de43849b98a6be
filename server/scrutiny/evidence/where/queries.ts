import type { Database } from '../../../database/database'
import type { BreakdownRow } from '../breakdown-queries'
import type { PeerFigure } from '../benchmarks'
import type { Subject } from '../subject'

export interface BreakdownsElsewhere {
  /** Measures of the area that are broken down, by kind. */
  places: number
  groups: number
  partners: number
  /** Of the same lead organisation, by place. */
  sameLead: { reference: string; title: string }[]
}

export async function findBreakdownsElsewhere(
  db: Database,
  { area, indicator }: Subject,
): Promise<BreakdownsElsewhere> {
  const { rows } = await db.raw(
    `select count(distinct s.indicator_id) filter (where s.kind = 'place')::int as places,
       count(distinct s.indicator_id) filter (where s.kind = 'group')::int as groups,
       count(distinct s.indicator_id) filter (where s.kind = 'partner')::int as partners,
       coalesce((select json_agg(json_build_object('reference', o.reference, 'title', o.title)
           order by o.reference)
         from indicators o where o.area_id = ? and o.lead_organisation_id = ? and exists (
           select 1 from series x where x.area_id = o.area_id and x.indicator_id = o.id
             and x.kind = 'place')), '[]') as same_lead
     from series s where s.area_id = ? and s.kind <> 'headline'`,
    [area.id, indicator.leadOrganisationId, area.id],
  )
  return rows[0]
}

export interface DoneBetter {
  peers: (PeerFigure & { peer: string; source: string })[]
  parts: BreakdownRow[]
}

/** Like areas up to the period, and the parts of this one in the same period. */
export async function findDoneBetter(
  db: Database,
  { area, indicator, latest, starts }: Subject,
): Promise<DoneBetter> {
  const at = latest?.starts ?? starts
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object('peer', b.peer, 'starts', b.starts,
           'groupName', b.group_name, 'value', b.value, 'source', b.source) order by b.starts, b.peer)
         from benchmarks b where b.area_id = i.area_id and b.indicator_id = i.id
           and b.starts <= ?), '[]') as peers,
       coalesce((select json_agg(json_build_object('kind', s.kind, 'label', s.label,
           'value', a.value, 'numerator', a.numerator, 'denominator', a.denominator,
           'availability', a.availability, 'target', null, 'targetLow', null, 'targetHigh', null)
           order by s.kind, s.position, s.label)
         from series s left join actuals a on a.area_id = s.area_id and a.series_id = s.id
           and a.starts = ? and a.state = 'published'
         where s.area_id = i.area_id and s.indicator_id = i.id and s.kind <> 'headline'
           and (s.retired_on is null or s.retired_on > ?)), '[]') as parts
     from indicators i where i.area_id = ? and i.id = ?`,
    [at, at, at, area.id, indicator.id],
  )
  return rows[0]
}

export interface PlaceMoney extends BreakdownRow {
  spend: number | null
  staff: number | null
  year: number | null
}

/** Each place's figure beside what is spent there in the latest year held. */
export async function findPlaceMoney(
  db: Database,
  { area, indicator, latest, starts, period }: Subject,
): Promise<PlaceMoney[]> {
  const at = latest?.starts ?? starts
  const { rows } = await db.raw(
    `select s.kind, s.label, a.value, a.numerator, a.denominator, a.availability,
       t.value as target, t.low as target_low, t.high as target_high,
       m.spend, m.staff, m.year
     from series s
       left join actuals a on a.area_id = s.area_id and a.series_id = s.id and a.starts = ?
         and a.state = 'published'
       left join targets t on t.area_id = s.area_id and t.series_id = s.id and t.starts = ?
       left join place_spending m on m.area_id = s.area_id and m.series_id = s.id and m.year = (
         select max(p.year) from place_spending p join series x on x.area_id = p.area_id
             and x.id = p.series_id
           where p.area_id = s.area_id and x.indicator_id = s.indicator_id and p.year <= ?)
     where s.area_id = ? and s.indicator_id = ? and s.kind = 'place'
       and (s.retired_on is null or s.retired_on > ?)
     order by s.position, s.label`,
    [at, at, period.year, area.id, indicator.id, at],
  )
  return rows
}
