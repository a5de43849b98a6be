export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number
  /** Around 0 with a standard deviation of 1, and never further out than 2.2. */
  normal(): number
  whole(low: number, high: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** Chance that comes out the same whenever the same name is given. */
export function randomFor(name: string): Random {
  let state = hashOf(name)

  // mulberry32: 32 bits of state are plenty for a few thousand figures.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }

  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()))
    const drawn = radius * Math.cos(2 * Math.PI * next())
    return Math.max(-WIDEST, Math.min(WIDEST, drawn))
  }

  return {
    next,
    normal,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: items => items[Math.floor(next() * items.length)]!,
  }
}

/** Wilder draws would be flagged as more than ordinary variation where no story wants it. */
const WIDEST = 2.2

/** FNV-1a. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash | 0
}
