import type { Forecast } from '../../database/tables/performance'
import { mayFor } from '../../domain/permissions'
import type { Visit } from '../../people/visit'
import { findForecasts } from '../forecasts/queries'
import { recordSentence } from '../forecasts/record'
import { layOut } from '../indicators/line'
import { findFigures } from '../indicators/queries'
import { type Ahead, aheadOf } from './forecast-fields'
import type { DueActual } from './due'

/** What a return asks for besides the figure: forecasts, with how good the earlier ones were in view. */
export interface Outlook {
  ahead: Ahead[]
  /** Those of this return so far, frozen or not, the earliest first. */
  made: Forecast[]
  record: string
}

/** Nothing for those who do not enter figures here. */
export async function findOutlook(visit: Visit, due: DueActual): Promise<Outlook | null> {
  const { db, actor, area, calendar, today } = visit
  const { series, indicator, owner } = due
  if (!mayFor(actor, 'actuals.enter', owner.id)) return null

  const figures = await findFigures(db, area.id, series.id)
  const forecasts = await findForecasts(db, series)
  const history = layOut({ area, record: { ...indicator, breaks: [] }, figures })
  return {
    ahead: aheadOf(due, today),
    made: forecasts.filter(({ madeIn }) => madeIn === due.starts),
    record: recordSentence(indicator, calendar, history, forecasts),
  }
}
