import type { Database } from '../../database/database'
import { withFullSight } from '../../database/scope'
import type { Indicator, Series } from '../../database/tables/measures'

/** Whether anybody has entered a figure, whoever may see it. */
export function hasFigures(trx: Database, { areaId, id }: Indicator): Promise<boolean> {
  return withFullSight(trx, async () => {
    const first = await figuresOf(trx, areaId, id).first('actuals.starts')
    return first !== undefined
  })
}

/** Whether figures of the organisation that leads are on their way but not published. */
export async function hasFiguresInHand(trx: Database, indicator: Indicator): Promise<boolean> {
  const { areaId, id, leadOrganisationId } = indicator
  // Whoever enters a figure locks its series first, so none is begun while the lead is being changed.
  await trx('series').where({ areaId, indicatorId: id }).select('id').forUpdate()
  return withFullSight(trx, async () => {
    const first = await figuresOf(trx, areaId, id)
      .where('actuals.organisationId', leadOrganisationId)
      .whereIn('actuals.state', ['draft', 'submitted', 'returned', 'approved'])
      .first('actuals.starts')
    return first !== undefined
  })
}

function figuresOf(trx: Database, areaId: string, indicatorId: string) {
  return trx('actuals')
    .where('actuals.areaId', areaId)
    .whereIn('actuals.seriesId', trx('series').where({ areaId, indicatorId }).select('id'))
}

export async function findSeriesOf(
  trx: Database,
  { areaId, id }: Pick<Indicator, 'areaId' | 'id'>,
): Promise<string[]> {
  const rows = await trx('series').where({ areaId, indicatorId: id }).select('id')
  return rows.map(row => row.id)
}

export async function insertSeries(trx: Database, series: Series): Promise<void> {
  await trx('series').insert(series)
}

/** Figures fall due from the new lead; a partner's own breakdown stays the partner's. */
export async function moveSeries(
  trx: Database,
  { areaId, id, leadOrganisationId }: Indicator,
  to: string,
): Promise<void> {
  await trx('series')
    .where({ areaId, indicatorId: id, organisationId: leadOrganisationId })
    .whereNot({ kind: 'partner' })
    .update({ organisationId: to })
}

export async function findVersion(
  db: Database,
  areaId: string,
  indicatorId: string,
  version: number,
): Promise<unknown> {
  const kept = await db('indicatorVersions').where({ areaId, indicatorId, version }).first()
  return kept?.definition
}
