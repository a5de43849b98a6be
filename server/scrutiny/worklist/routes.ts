import { STATUS_WORDS } from '../../domain/status'
import { get, type Route } from '../../people/visit'
import { csv } from '../../web/csv'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { worklistPage } from './page'
import { getWorklist } from './worklist'

export function worklistRoutes(): Route[] {
  return [
    get(paths.worklistCsv, 'worklist.read', async visit => {
      const rows = await getWorklist(visit)
      const reason = visit.query.reason
      return csv(
        `${visit.area.slug}-worklist-${visit.today}`,
        ['order', 'reference', 'measure', 'organisation', 'status', 'headline', 'reasons'],
        rows
          .filter(({ standing }) => !reason || standing.reasons.some(({ code }) => code === reason))
          .map(({ reference, title, organisation, standing }, index) => [
            index + 1,
            reference,
            title,
            organisation,
            STATUS_WORDS[standing.status],
            standing.headline,
            standing.reasons.map(({ sentence }) => sentence).join(' '),
          ]),
      )
    }),

    get(paths.worklist, 'worklist.read', async visit =>
      page('scrutiny/worklist/worklist', worklistPage(await getWorklist(visit), visit)),
    ),
  ]
}
