import { stretchesOf, type LimitRules, type Stretch, type Workings } from './spc-limits'

/** Binary arithmetic leaves a few parts in 10¹⁶ behind; a figure on a limit must count as on it. */
const DUST = 1e-12

const FLAG_CODES = { none: 0, outside: 1, trend: 2, twoInThree: 3, shift: 4 } as const

const TREND = 1
const TWO_IN_THREE = 2
const SHIFT = 4

export interface Rules extends LimitRules {
  /** Points that make a trend or a shift. */
  runLength: number
  /** making-data-count: a point outside the limits is one of the two in three as well. */
  outsideIsNear: boolean
}

/** The workings with a flag (FLAG_CODES) and a direction (1 up, -1 down) per point. */
export interface Flagged extends Workings {
  flag: Uint8Array
  direction: Int8Array
}

let side = new Int8Array(0)
let near = new Uint8Array(0)
let marks = new Uint8Array(0)
let flag = new Uint8Array(0)
let direction = new Int8Array(0)

/**
 * Limits and flags of one series in date order, null where a figure is missing (method.md 1).
 * What it returns holds until the next call. Throws RangeError when a value is not a finite number.
 */
export function flagsOf(values: readonly (number | null)[], rules: Rules): Flagged {
  const work = stretchesOf(values, rules)
  makeRoom(work.count)

  for (const stretch of work.stretches) {
    if (stretch.upper >= stretch.lower) {
      placePoints(stretch, work, rules)
      markRuns(stretch, work, rules.runLength)
      markTwoInThree(stretch)
      settle(stretch, work)
    } else {
      flag.fill(FLAG_CODES.none, stretch.first, stretch.end)
    }
  }
  return {
    stretches: work.stretches,
    count: work.count,
    value: work.value,
    index: work.index,
    gap: work.gap,
    flag,
    direction,
  }
}

export function dustOf(lower: number, upper: number): number {
  return DUST * Math.max(Math.abs(lower), Math.abs(upper))
}

function makeRoom(size: number): void {
  if (flag.length >= size) return

  const room = size * 2 + 32
  side = new Int8Array(room)
  near = new Uint8Array(room)
  marks = new Uint8Array(room)
  flag = new Uint8Array(room)
  direction = new Int8Array(room)
}

function placePoints(
  { first, end, mean, lower, upper }: Stretch,
  { value }: Workings,
  { outsideIsNear }: Rules,
): void {
  const dust = dustOf(lower, upper)
  const twoSigma = ((upper - mean) * 2) / 3

  for (let at = first; at < end; at++) {
    const off = value[at]! - mean
    const outside = value[at]! > upper + dust || value[at]! < lower - dust
    side[at] = off > dust ? 1 : off < -dust ? -1 : 0
    near[at] = Math.abs(off) > twoSigma + dust && (outsideIsNear || !outside) ? 1 : 0
    flag[at] = outside ? FLAG_CODES.outside : FLAG_CODES.none
    marks[at] = 0
  }
}

/** A gap breaks a trend and a shift; two in three looks at the points there are. */
function markRuns({ first, end }: Stretch, { value, gap }: Workings, runLength: number): void {
  let rising = 1
  let falling = 1
  let together = 1

  for (let at = first; at < end; at++) {
    const joined = at > first && gap[at] === 0
    const step = joined ? value[at]! - value[at - 1]! : 0
    rising = step > 0 ? rising + 1 : 1
    falling = step < 0 ? falling + 1 : 1
    together = side[at] === 0 ? 0 : joined && side[at] === side[at - 1] ? together + 1 : 1
    if (rising >= runLength || falling >= runLength) markBack(at, runLength, TREND)
    if (together >= runLength) markBack(at, runLength, SHIFT)
  }
}

function markBack(at: number, length: number, mark: number): void {
  for (let back = at - length + 1; back <= at; back++) marks[back]! |= mark
}

function markTwoInThree({ first, end }: Stretch): void {
  for (let at = first + 2; at < end; at++) {
    const together = side[at] !== 0 && side[at] === side[at - 1] && side[at] === side[at - 2]
    if (together && near[at]! + near[at - 1]! + near[at - 2]! >= 2) {
      for (let back = at - 2; back <= at; back++) if (near[back] === 1) marks[back]! |= TWO_IN_THREE
    }
  }
}

/** Where several rules hold, the first of outside, trend, two in three, shift names the point. */
function settle({ first, end }: Stretch, work: Workings): void {
  for (let at = first; at < end; at++) {
    const mark = marks[at]!
    direction[at] = side[at]!
    if (flag[at] === FLAG_CODES.outside || mark === 0) continue

    if ((mark & TREND) !== 0) {
      flag[at] = FLAG_CODES.trend
      direction[at] = trendAt(at, end, work)
    } else {
      flag[at] = (mark & TWO_IN_THREE) !== 0 ? FLAG_CODES.twoInThree : FLAG_CODES.shift
    }
  }
}

/** At a turning point the coming trend counts; a level step reads as falling, as the R package has it. */
function trendAt(at: number, end: number, { value, gap }: Workings): number {
  const goesOn = at + 1 < end && gap[at + 1] === 0 && (marks[at + 1]! & TREND) !== 0
  const step = goesOn ? value[at + 1]! - value[at]! : value[at]! - value[at - 1]!
  return step > 0 ? 1 : -1
}
