import { getSite, get, type Route } from '../people/visit'
import { paths, to } from '../web/paths'
import { page, seeOther } from '../web/reply'
import { homeOf } from './home'

export function siteRoutes(): Route[] {
  return [
    getSite(paths.home, 'site.read', async ({ areas }) => {
      const links = areas.map(({ slug, name }) => ({ name, href: to(paths.area, { area: slug }) }))
      const content = { title: 'Areas', areas: links }
      return page('home/areas', content)
    }),
    get(paths.area, 'published.read', async ({ area, actor }) => seeOther(homeOf(area, actor))),
  ]
}
