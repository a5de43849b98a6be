import { notFound } from '../../domain/refusal'
import { findLatestScores, findRegister } from '../../partnerships/register/queries'
import { get, type Route } from '../../people/visit'
import { paths } from '../../web/paths'
import { page } from '../../web/reply'
import { findPartnershipTree, findScorecard } from '../scorecard/queries'
import { partnershipPage } from './page'
import { findBodyStandings } from './queries'
import { registerPage } from './register-page'

export function partnershipRoutes(): Route[] {
  return [
    get(paths.partnerships, 'register.read', async visit => {
      const register = await findRegister(visit.db, visit.area.id)
      const standings = await findBodyStandings(visit.db, visit.area.id)
      return page('performance/partnerships/register', registerPage(visit, register, standings))
    }),

    get(paths.partnership, 'register.read', async visit => {
      const { db, area, params } = visit
      const register = await findRegister(db, area.id)
      const body = register.find(({ slug }) => slug === params.partnership)
      if (!body) throw notFound('Partnership')

      const tree = await findPartnershipTree(db, area.id, body.slug)
      const rows = await findScorecard(
        db,
        area.id,
        tree.map(({ id }) => id),
      )
      const scores = await findLatestScores(db, area.id, body.id)
      return page(
        'performance/partnerships/partnership',
        partnershipPage(visit, body, register, rows, scores),
      )
    }),
  ]
}
