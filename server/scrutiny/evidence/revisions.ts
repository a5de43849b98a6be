import type { IsoDate } from '../../domain/period'
import { tidy } from '../../domain/number'
import type { Subject } from './subject'

export interface Revised {
  /** Of the last four periods. */
  readonly count: number
  readonly of: number
  /** The largest difference between what was first and what is now reported. */
  readonly most: number
  readonly reasons: readonly { starts: IsoDate; reason: string }[]
}

const LOOKED_BACK = 4

/** How often published figures were put right afterwards, over the last four periods. */
export function revisionsOf({ figures }: Subject): Revised {
  const recent = figures.filter(({ state }) => state === 'published').slice(-LOOKED_BACK)
  const revised = recent.flatMap(now => {
    const first = figures.find(
      ({ state, starts }) => state === 'superseded' && starts === now.starts,
    )
    return first ? [{ first, now }] : []
  })
  const differences = revised.map(({ first, now }) =>
    first.value === null || now.value === null ? 0 : Math.abs(tidy(now.value - first.value)),
  )
  return {
    count: revised.length,
    of: recent.length,
    most: Math.max(0, ...differences),
    reasons: revised.map(({ now }) => ({ starts: now.starts, reason: now.revisionReason })),
  }
}
