import type { Database } from '../../database/database'
import type { Subject } from './subject'

export interface BreakdownRow {
  kind: 'place' | 'group' | 'partner'
  label: string
  value: number | null
  numerator: number | null
  denominator: number | null
  availability: string | null
  target: number | null
  targetLow: number | null
  targetHigh: number | null
}

/** Every part of the headline in the period of the latest figure. */
export async function findBreakdown(
  db: Database,
  { area, indicator, latest, starts }: Subject,
): Promise<BreakdownRow[]> {
  const at = latest?.starts ?? starts
  const { rows } = await db.raw(
    `select d.kind, d.label, a.value, a.numerator, a.denominator, a.availability,
       t.value as target, t.low as target_low, t.high as target_high
     from series d
       left join actuals a on a.area_id = d.area_id and a.series_id = d.id and a.starts = ?
         and a.state = 'published'
       left join targets t on t.area_id = d.area_id and t.series_id = d.id and t.starts = ?
     where d.area_id = ? and d.indicator_id = ? and d.kind <> 'headline'
       and (d.retired_on is null or d.retired_on > ?)
     order by d.kind, d.position, d.label`,
    [at, at, area.id, indicator.id, at],
  )
  return rows
}
