import type { Database } from '../../database/database'
import type { AnnualTarget } from '../../database/tables/measures'
import type { IsoDate } from '../../domain/period'
import type { QuestionId } from '../../domain/questions'
import type { IndicatorRecord } from '../../performance/indicators/queries'

export type Verdict = 'answered' | 'partly' | 'not-answered' | 'taken-away'

/** An answer given at an earlier meeting, with what was promised in it. */
export interface PastAnswer {
  question: QuestionId
  heldOn: IsoDate
  starts: IsoDate
  wording: string
  answer: string
  answeredBy: string
  verdict: Verdict
  dueOn: IsoDate | null
  settledOn: IsoDate | null
  promisedValue: number | null
  promisedFor: IsoDate | null
}

export interface SubjectRow extends IndicatorRecord {
  annual: Omit<AnnualTarget, 'areaId' | 'seriesId' | 'profile'>[]
  /** Oldest meeting first. */
  answers: PastAnswer[]
}

/** One measure with all that several panels need besides its figures, in one go. */
export async function findSubject(
  db: Database,
  areaId: string,
  reference: string,
  today: IsoDate,
): Promise<SubjectRow | undefined> {
  const { rows } = await db.raw(
    `select i.*, o.name as organisation, o.slug as organisation_slug, u.title as outcome,
       p.name as partnership, p.slug as partnership_slug, s.id as series_id, k.standing,
       coalesce((select json_agg(json_build_object('starts', b.starts, 'note', b.note) order by b.starts)
         from breaks b where b.area_id = i.area_id and b.indicator_id = i.id), '[]') as breaks,
       coalesce((select json_agg(json_build_object('kind', d.kind, 'label', d.label,
           'standing', null) order by d.kind, d.position, d.label)
         from series d
         where d.area_id = i.area_id and d.indicator_id = i.id and d.kind <> 'headline'
           and (d.retired_on is null or d.retired_on > (k.standing->>'starts')::date)), '[]') as series,
       coalesce((select json_agg(json_build_object('year', t.year, 'value', t.value, 'low', t.low,
           'high', t.high, 'baseline', t.baseline, 'stretch', t.stretch,
           'rewardGrant', t.reward_grant) order by t.year)
         from annual_targets t where t.area_id = i.area_id and t.series_id = s.id), '[]') as annual,
       coalesce((select json_agg(json_build_object('question', a.question, 'heldOn', m.held_on,
           'starts', a.starts, 'wording', a.wording, 'answer', a.answer,
           'answeredBy', a.answered_by, 'verdict', a.verdict, 'dueOn', a.due_on,
           'settledOn', a.settled_on, 'promisedValue', a.promised_value,
           'promisedFor', a.promised_for) order by m.held_on, a.id)
         from answers a join meetings m on m.area_id = a.area_id and m.id = a.meeting_id
         where a.area_id = i.area_id and a.indicator_id = i.id and m.held_on <= ?::date), '[]') as answers
     from indicators i
       join series s on s.area_id = i.area_id and s.indicator_id = i.id and s.kind = 'headline'
       join standings k on k.area_id = s.area_id and k.series_id = s.id
       join organisations o on o.area_id = i.area_id and o.id = i.lead_organisation_id
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
       left join partnerships p on p.area_id = i.area_id and p.id = i.partnership_id
     where i.area_id = ? and i.reference = ?`,
    [today, areaId, reference],
  )
  return rows[0]
}
