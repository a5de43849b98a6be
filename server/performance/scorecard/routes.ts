import { seesSmallCounts } from '../../domain/small-numbers'
import { notFound } from '../../domain/refusal'
import { get, type Route, type Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import { keptPage, type Reply } from '../../web/reply'
import { choiceOf } from './choice'
import { scorecardCsv } from './download'
import { findCards, findPartnershipTree, findScorecard, findStamp } from './queries'
import { rememberedPage } from './remembered'

const VIEW = 'performance/scorecard/scorecard'

export function scorecardRoutes(): Route[] {
  return [
    get(paths.scorecardCsv, 'published.read', asCsv),
    get(paths.scorecard, 'published.read', asPage),
    get(paths.partnershipScorecardCsv, 'published.read', asCsv),
    get(paths.partnershipScorecard, 'published.read', asPage),
  ]
}

async function asPage(visit: Visit): Promise<Reply> {
  const { ids, place } = await placeOf(visit)
  const { db, area } = visit
  const page = await rememberedPage(choiceOf(visit.query), place, {
    stamp: () => findStamp(db, area.id),
    cards: () => findCards(db, area.id, ids),
  })
  return keptPage(VIEW, page)
}

async function asCsv(visit: Visit): Promise<Reply> {
  const { ids, place } = await placeOf(visit)
  const rows = await findScorecard(visit.db, visit.area.id, ids)
  return scorecardCsv(rows, choiceOf(visit.query), place)
}

async function placeOf({ db, area, calendar, today, params, actor }: Visit) {
  const slug = params.partnership
  const tree = slug === undefined ? null : await findPartnershipTree(db, area.id, slug)
  if (tree?.length === 0) throw notFound('Partnership')

  const ids = tree?.map(({ id }) => id) ?? null
  const here =
    slug === undefined
      ? to(paths.scorecard, { area: area.slug })
      : to(paths.partnershipScorecard, { area: area.slug, partnership: slug })
  return {
    ids,
    place: {
      area,
      calendar,
      today,
      seesSmall: seesSmallCounts(actor),
      here,
      partnership: tree?.[0] ?? null,
    },
  }
}
