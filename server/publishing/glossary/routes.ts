import { get, type Route } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { glossaryPage } from './page'

export function glossaryRoutes(): Route[] {
  return [
    get(paths.glossary, 'published.read', async () =>
      page('publishing/glossary/glossary', glossaryPage()),
    ),
  ]
}
