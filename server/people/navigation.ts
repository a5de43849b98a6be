import type { Area } from '../database/tables/people'
import type { Actor } from '../domain/people'
import { type Action, may } from '../domain/permissions'
import type { PageLink } from '../web/page'
import { paths, to } from '../web/paths'

const SECTIONS: readonly { text: string; path: string; action: Action }[] = [
  { text: 'Scorecard', path: paths.scorecard, action: 'published.read' },
  { text: 'Partnerships', path: paths.partnerships, action: 'register.read' },
  { text: 'Agreements', path: paths.agreements, action: 'register.read' },
  { text: 'Returns', path: paths.returns, action: 'returns.read' },
  { text: 'Scrutiny', path: paths.worklist, action: 'worklist.read' },
  { text: 'People', path: paths.people, action: 'people.read' },
]

/** Only what this person may open, so that no link leads to a refusal. */
export function navigationFor(actor: Actor | null, area: Area, here: string): PageLink[] {
  return SECTIONS.filter(({ action }) => may(actor, action)).map(({ text, path }) => {
    const href = to(path, { area: area.slug })
    return { text, href, current: here === href || here.startsWith(`${href}/`) }
  })
}
