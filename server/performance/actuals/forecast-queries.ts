import type { Database } from '../../database/database'
import type { Series } from '../../database/tables/measures'

/** A forecast is frozen the moment its return is submitted; later ones are added, none is overwritten. */
export function freezeForecasts(trx: Database, { areaId, id }: Series, madeIn: string) {
  return trx('forecasts')
    .where({ areaId, seriesId: id, madeIn, frozenAt: null })
    .update({ frozenAt: trx.fn.now() as never })
}
