export interface Scale {
  readonly low: number
  readonly high: number
  readonly step: number
  readonly ticks: readonly number[]
}

/**
 * A readable vertical range for a set of numbers in one unit: round ticks (1, 2 or 5 times a
 * power of ten), every number inside, never cut at 0 or 100, for process limits may lie beyond.
 * Zero is shown where the numbers come near it. No numbers at all give 0 to 1 without ticks.
 */
export function scaleOf(values: Iterable<number | null>, wanted = 4): Scale {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return { low: 0, high: 1, step: 1, ticks: [] }

  const room = roomAround(low, high)
  const near = (high - low) * 0.35
  const from = low >= 0 && high > 0 && low - room < near ? 0 : low - room
  const to = high <= 0 && low < 0 && high + room > -near ? 0 : high + room
  return ticked(from, to, wanted)
}

/** A range that starts at zero, for bars: their length is the number. */
export function scaleFromZero(values: Iterable<number | null>, wanted = 4): Scale {
  let low = 0
  let high = 0
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (high - low < DUST) return { low: 0, high: 1, step: 1, ticks: [0, 1] }
  return ticked(low, high, wanted)
}

/** Differences smaller than any measure's decimals: the dust of binary arithmetic. */
export const DUST = 1e-12

function roomAround(low: number, high: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high))
  const span = high - low
  if (span > Math.max(DUST, largest * 1e-9)) return span * 0.08
  return largest < DUST ? 1 : largest * 0.05
}

function ticked(from: number, to: number, wanted: number): Scale {
  const step = niceStep((to - from) / wanted)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  const ticks: number[] = []
  for (let n = first; n <= last; n++) ticks.push(tidyTick(n * step))
  return { low: ticks[0]!, high: ticks[ticks.length - 1]!, step, ticks }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const share = rough / power
  if (share <= 1) return power
  if (share <= 2) return tidyTick(2 * power)
  if (share <= 5) return tidyTick(5 * power)
  return tidyTick(10 * power)
}

const tidyTick = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(12)))

/** Decimal places needed to write every tick exactly. */
export function tickDecimals(scale: Scale): number {
  for (let places = 0; places < 10; places++) {
    const unit = 10 ** places
    if (scale.ticks.every(tick => Math.abs(tick * unit - Math.round(tick * unit)) < 1e-6)) {
      return places
    }
  }
  return 10
}
