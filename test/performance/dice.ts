/** The same throws for the same seed, so that a failure can be looked at again (mulberry32). */
export function dice(seed: number) {
  let state = seed
  function throwOnce(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** A whole number from 0 up to, not including, `sides`. */
    one: (sides: number) => Math.floor(throwOnce() * sides),
    of: <Item>(items: readonly Item[]): Item => items[Math.floor(throwOnce() * items.length)]!,
  }
}
