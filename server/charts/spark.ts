import { DUST } from './scale'

export interface Sparkline {
  /** Path data in whole pixels; broken where a figure is missing. */
  readonly line: string
  /** The same line as corner points for a `<polyline>`, missing figures left out. */
  readonly points: string
  /** Path data of the target, a step; empty where there is none. */
  readonly target: string
  readonly last: { readonly x: number; readonly y: number } | null
}

/**
 * A measure's recent figures and targets in a picture the size of a word. Runs once for every row
 * of a scorecard, so it walks its numbers twice and allocates two strings, nothing more.
 */
export function sparkline(
  values: readonly (number | null)[],
  targets: readonly (number | null)[],
  { width, height } = { width: 120, height: 30 },
): Sparkline {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const target = targets[i] ?? null
    if (value !== null) {
      if (value < low) low = value
      if (value > high) high = value
    }
    if (target !== null) {
      if (target < low) low = target
      if (target > high) high = target
    }
  }
  const flat = !(high - low > DUST)
  const perUnit = flat ? 0 : (height - 2 * MARGIN) / (high - low)
  const floor = flat ? height / 2 : height - MARGIN
  if (flat) low = 0
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0

  let line = ''
  let points = ''
  let target = ''
  let pen = 'M'
  let last: Sparkline['last'] = null
  let held: number | null = null
  let reached = 0
  for (let i = 0; i < values.length; i++) {
    const x = Math.round(MARGIN + i * step)
    const value = values[i]!
    if (value === null) {
      pen = 'M'
    } else {
      const y = Math.round(floor - (value - low) * perUnit)
      line += `${pen}${x} ${y}`
      points += points === '' ? `${x},${y}` : ` ${x},${y}`
      pen = 'L'
      last = { x, y }
    }
    const wanted = targets[i] ?? null
    if (wanted !== null) {
      const y = Math.round(floor - (wanted - low) * perUnit)
      const from = Math.max(0, Math.round(MARGIN + (i - 0.5) * step))
      const to = Math.min(width, Math.round(MARGIN + (i + 0.5) * step))
      if (held === null) target += `M${from} ${y}`
      else if (held !== y) target += `H${reached}V${y}`
      held = y
      reached = to
    } else if (held !== null) {
      target += `H${reached}`
      held = null
    }
  }
  if (held !== null) target += `H${reached}`
  return { line, points, target, last }
}

const MARGIN = 4
