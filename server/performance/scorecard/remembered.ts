import type { Choice } from './choice'
import { type Place, type ScorecardPage, scorecardPage } from './page'
import type { Found } from './queries'

/** So many pages, about 30 MB with what is printed of them; the one longest unused makes room. */
const MOST_REMEMBERED = 60

interface Remembered {
  stamp: string
  page: ScorecardPage
}

const pages = new Map<string, Remembered>()

interface Source {
  stamp(): Promise<string>
  cards(): Promise<Found>
}

/** The very same page as before for as long as its stamp stands; the rows are fetched only when not. */
export async function rememberedPage(
  choice: Choice,
  place: Place,
  find: Source,
): Promise<ScorecardPage> {
  const { here, today, calendar, area, partnership, seesSmall } = place
  const key = JSON.stringify([here, today, calendar, area.name, partnership, seesSmall, choice])
  const before = pages.get(key)
  if (before && before.stamp === (await find.stamp())) {
    remember(key, before)
    return before.page
  }

  const { stamp, cards } = await find.cards()
  const page = scorecardPage(cards, choice, place)
  remember(key, { stamp, page })
  return page
}

function remember(key: string, page: Remembered) {
  pages.delete(key)
  pages.set(key, page)
  if (pages.size > MOST_REMEMBERED) pages.delete(pages.keys().next().value!)
}
