import type { Choice } from './choice'
import { type Place, type ScorecardPage, scorecardPage } from './page'
import type { CardRow } from './queries'

/** So many pages, about 30 MB with what is printed of them; the one longest unused makes room. */
const MOST_REMEMBERED = 60

const pages = new Map<string, { stamp: string; page: ScorecardPage }>()

/** The very same page as before for as long as its stamp stands; its rows are fetched only when not. */
export async function rememberedPage(
  stamp: string,
  choice: Choice,
  place: Place,
  fetch: () => Promise<CardRow[]>,
): Promise<ScorecardPage> {
  const { here, today, calendar, area, partnership } = place
  const key = JSON.stringify([here, today, calendar, area.name, partnership, choice])
  const before = pages.get(key)
  const page = before?.stamp === stamp ? before.page : scorecardPage(await fetch(), choice, place)

  pages.delete(key)
  pages.set(key, { stamp, page })
  if (pages.size > MOST_REMEMBERED) pages.delete(pages.keys().next().value!)
  return page
}
