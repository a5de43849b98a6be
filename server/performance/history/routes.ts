import { may } from '../../domain/permissions'
import { notFound } from '../../domain/refusal'
import { findNames } from '../../measures/definitions/queries'
import { findIndicator } from '../../measures/indicators/queries'
import { get, type Route } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { findWithdrawals } from '../withdrawals/queries'
import { historyPage } from './page'
import { findRevisions, findTargetChanges, findVersions } from './queries'

/** More than anybody reads; the audit trail holds the rest. */
const MOST = 500

export function historyRoutes(): Route[] {
  return [
    get(paths.indicatorHistory, 'published.read', async visit => {
      const { db, area, params, actor } = visit
      const indicator = await findIndicator(db, area.id, params.reference!)
      if (!indicator) throw notFound('Measure')

      const past = {
        versions: await findVersions(db, indicator),
        targets: may(actor, 'register.read') ? await findTargetChanges(db, indicator, MOST) : [],
        figures: await findRevisions(db, indicator, MOST),
        withdrawals: await findWithdrawals(db, indicator),
      }
      const names = await findNames(db, area.id)
      return page('performance/history/history', historyPage(visit, indicator, past, names))
    }),
  ]
}
