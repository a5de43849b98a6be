import type { Database } from '../../database/database'
import type { Series } from '../../database/tables/measures'
import type { Forecast } from '../../database/tables/performance'

/** Every forecast of a series this person may see, in the order they were made. */
export function findForecasts(db: Database, { areaId, id }: Pick<Series, 'areaId' | 'id'>) {
  return db('forecasts')
    .where({ areaId, seriesId: id })
    .orderBy(['starts', 'madeIn', 'madeAt', 'id'])
}

/** A forecast is frozen the moment its return is submitted; later ones are added, none is overwritten. */
export function freezeForecasts(trx: Database, { areaId, id }: Series, madeIn: string) {
  return trx('forecasts')
    .where({ areaId, seriesId: id, madeIn, frozenAt: null })
    .update({ frozenAt: trx.fn.now() as never })
}

/** Signed off with the return that carries them, or not any more: what is released stays so. */
export function approveForecasts(
  trx: Database,
  { areaId, id }: Series,
  madeIn: string,
  approvedAt: Date | null,
) {
  return trx('forecasts')
    .where({ areaId, seriesId: id, madeIn, releasedAt: null })
    .whereNotNull('frozenAt')
    .update({ approvedAt })
}

/** Everybody may see them from the moment the return that carries them is published. */
export function releaseForecasts(
  trx: Database,
  { areaId, id }: Series,
  madeIn: string,
  releasedAt: Date,
) {
  return trx('forecasts')
    .where({ areaId, seriesId: id, madeIn, releasedAt: null })
    .whereNotNull('frozenAt')
    .update({ releasedAt })
}

export function findMadeIn(trx: Database, { areaId, id }: Series, madeIn: string) {
  return trx('forecasts').where({ areaId, seriesId: id, madeIn }).orderBy(['madeAt', 'id'])
}

/** What is not frozen yet is a draft, and the return's next draft replaces it. */
export function dropDrafts(trx: Database, { areaId, id }: Series, madeIn: string) {
  return trx('forecasts').where({ areaId, seriesId: id, madeIn, frozenAt: null }).delete()
}

export async function insertForecasts(
  trx: Database,
  forecasts: readonly Omit<Forecast, 'madeAt' | 'frozenAt' | 'approvedAt' | 'releasedAt'>[],
) {
  if (forecasts.length > 0) await trx('forecasts').insert([...forecasts])
}
