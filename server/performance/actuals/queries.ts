import type { Database } from '../../database/database'
import { withFullSight } from '../../database/scope'
import type { Series } from '../../database/tables/measures'
import type { Organisation } from '../../database/tables/people'
import type { Actual } from '../../database/tables/performance'
import type { FigureState } from '../../domain/figure'
import type { Frequency } from '../../domain/period'

export function findVersions(db: Database, { areaId, id }: Series, starts: string) {
  return db('actuals').where({ areaId, seriesId: id, starts }).orderBy('version', 'desc')
}

/** Locks the series, so that two people at the same figure take turns, even before it has a row. */
export async function lockSeries(trx: Database, { areaId, id }: Series): Promise<Series> {
  const series = await trx('series').where({ areaId, id }).forUpdate().first()
  return series!
}

/** The highest version held, whoever may see it: a measure's earlier lead has left some behind. */
export function findLastVersion(
  trx: Database,
  { areaId, id }: Series,
  starts: string,
): Promise<number> {
  return withFullSight(trx, async () => {
    const last = await trx('actuals')
      .where({ areaId, seriesId: id, starts })
      .orderBy('version', 'desc')
      .first('version')
    return last?.version ?? 0
  })
}

export function findBefore(db: Database, { areaId, id }: Series, starts: string) {
  return db('actuals')
    .where({ areaId, seriesId: id, state: 'published' })
    .where('starts', '<', starts)
    .orderBy('starts', 'desc')
    .limit(4)
}

export function findAnnualTarget(db: Database, { areaId, id }: Series, year: number) {
  return db('annualTargets')
    .select('value', 'low', 'high')
    .where({ areaId, seriesId: id, year })
    .first()
}

export async function findOwner(db: Database, series: Series): Promise<Organisation> {
  const owner = await db('organisations')
    .where({ areaId: series.areaId, id: series.organisationId })
    .first()
  return owner!
}

export async function isClosed(
  db: Database,
  areaId: string,
  frequency: Frequency,
  starts: string,
): Promise<boolean> {
  return (await db('closedPeriods').where({ areaId, frequency, starts }).first()) !== undefined
}

type Draft = Omit<
  Actual,
  | 'enteredAt'
  | 'submittedBy'
  | 'submittedAt'
  | 'approvedBy'
  | 'approvedAt'
  | 'publishedBy'
  | 'publishedAt'
  | 'withdrawnBy'
  | 'withdrawnAt'
  | 'withdrawnReason'
>

export async function insertDraft(trx: Database, draft: Draft): Promise<Actual> {
  const [saved] = await trx('actuals').insert(draft).returning('*')
  return saved!
}

/** Changes a draft only as it was last seen: nothing comes back when somebody else was quicker. */
export async function changeDraft(trx: Database, draft: Draft): Promise<Actual | undefined> {
  const { areaId, seriesId, starts, version, ...changes } = draft
  const [saved] = await trx('actuals')
    .where({ areaId, seriesId, starts, version, edit: draft.edit - 1 })
    .whereIn('state', ['draft', 'returned'])
    .update({ ...changes, enteredAt: trx.fn.now() as never })
    .returning('*')
  return saved
}

/** Takes away a draft that was never sent in, or was sent back: what was published is never deleted. */
export async function deleteDraft(
  trx: Database,
  { areaId, seriesId, starts, version }: Actual,
): Promise<boolean> {
  const gone = await trx('actuals')
    .where({ areaId, seriesId, starts, version })
    .whereIn('state', ['draft', 'returned'])
    .delete()
  return gone > 0
}

/** Moves one version from one state to the next; of two racing clicks only the first finds it. */
export async function moveActual(
  trx: Database,
  { areaId, seriesId, starts, version }: Actual,
  from: FigureState,
  to: FigureState,
  stamp: Partial<Actual>,
): Promise<Actual | undefined> {
  const [moved] = await trx('actuals')
    .where({ areaId, seriesId, starts, version, state: from })
    .update({ ...stamp, state: to })
    .returning('*')
  return moved
}

export function findNames(db: Database, ids: readonly string[]) {
  return db('users')
    .select('id', 'name')
    .whereIn('id', [...ids])
}
