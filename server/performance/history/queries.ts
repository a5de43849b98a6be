import type { Database } from '../../database/database'
import type { Indicator } from '../../database/tables/measures'
import type { Actual } from '../../database/tables/performance'

export interface KeptVersion {
  version: number
  definition: unknown
  reason: string
  changedAt: Date
  who: string | null
}

/** Every version of a definition, the first one first. */
export async function findVersions(
  db: Database,
  { areaId, id }: Indicator,
): Promise<KeptVersion[]> {
  const { rows } = await db.raw(
    `select v.version, v.definition, v.reason, v.changed_at, u.name as who
     from indicator_versions v left join users u on u.id = v.changed_by
     where v.area_id = ? and v.indicator_id = ? order by v.version`,
    [areaId, id],
  )
  return rows
}

export interface LineTargetChange {
  period: string
  before: unknown
  after: unknown
  reason: string
  changedAt: Date
  who: string | null
  line: string
}

export async function findTargetChanges(
  db: Database,
  { areaId, id }: Indicator,
  most: number,
): Promise<LineTargetChange[]> {
  const { rows } = await db.raw(
    `select c.period, c.before, c.after, c.reason, c.changed_at, u.name as who, s.label as line
     from target_changes c
       join series s on s.area_id = c.area_id and s.id = c.series_id
       left join users u on u.id = c.changed_by
     where c.area_id = ? and s.indicator_id = ?
     order by c.changed_at desc, c.id desc limit ?`,
    [areaId, id, most],
  )
  return rows
}

export type Revised = Pick<
  Actual,
  | 'seriesId'
  | 'starts'
  | 'version'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'availability'
  | 'revisionReason'
> & {
  publishedAt: Date
  who: string | null
  line: string
  before: number | null
  beforeNumerator: number | null
  beforeDenominator: number | null
  beforeVersion: number | null
  beforeAvailability: Actual['availability'] | null
}

/** Figures that took the place of one published before them, with what that one was. */
export async function findRevisions(
  db: Database,
  { areaId, id }: Indicator,
  most: number,
): Promise<Revised[]> {
  const { rows } = await db.raw(
    `select * from (
       select a.series_id, a.starts, a.version, a.value, a.numerator, a.denominator, a.availability, a.revision_reason,
         a.published_at, u.name as who, s.label as line,
         lag(a.value) over revisions as before,
         lag(a.numerator) over revisions as before_numerator,
         lag(a.denominator) over revisions as before_denominator, lag(a.version) over revisions as before_version,
         lag(a.availability) over revisions as before_availability
       from actuals a
         join series s on s.area_id = a.area_id and s.id = a.series_id
         left join users u on u.id = a.published_by
       where a.area_id = ? and s.indicator_id = ? and a.state in ('published', 'superseded')
         and a.published_at is not null
       window revisions as (partition by a.series_id, a.starts order by a.version)
     ) figures where version > 1
     order by published_at desc limit ?`,
    [areaId, id, most],
  )
  return rows
}
