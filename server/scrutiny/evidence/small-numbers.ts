import { formatCount } from '../../domain/format'

/** Somebody could be known by a count under this (domain.md 3). */
const FEWEST_SHOWN = 5

export const FEWER = `fewer than ${FEWEST_SHOWN}`

export function isSmall(count: number): boolean {
  return count > 0 && count < FEWEST_SHOWN
}

export function countText(count: number): string {
  return isSmall(count) ? FEWER : formatCount(count)
}

export interface Cell {
  /** The count that could give somebody away; null where the figure is no count. */
  readonly count: number | null
}

/**
 * What may be shown of the cells that make up one total: `small` ones are hidden, and where only one
 * is, the next smallest is hidden with it (`paired`), for the total would give the one away.
 */
export function hiddenCells(cells: readonly Cell[]): ('small' | 'paired' | null)[] {
  const hidden = cells.map(({ count }) => (count !== null && isSmall(count) ? 'small' : null))
  if (hidden.filter(mark => mark === 'small').length !== 1) return hidden

  const pair = nextSmallest(cells, hidden)
  return hidden.map((mark, at) => (at === pair ? 'paired' : mark))
}

/** A cell of nothing hides nothing, unless there are no others. */
function nextSmallest(cells: readonly Cell[], hidden: readonly (string | null)[]): number {
  const others = cells.flatMap(({ count }, at) =>
    count === null || hidden[at] !== null ? [] : [{ count, at }],
  )
  const telling = others.filter(({ count }) => count > 0)
  const among = telling.length > 0 ? telling : others
  return among.reduce((least, cell) => (cell.count < least.count ? cell : least), among[0] ?? NONE)
    .at
}

const NONE = { count: 0, at: -1 }
