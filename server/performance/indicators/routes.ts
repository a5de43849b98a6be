import { notFound } from '../../domain/refusal'
import { get, type Route, type Visit } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { findForecasts } from '../forecasts/queries'
import { indicatorCsv } from './download'
import { indicatorPage } from './page'
import { findFigures, findRecord } from './queries'
import { seenBy } from './seen'

export function indicatorRoutes(): Route[] {
  return [
    get(paths.indicatorCsv, 'published.read', async visit => {
      const { record, figures } = await seenFor(visit)
      return indicatorCsv(visit, record, figures)
    }),

    get(paths.indicator, 'published.read', async visit => {
      const { db, area } = visit
      const { record, figures } = await seenFor(visit)
      const forecasts = await findForecasts(db, { areaId: area.id, id: record.seriesId })
      return page(
        'performance/indicators/indicator',
        indicatorPage(visit, record, figures, forecasts),
      )
    }),
  ]
}

async function seenFor({ db, area, params, actor }: Visit) {
  const record = await findRecord(db, area.id, params.reference!)
  if (!record) throw notFound('Measure')
  return seenBy(actor, record, await findFigures(db, area.id, record.seriesId))
}
