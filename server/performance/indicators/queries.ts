import type { Database } from '../../database/database'
import type { AnnualTarget, Indicator } from '../../database/tables/measures'
import type { Actual } from '../../database/tables/performance'
import type { Shown } from '../../domain/small-numbers'
import type { Standing } from '../../domain/standing'

export interface IndicatorRecord extends Indicator {
  organisation: string
  organisationSlug: string
  outcome: string | null
  partnership: string | null
  partnershipSlug: string | null
  seriesId: string
  standing: Standing
  breaks: { starts: string; note: string }[]
  series: { kind: string; label: string; standing: Standing | null }[]
}

export interface IndicatorDetail extends IndicatorRecord {
  contributors: { name: string; share: number | null }[]
  annual: Pick<AnnualTarget, 'year' | 'value' | 'low' | 'high'>[]
}

/** One measure with everything its page says besides the figures, in one go. */
export async function findRecord(
  db: Database,
  areaId: string,
  reference: string,
): Promise<IndicatorDetail | undefined> {
  const { rows } = await db.raw(
    `select i.*, o.name as organisation, o.slug as organisation_slug, u.title as outcome,
       p.name as partnership, p.slug as partnership_slug, s.id as series_id, k.standing,
       coalesce((select json_agg(json_build_object('starts', b.starts, 'note', b.note) order by b.starts)
         from breaks b where b.area_id = i.area_id and b.indicator_id = i.id), '[]') as breaks,
       coalesce((select json_agg(json_build_object('name', c.name, 'share', ic.share) order by ic.share desc nulls last, c.name)
         from indicator_contributors ic join organisations c on c.area_id = ic.area_id and c.id = ic.organisation_id
         where ic.area_id = i.area_id and ic.indicator_id = i.id), '[]') as contributors,
       coalesce((select json_agg(json_build_object('year', y.year, 'value', y.value, 'low', y.low, 'high', y.high) order by y.year)
         from annual_targets y where y.area_id = s.area_id and y.series_id = s.id), '[]') as annual,
       coalesce((select json_agg(json_build_object('kind', d.kind, 'label', d.label,
           'standing', dk.standing) order by d.kind, d.position, d.label)
         from series d left join standings dk on dk.area_id = d.area_id and dk.series_id = d.id
         where d.area_id = i.area_id and d.indicator_id = i.id and d.kind <> 'headline'
           and (d.retired_on is null or d.retired_on > (k.standing->>'starts')::date)), '[]') as series
     from indicators i
       join series s on s.area_id = i.area_id and s.indicator_id = i.id and s.kind = 'headline'
       join standings k on k.area_id = s.area_id and k.series_id = s.id
       join organisations o on o.area_id = i.area_id and o.id = i.lead_organisation_id
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
       left join partnerships p on p.area_id = i.area_id and p.id = i.partnership_id
     where i.area_id = ? and i.reference = ?`,
    [areaId, reference],
  )
  return rows[0]
}

export type Published = Pick<
  Actual,
  | 'starts'
  | 'version'
  | 'state'
  | 'availability'
  | 'availabilityNote'
  | 'promisedOn'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'certainty'
  | 'reasonCode'
  | 'reasonText'
  | 'revisionReason'
  | 'publishedAt'
  | 'withdrawnAt'
  | 'withdrawnReason'
> & {
  target: number | null
  targetLow: number | null
  targetHigh: number | null
} & Partial<Shown>

/**
 * Every figure that was published, beside the targets; oldest first, newest version last. Of one
 * that was withdrawn everybody learns that it was and why, and nobody what it said.
 */
export async function findFigures(
  db: Database,
  areaId: string,
  seriesId: string,
): Promise<Published[]> {
  const { rows } = await db.raw(
    `select coalesce(a.starts, t.starts) as starts, coalesce(a.version, 0) as version,
         coalesce(a.state, 'published') as state, coalesce(a.availability, 'figure') as availability,
         k.availability_note, k.promised_on, k.value, k.numerator, k.denominator, a.certainty,
         k.reason_code, coalesce(k.reason_text, '') as reason_text,
         coalesce(k.revision_reason, '') as revision_reason, a.published_at,
         a.withdrawn_at, coalesce(a.withdrawn_reason, '') as withdrawn_reason,
         t.value as target, t.low as target_low, t.high as target_high
       from (select * from actuals where area_id = ? and series_id = ?
           and state in ('published', 'superseded', 'withdrawn')) a
         left join lateral (select a.availability_note, a.promised_on, a.value, a.numerator,
           a.denominator, a.reason_code, a.reason_text, a.revision_reason
           where a.state <> 'withdrawn') k on true
         full join (select * from targets where area_id = ? and series_id = ?) t on t.starts = a.starts
       order by starts, version`,
    [areaId, seriesId, areaId, seriesId],
  )
  return rows
}
