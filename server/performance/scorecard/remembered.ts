import type { Choice } from './choice'
import { type Place, type ScorecardPage, scorecardPage } from './page'
import type { KeptRow } from './queries'

interface Remembered {
  kept: readonly KeptRow[]
  page: ScorecardPage
}

/** So many pages, about 30 MB with what is printed of them; the one longest unused makes room. */
const MOST_REMEMBERED = 60

const pages = new Map<string, Remembered>()

/** The page, and the very same page again for as long as nothing it is made from has changed. */
export function rememberedPage(
  kept: readonly KeptRow[],
  choice: Choice,
  place: Place,
): ScorecardPage {
  const { here, today, calendar, area, partnership } = place
  const key = JSON.stringify([here, today, calendar, area.name, partnership, choice])
  const before = pages.get(key)
  const page =
    before && isSame(before.kept, kept) ? before.page : scorecardPage(kept, choice, place)

  pages.delete(key)
  pages.set(key, { kept, page })
  if (pages.size > MOST_REMEMBERED) pages.delete(pages.keys().next().value!)
  return page
}

function isSame(before: readonly KeptRow[], now: readonly KeptRow[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ measure, card }, at) => measure === now[at]!.measure && card === now[at]!.card)
  )
}
