import type { Frame } from './frame'
import { bandOf } from './series-chart'
import type { SeriesChart, Slot } from './series'
import { line, pixel, tag } from './svg-markup'
import { pointMark, revisedMark } from './svg-marks'
import { FORECAST_DASH, LIMIT_DASH, TARGET_DASH, TONES } from './tones'

/** What still counts as amber beside the target, stepped as the target is. */
export function band(chart: SeriesChart, frame: Frame): string {
  if (!chart.band) return ''
  const boxes = chart.slots.map((slot, at) => {
    const edges = bandOf(slot)
    if (edges === null) return ''
    const { from, to } = span(frame, at, at)
    const top = frame.y(edges.high)
    const height = Math.max(1, frame.y(edges.low) - top)
    return `M${pixel(from)} ${pixel(top)}H${pixel(to)}v${pixel(height)}H${pixel(from)}Z`
  })
  return tag('path', { d: boxes.join(''), fill: TONES.band })
}

/** Limits of ordinary variation, one pair for each stretch between breaks. */
export function limits(chart: SeriesChart, frame: Frame): string {
  const paint = { stroke: TONES.soft, 'stroke-width': 1.5, 'stroke-dasharray': LIMIT_DASH }
  return chart.groups
    .map(group => {
      const { from, to } = span(frame, group.from, group.to)
      const [upper, lower, mean] = [frame.y(group.upper), frame.y(group.lower), frame.y(group.mean)]
      const box = { x: from, y: upper, width: to - from, height: Math.max(1, lower - upper) }
      const control = chart.view === 'control'
      return (
        (control ? tag('rect', { ...box, fill: TONES.band }) : '') +
        (control ? line(from, mean, to, mean, { stroke: TONES.soft, 'stroke-width': 1 }) : '') +
        line(from, upper, to, upper, paint) +
        line(from, lower, to, lower, paint)
      )
    })
    .join('')
}

/** A target is a step: it holds for its whole period and never slopes into the next. */
export function targets(chart: SeriesChart, frame: Frame): string {
  const ends = ['value', 'low', 'high'] as const
  return ends
    .map(end => {
      const d = steps(chart.slots, frame, slot => slot.target?.[end] ?? null)
      if (d === '') return ''
      const paint = { stroke: TONES.target, 'stroke-width': 2, 'stroke-dasharray': TARGET_DASH }
      return tag('path', { d, fill: 'none', ...paint })
    })
    .join('')
}

function steps(
  slots: readonly Slot[],
  frame: Frame,
  wantedOf: (slot: Slot) => number | null,
): string {
  let d = ''
  let drawn: number | null = null
  for (const [at, slot] of slots.entries()) {
    const value = wantedOf(slot)
    if (value !== null) {
      const { from, to } = span(frame, at, at)
      if (drawn === null) d += `M${pixel(from)} ${pixel(frame.y(value))}`
      else if (drawn !== value) d += `V${pixel(frame.y(value))}`
      d += `H${pixel(to)}`
    }
    drawn = value
  }
  return d
}

/** The stretch of the horizontal axis that belongs to periods `first` to `last`. */
function span(frame: Frame, first: number, last: number): { from: number; to: number } {
  const half = frame.gap === 0 ? frame.pad : frame.gap / 2
  return {
    from: Math.max(frame.left, frame.x(first) - half),
    to: Math.min(frame.right, frame.x(last) + half),
  }
}

export function comparison(chart: SeriesChart, frame: Frame): string {
  if (chart.comparison === null) return ''
  const d = path(chart.comparison, frame)
  return d === '' ? '' : tag('path', { d, fill: 'none', stroke: TONES.none, 'stroke-width': 1.5 })
}

/** The figures: a line broken where there is none, and a mark for each. */
export function actuals(chart: SeriesChart, frame: Frame): string {
  const d = path(
    chart.slots.map(slot => slot.value),
    frame,
  )
  const radius = frame.gap > 0 && frame.gap < 9 ? 2 : frame.gap > 0 && frame.gap < 16 ? 3 : 4.5
  const paint = { stroke: TONES.brand, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }
  const points = chart.slots.map((slot, at) =>
    slot.value === null
      ? ''
      : revision(slot, at, frame) + pointMark(frame.x(at), frame.y(slot.value), radius, slot),
  )
  return (d === '' ? '' : tag('path', { d, fill: 'none', ...paint })) + points.join('')
}

function revision(slot: Slot, at: number, frame: Frame): string {
  if (slot.revisedFrom === null || slot.value === null) return ''
  const x = frame.x(at)
  const y = frame.y(slot.revisedFrom)
  return line(x, y, x, frame.y(slot.value), { stroke: TONES.soft }) + revisedMark(x, y)
}

function path(values: readonly (number | null)[], frame: Frame): string {
  let d = ''
  let pen = 'M'
  for (const [at, value] of values.entries()) {
    if (value !== null) d += `${pen}${pixel(frame.x(at))} ${pixel(frame.y(value))}`
    pen = value === null ? 'M' : 'L'
  }
  return d
}

/** From the latest figure onwards, dashed, with a whisker for the range each forecast was given. */
export function forecast(chart: SeriesChart, frame: Frame): string {
  if (chart.forecast.length === 0) return ''
  const latest = chart.slots.findLastIndex(slot => slot.value !== null)
  const ahead = chart.forecast.filter(one => one.at > latest)
  const start =
    latest < 0 || ahead.length === 0 ? [] : [{ at: latest, value: chart.slots[latest]!.value! }]
  const d = [...start, ...ahead]
    .map(
      ({ at, value }, n) => `${n === 0 ? 'M' : 'L'}${pixel(frame.x(at))} ${pixel(frame.y(value))}`,
    )
    .join('')
  const paint = { stroke: TONES.brand, 'stroke-width': 2, 'stroke-dasharray': FORECAST_DASH }
  const marks = chart.forecast.map(one => {
    const x = frame.x(one.at)
    const y = frame.y(one.value)
    const whisker =
      one.low === null || one.high === null
        ? ''
        : whiskerPath(x, frame.y(one.low), frame.y(one.high))
    return (
      (whisker === ''
        ? ''
        : tag('path', { d: whisker, stroke: TONES.brand, 'stroke-width': 1.5, fill: 'none' })) +
      tag('path', { d: diamond(x, y), fill: TONES.paper, stroke: TONES.brand, 'stroke-width': 1.5 })
    )
  })
  return tag('path', { d, fill: 'none', ...paint }) + marks.join('')
}

const whiskerPath = (x: number, low: number, high: number) =>
  `M${pixel(x - 4)} ${pixel(high)}h8M${pixel(x)} ${pixel(high)}V${pixel(low)}M${pixel(x - 4)} ${pixel(low)}h8`

const diamond = (x: number, y: number) =>
  `M${pixel(x)} ${pixel(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z`
