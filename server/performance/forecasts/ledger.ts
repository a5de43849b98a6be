import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Series } from '../../database/tables/measures'
import type { Forecast } from '../../database/tables/performance'
import type { Actor } from '../../domain/people'
import { dropDrafts, findMadeIn, insertForecasts } from './queries'

/** One forecast as it was typed, in the measure's unit. */
export interface Foreseen {
  horizon: Forecast['horizon']
  /** First day of the period that is forecast; of a year, of its last period. */
  starts: string
  value: number
  low: number | null
  high: number | null
}

/** Keeps what a return foresees as its draft; what an earlier submission froze stays as it is. */
export async function keepForecasts(
  trx: Database,
  by: Actor,
  series: Series,
  madeIn: string,
  foreseen: readonly Foreseen[],
): Promise<void> {
  const held = await findMadeIn(trx, series, madeIn)
  const frozen = held.filter(({ frozenAt }) => frozenAt !== null)
  const fresh = foreseen.filter(one => !isSame(one, latestOf(frozen, one.horizon)))

  await dropDrafts(trx, series, madeIn)
  await insertForecasts(
    trx,
    fresh.map(one => ({
      areaId: series.areaId,
      id: newId(),
      seriesId: series.id,
      organisationId: series.organisationId,
      madeIn,
      madeBy: by.id,
      ...one,
    })),
  )
}

/** The forecast as it stands: the one made last. */
export function latestOf(
  forecasts: readonly Forecast[],
  horizon: Forecast['horizon'],
): Forecast | undefined {
  return forecasts.findLast(forecast => forecast.horizon === horizon)
}

/** Whether a return sent again foresees what is held of it already, or leaves it as it is. */
export function foreseesSame(made: readonly Forecast[], foreseen: readonly Foreseen[]): boolean {
  const drafts = made.filter(({ frozenAt }) => frozenAt === null)
  return (
    foreseen.every(one => isSame(one, latestOf(made, one.horizon))) &&
    drafts.every(draft => foreseen.some(({ horizon }) => horizon === draft.horizon))
  )
}

/** The last forecast made for each horizon. */
export function foreseenLast(made: readonly Forecast[]): Forecast[] {
  return HORIZONS.flatMap(horizon => latestOf(made, horizon) ?? [])
}

const HORIZONS = ['period', 'year-end'] as const

function isSame(one: Foreseen, held: Foreseen | undefined): boolean {
  return (
    held !== undefined &&
    held.starts === one.starts &&
    held.value === one.value &&
    held.low === one.low &&
    held.high === one.high
  )
}
