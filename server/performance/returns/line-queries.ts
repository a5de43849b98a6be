import type { Database } from '../../database/database'
import type { Frequency } from '../../domain/period'

export interface OwedLine {
  reference: string
  title: string
  frequency: Frequency
  organisation: string
  lagDays: number
  kind: 'place' | 'group' | 'partner'
  key: string
  label: string
  retiredOn: string | null
  /** The next period without a published figure; null where none was ever published. */
  nextStarts: string | null
}

/** Every line beside a headline that an organisation reports. */
export async function findOwedLines(
  db: Database,
  areaId: string,
  organisationId: string,
): Promise<OwedLine[]> {
  const { rows } = await db.raw(
    `select i.reference, i.title, i.frequency, o.name as organisation, i.lag_days, s.kind, s.key,
       s.label, least(i.retired_on, s.retired_on) as retired_on,
       case when k.standing->>'starts' is not null then k.standing->>'nextStarts' end as next_starts
     from series s
       join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
       join organisations o on o.area_id = s.area_id and o.id = s.organisation_id
       join standings k on k.area_id = s.area_id and k.series_id = s.id
     where s.area_id = ? and s.kind <> 'headline' and s.organisation_id = ?
       and i.retired_on is null
       and (k.standing->>'starts' is null or k.standing->>'nextStarts' is not null)
     order by i.reference, s.kind, s.position, s.label`,
    [areaId, organisationId],
  )
  return rows
}
