import type { Database } from '../../database/database'
import type { Series } from '../../database/tables/measures'
import type { Availability, FigureState } from '../../domain/figure'
import type { Frequency } from '../../domain/period'
import { lineSlug } from '../targets/aim'

export interface Owed {
  reference: string
  title: string
  frequency: Frequency
  organisationId: string
  organisation: string
  /** A figure is due so many days after its period. */
  lagDays: number
  /** The next period without a published figure. */
  nextStarts: string | null
}

/** Every measure's next figure. For one organisation, or for all. */
export async function findOwed(
  db: Database,
  areaId: string,
  organisationId: string | null,
): Promise<Owed[]> {
  const { rows } = await db.raw(
    `select i.reference, i.title, i.frequency, i.lag_days, s.organisation_id, o.name as organisation,
       k.standing->>'nextStarts' as next_starts
     from series s
       join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
       join organisations o on o.area_id = s.area_id and o.id = s.organisation_id
       join standings k on k.area_id = s.area_id and k.series_id = s.id
     where s.area_id = ? and s.kind = 'headline' and i.retired_on is null
       and (?::uuid is null or s.organisation_id = ?::uuid)
     order by k.standing->>'nextDueOn' nulls last, i.reference`,
    [areaId, organisationId, organisationId],
  )
  return rows
}

export interface InHand extends Pick<Series, 'kind' | 'key' | 'label'> {
  reference: string
  title: string
  unit: string
  decimals: number
  frequency: Frequency
  organisationId: string
  organisation: string
  starts: string
  state: FigureState
  version: number
  availability: Availability
  value: number | null
  returnComment: string
  enteredBy: string | null
}

/** Figures between entry and publication, as far as this person may see them. */
export async function findInHand(
  db: Database,
  areaId: string,
  organisationId: string | null,
): Promise<InHand[]> {
  const { rows } = await db.raw(
    `select i.reference, i.title, i.unit, i.decimals, i.frequency, a.organisation_id,
       o.name as organisation, s.kind, s.key, s.label, a.starts, a.state, a.version, a.availability, a.value, a.return_comment, a.entered_by
     from actuals a
       join series s on s.area_id = a.area_id and s.id = a.series_id
       join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
       join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
     where a.area_id = ? and a.state in ('draft', 'submitted', 'returned', 'approved')
       and (?::uuid is null or a.organisation_id = ?::uuid)
     order by a.starts, i.reference, s.kind <> 'headline', s.kind, s.position, s.label`,
    [areaId, organisationId, organisationId],
  )
  return rows
}

/** Which figures have been sent in, without saying what they are: for telling late from waiting. */
export async function findSentIn(db: Database, areaId: string): Promise<Set<string>> {
  const { rows } = await db.raw(
    `select i.reference, a.starts
     from actuals a
       join series s on s.area_id = a.area_id and s.id = a.series_id and s.kind = 'headline'
       join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
     where a.area_id = ? and a.state in ('submitted', 'approved')`,
    [areaId],
  )
  return new Set(rows.map((row: { reference: string; starts: string }) => keyOf(row)))
}

/** Tells one figure from another; without a line, the headline's. */
export function keyOf({
  reference,
  starts,
  kind = 'headline',
  key = '',
}: { reference: string; starts: string } & Partial<Pick<Series, 'kind' | 'key'>>): string {
  return `${reference} ${starts} ${lineSlug({ kind, key })}`
}

/** Whether it was open until now. */
export async function closePeriod(
  trx: Database,
  closing: { areaId: string; frequency: Frequency; starts: string; closedBy: string },
): Promise<boolean> {
  const closed = await trx('closedPeriods')
    .insert(closing)
    .onConflict(['areaId', 'frequency', 'starts'])
    .ignore()
    .returning('starts')
  return closed.length > 0
}

/** Whether it was closed until now. */
export async function openPeriod(
  trx: Database,
  { areaId, frequency, starts }: { areaId: string; frequency: Frequency; starts: string },
): Promise<boolean> {
  return (await trx('closedPeriods').where({ areaId, frequency, starts }).delete()) > 0
}

export function findClosed(db: Database, areaId: string) {
  return db('closedPeriods').where({ areaId }).orderBy('starts', 'desc')
}
