/** Turns an average moving range into three standard deviations (Shewhart's 3 ÷ 1.128). */
const THREE_SIGMA = 2.66

/** A moving range this many times the average is itself out of the ordinary (3.267 is D4 for pairs). */
const RANGE_LIMIT = 3.267

export interface LimitRules {
  screening: boolean
  /** Limits come from this many first points of each group; Infinity takes all of them. */
  fixAfter: number
  /** Indices at which a new group starts. */
  rebase: readonly number[]
}

/** One stretch between two breaks. `first` and `end` count the points that are not missing. */
export interface Stretch {
  from: number
  to: number
  first: number
  end: number
  mean: number
  lower: number
  upper: number
  /** No point differs from the one before, so no limits can be set. */
  constant: boolean
}

/** Arrays are reused by the next call: a borough has thousands of series and each takes a microsecond. */
export interface Workings {
  stretches: Stretch[]
  count: number
  value: Float64Array
  index: Int32Array
  /** 1 where figures are missing between this point and the one before. */
  gap: Uint8Array
}

const work: Workings = {
  stretches: [],
  count: 0,
  value: new Float64Array(0),
  index: new Int32Array(0),
  gap: new Uint8Array(0),
}

/**
 * The points of one series that are not missing, its stretches between breaks and their limits
 * (method.md 1). What it returns holds until the next call.
 * Throws RangeError when a value is not a finite number.
 */
export function stretchesOf(values: readonly (number | null)[], rules: LimitRules): Workings {
  makeRoom(values.length)
  gather(values, rules.rebase)
  for (const stretch of work.stretches) setLimits(stretch, rules)
  return work
}

function makeRoom(size: number): void {
  if (work.value.length >= size) return

  const room = size * 2 + 32
  work.value = new Float64Array(room)
  work.index = new Int32Array(room)
  work.gap = new Uint8Array(room)
}

function gather(values: readonly (number | null)[], rebase: readonly number[]): void {
  const { value, index, gap } = work
  const starts = rebase.length === 0 ? rebase : [...new Set(rebase)].sort((a, b) => a - b)
  let next = 0
  let count = 0
  let missing = 0
  let stretch = newStretch(0, 0)
  work.stretches = [stretch]

  for (let at = 0; at < values.length; at++) {
    while (next < starts.length && starts[next]! <= at) {
      if (starts[next]! === at && at > 0) {
        stretch.to = at - 1
        stretch.end = count
        stretch = newStretch(at, count)
        work.stretches.push(stretch)
      }
      next++
    }
    const figure = values[at]
    if (figure === null || figure === undefined) {
      missing = 1
    } else if (figure - figure === 0) {
      value[count] = figure
      index[count] = at
      gap[count] = missing
      missing = 0
      count++
    } else {
      throw new RangeError(`Point ${at + 1} of the series is not a number.`)
    }
  }
  stretch.to = values.length - 1
  stretch.end = count
  work.count = count
}

function newStretch(from: number, first: number): Stretch {
  return {
    from,
    to: from,
    first,
    end: first,
    mean: Number.NaN,
    lower: Number.NaN,
    upper: Number.NaN,
    constant: false,
  }
}

function setLimits(stretch: Stretch, { fixAfter, screening }: LimitRules): void {
  const { value, gap } = work
  const { first } = stretch
  const end = Math.min(stretch.end, first + fixAfter)
  if (end === first) return

  stretch.mean = averageOf(first, end)
  let total = 0
  let ranges = 0
  for (let at = first + 1; at < end; at++) {
    if (gap[at] === 0) {
      total += Math.abs(value[at]! - value[at - 1]!)
      ranges++
    }
  }
  if (ranges === 0) return

  const average = total / ranges
  const usual = screening && average > 0 ? usualRange(first, end, RANGE_LIMIT * average) : average
  stretch.constant = average === 0
  stretch.lower = stretch.mean - THREE_SIGMA * usual
  stretch.upper = stretch.mean + THREE_SIGMA * usual
}

/** Adds what the first division lost, so that ten figures of 0.1 average 0.1 exactly. */
function averageOf(first: number, end: number): number {
  const { value } = work
  let sum = 0
  for (let at = first; at < end; at++) sum += value[at]!
  const mean = sum / (end - first)

  let rest = 0
  for (let at = first; at < end; at++) rest += value[at]! - mean
  return mean + rest / (end - first)
}

/** One pass only: a range that stands out only once the first ones are gone stays in. */
function usualRange(first: number, end: number, limit: number): number {
  const { value, gap } = work
  let total = 0
  let kept = 0
  for (let at = first + 1; at < end; at++) {
    const range = Math.abs(value[at]! - value[at - 1]!)
    if (gap[at] === 0 && range < limit) {
      total += range
      kept++
    }
  }
  return total / kept
}
