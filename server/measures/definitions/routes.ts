import { notFound } from '../../domain/refusal'
import { get, type Route } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { definitionPage } from './page'
import { findDefinition, findNames } from './queries'

export function definitionRoutes(): Route[] {
  return [
    get(paths.definition, 'published.read', async visit => {
      const { db, area, params } = visit
      const record = await findDefinition(db, area.id, params.reference!)
      if (!record) throw notFound('Measure')
      const names = await findNames(db, area.id)
      return page('measures/definitions/definition', definitionPage(visit, record, names))
    }),
  ]
}
