import { FIGURE_STATE_WORDS } from '../../domain/figure'
import type { Actor } from '../../domain/people'
import { mayFor } from '../../domain/permissions'
import { seesSmallCounts } from '../../domain/small-numbers'
import type { Visit } from '../../people/visit'
import { lineSlug } from '../targets/aim'
import { type DueActual, lineAddress } from './due'
import { findLineStates, type LineState } from './line-queries'

/** The other lines of the measure in the same period; nothing for those who are shown no small counts. */
export async function findLinesBeside({ db, actor }: Visit, due: DueActual): Promise<LineState[]> {
  return seesSmallCounts(actor) ? findLineStates(db, due.indicator, due.starts) : []
}

const TITLES = { place: 'By place', group: 'By group', partner: 'By partner' } as const

/** Where to go from one line of a figure to the others, and which of them are still to be entered. */
export function linesBeside(due: DueActual, lines: readonly LineState[], actor: Actor | null) {
  if (lines.length < 2) return []
  const link = (line: LineState, text: string) => ({
    text,
    href: lineAddress(due, line),
    current: lineSlug(line) === lineSlug(due.series),
    state: stateOf(line, actor),
  })
  const headline = lines.filter(({ kind }) => kind === 'headline')
  const groups = Object.entries(TITLES).map(([kind, title]) => {
    const own = lines.filter(line => line.kind === kind)
    const missing = own.filter(({ state }) => state === null).length
    return {
      title,
      missing: missing === 0 ? '' : `${missing} of ${own.length} missing`,
      links: own.map(line => link(line, line.label)),
    }
  })
  return [
    { title: '', missing: '', links: headline.map(line => link(line, 'The whole measure')) },
    ...groups,
  ].filter(({ links }) => links.length > 0)
}

function stateOf({ state, organisationId }: LineState, actor: Actor | null): string {
  if (state === 'published') return ''
  if (state !== null) return FIGURE_STATE_WORDS[state].toLowerCase()
  return mayFor(actor, 'actuals.enter', organisationId) ? 'to enter' : 'not there yet'
}
