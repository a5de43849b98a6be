import type { Database } from '../../database/database'
import type { AnnualTarget, Indicator, Series } from '../../database/tables/measures'
import type { Target } from '../../domain/target'

type Line = Pick<Series, 'areaId' | 'id'>

/** The lines of a measure that can have targets, the headline first. */
export function findLines(db: Database, { areaId, id }: Indicator): Promise<Series[]> {
  return db('series')
    .where({ areaId, indicatorId: id })
    .orderByRaw(`kind <> 'headline', kind, position, label`)
}

export type PeriodTarget = Target & { starts: string }

export function findTargets(db: Database, { areaId, id }: Line): Promise<PeriodTarget[]> {
  return db('targets')
    .where({ areaId, seriesId: id })
    .orderBy('starts')
    .select('starts', 'value', 'low', 'high')
}

export function findAnnualTargets(db: Database, { areaId, id }: Line): Promise<AnnualTarget[]> {
  return db('annualTargets').where({ areaId, seriesId: id }).orderBy('year')
}

export interface TargetChange {
  period: string
  before: unknown
  after: unknown
  reason: string
  changedAt: Date
  who: string | null
}

/** Every change of a line's targets with its reason, latest first. */
export async function findChanges(db: Database, { areaId, id }: Line): Promise<TargetChange[]> {
  const { rows } = await db.raw(
    `select c.period, c.before, c.after, c.reason, c.changed_at, u.name as who
     from target_changes c left join users u on u.id = c.changed_by
     where c.area_id = ? and c.series_id = ?
     order by c.changed_at desc, c.id desc`,
    [areaId, id],
  )
  return rows
}

/** Two people at the targets of the same line take turns. */
export async function lockLine(trx: Database, { areaId, id }: Line): Promise<void> {
  await trx('series').where({ areaId, id }).forUpdate().first('id')
}

export async function saveAnnualTarget(trx: Database, annual: AnnualTarget): Promise<void> {
  await trx('annualTargets').insert(annual).onConflict(['areaId', 'seriesId', 'year']).merge()
}

export async function removeAnnualTarget(
  trx: Database,
  { areaId, id }: Line,
  year: number,
): Promise<void> {
  await trx('annualTargets').where({ areaId, seriesId: id, year }).delete()
}

export async function saveTargets(
  trx: Database,
  { areaId, id }: Line,
  targets: readonly PeriodTarget[],
): Promise<void> {
  const rows = targets.map(target => ({ areaId, seriesId: id, ...target }))
  await trx('targets').insert(rows).onConflict(['areaId', 'seriesId', 'starts']).merge()
}

export async function removeTargets(
  trx: Database,
  { areaId, id }: Line,
  starts: readonly string[],
): Promise<void> {
  await trx('targets')
    .where({ areaId, seriesId: id })
    .whereIn('starts', [...starts])
    .delete()
}

interface Change {
  areaId: string
  id: string
  seriesId: string
  period: string
  before: object | null
  after: object | null
  reason: string
  changedBy: string
}

export async function insertChange(trx: Database, { before, after, ...change }: Change) {
  await trx('targetChanges').insert({
    ...change,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  })
}
