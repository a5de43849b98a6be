import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import type { Standing } from '../../../domain/standing'
import type { Subject } from '../subject'

export interface Provenance {
  approvedBy: string | null
  approvedOn: IsoDate | null
  publishedOn: IsoDate | null
  /** Partner breakdowns: whether each has a published figure for the period. */
  partners: { label: string; reported: boolean }[]
  versions: { version: number; reason: string; changedOn: IsoDate }[]
  targetChanges: { period: string; reason: string; changedOn: IsoDate }[]
}

/** Who signed the latest figure, which partners are in it, and what was changed about it in two years. */
export async function findProvenance(
  db: Database,
  { area, indicator, latest, starts, today }: Subject,
): Promise<Provenance> {
  const at = latest?.starts ?? starts
  const { rows } = await db.raw(
    `select u.name as approved_by, a.approved_at::date as approved_on,
       a.published_at::date as published_on,
       coalesce((select json_agg(json_build_object('label', d.label, 'reported', exists (
           select 1 from actuals p where p.area_id = d.area_id and p.series_id = d.id
             and p.starts = ? and p.state = 'published' and p.availability = 'figure'))
           order by d.position, d.label)
         from series d where d.area_id = s.area_id and d.indicator_id = s.indicator_id
           and d.kind = 'partner'
           and (d.retired_on is null or d.retired_on > ?)), '[]') as partners,
       coalesce((select json_agg(json_build_object('version', v.version, 'reason', v.reason,
           'changedOn', v.changed_at::date) order by v.version)
         from indicator_versions v where v.area_id = s.area_id
           and v.indicator_id = s.indicator_id and v.version > 1
           and v.changed_at > ?::date - interval '2 years'), '[]') as versions,
       coalesce((select json_agg(json_build_object('period', c.period, 'reason', c.reason,
           'changedOn', c.changed_at::date) order by c.changed_at)
         from target_changes c where c.area_id = s.area_id and c.series_id = s.id
           and c.changed_at > ?::date - interval '2 years'), '[]') as target_changes
     from series s
       left join actuals a on a.area_id = s.area_id and a.series_id = s.id and a.starts = ?
         and a.state = 'published'
       left join users u on u.id = a.approved_by
     where s.area_id = ? and s.id = ?`,
    [at, at, today, today, at, area.id, indicator.seriesId],
  )
  return rows[0]
}

export interface Surroundings {
  peers: { starts: IsoDate; groupName: string; value: number }[]
  linked: {
    reference: string
    title: string
    sign: 1 | -1
    standing: Pick<Standing, 'starts' | 'status' | 'directionPrevious'> | null
  }[]
}

/** What happened elsewhere in the same time: like areas, and the measures this one hangs together with. */
export async function findSurroundings(
  db: Database,
  { area, indicator, latest, starts }: Subject,
): Promise<Surroundings> {
  const { rows } = await db.raw(
    `select
       coalesce((select json_agg(json_build_object('starts', b.starts, 'groupName', b.group_name,
           'value', b.value) order by b.starts)
         from benchmarks b where b.area_id = i.area_id and b.indicator_id = i.id
           and b.starts <= ?), '[]') as peers,
       coalesce((select json_agg(json_build_object('reference', o.reference, 'title', o.title,
           'sign', l.sign, 'standing', json_build_object('starts', k.standing->'starts',
             'status', k.standing->'status', 'directionPrevious', k.standing->'directionPrevious'))
           order by o.reference)
         from links l
           join indicators o on o.area_id = l.area_id and o.id =
             case when l.from_indicator_id = i.id then l.to_indicator_id else l.from_indicator_id end
           left join series d on d.area_id = o.area_id and d.indicator_id = o.id and d.kind = 'headline'
           left join standings k on k.area_id = d.area_id and k.series_id = d.id
         where l.area_id = i.area_id and (l.from_indicator_id = i.id or l.to_indicator_id = i.id)), '[]') as linked
     from indicators i where i.area_id = ? and i.id = ?`,
    [latest?.starts ?? starts, area.id, indicator.id],
  )
  return rows[0]
}
