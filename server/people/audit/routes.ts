import { paths, to } from '../../web/paths'
import { page } from '../../web/reply'
import { get, type Route } from '../visit'
import { auditPage } from './page'
import { listEvents } from './queries'
import { sightOf } from './sight'

export function auditRoutes(): Route[] {
  return [
    get(paths.audit, 'audit.read', async ({ db, area, actor, query }) => {
      const about = (query.about ?? '').trim()
      const events = await listEvents(db, area.id, sightOf(actor!), about)
      return page(
        'people/audit/audit',
        auditPage(events, about, to(paths.audit, { area: area.slug })),
      )
    }),
  ]
}
