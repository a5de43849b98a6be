import { notFound } from '../../domain/refusal'
import { get, type Route, type Visit } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { indicatorCsv } from './download'
import { indicatorPage } from './page'
import { findFigures, findFrozenForecasts, findRecord } from './queries'

export function indicatorRoutes(): Route[] {
  return [
    get(paths.indicatorCsv, 'published.read', async visit => {
      const record = await recordFor(visit)
      return indicatorCsv(
        visit,
        record,
        await findFigures(visit.db, visit.area.id, record.seriesId),
      )
    }),

    get(paths.indicator, 'published.read', async visit => {
      const { db, area, actor } = visit
      const record = await recordFor(visit)
      const figures = await findFigures(db, area.id, record.seriesId)
      const forecasts = actor ? await findFrozenForecasts(db, area.id, record.seriesId) : []
      return page(
        'performance/indicators/indicator',
        indicatorPage(visit, record, figures, forecasts),
      )
    }),
  ]
}

async function recordFor({ db, area, params }: Visit) {
  const record = await findRecord(db, area.id, params.reference!)
  if (!record) throw notFound('Measure')
  return record
}
