import { formatFigure } from '../domain/format'
import type { SeriesChart } from './series'
import { isSymbol } from './series-words'
import { type Size, TEXT, textWidth } from './svg-markup'

/** Where things are: the plot's edges in pixels, and the way from a number to a place in it. */
export interface Frame extends Size {
  readonly narrow: boolean
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** From the plot's edge to the first period: half a period's width, but no more than 16. */
  readonly pad: number
  readonly gap: number
  x(slot: number): number
  y(value: number): number
}

/** Room is left for the tick labels and, at the right, for the lines' names. */
export function frameOf(chart: SeriesChart, size: Size): Frame {
  const narrow = size.width < 420
  const names = chart.endLabels.flatMap(one => [narrow ? one.short : one.words, one.note])
  const ticks = chart.scale.ticks.map(tick => textWidth(tickText(tick, chart)))
  const left = Math.max(0, ...ticks) + 8
  const right = size.width - Math.max(8, ...names.map(name => textWidth(name) + 14))
  const hasMarks = chart.slots.some(slot => slot.mark !== null)
  const top = 12 + (axisTitle(chart) === '' ? 0 : TEXT + 8) + (hasMarks ? TEXT + 6 : 0)
  const bottom = Math.max(top + 40, size.height - TEXT - 12)
  const count = Math.max(1, chart.slots.length)
  const pad = count === 1 ? (right - left) / 2 : Math.min(16, (right - left) / count / 2)
  const gap = count === 1 ? 0 : (right - left - pad * 2) / (count - 1)
  const perUnit = (bottom - top) / (chart.scale.high - chart.scale.low)
  return {
    ...size,
    narrow,
    left,
    right,
    top,
    bottom,
    pad,
    gap,
    x: slot => (count === 1 ? (left + right) / 2 : left + pad + slot * gap),
    y: value => bottom - (value - chart.scale.low) * perUnit,
  }
}

interface Named {
  readonly at: number
  readonly text: string
}

export function tickText(value: number, chart: SeriesChart): string {
  const unit = isSymbol(chart.unit) ? chart.unit : ''
  return formatFigure(value, { unit, decimals: chart.tickDecimals })
}

/** A unit too long for every tick is said once, above the axis. */
export const axisTitle = ({ unit }: SeriesChart) => (isSymbol(unit) || isPlain(unit) ? '' : unit)

const isPlain = (unit: string) => ['number', 'count'].includes(unit.toLowerCase())

/** Which periods are named beneath the axis: the last, and where a year begins, as room allows. */
export function axisLabels(chart: SeriesChart, frame: Frame): Named[] {
  const kept = lastLabels(chart, frame)
  for (let at = chart.slots.length - 1; at >= 0; at--) {
    const slot = chart.slots[at]!
    const next = kept.at(-1)!
    const named = { at, text: slot.label }
    if (slot.yearBegins && at < next.at && clear(frame, named, next)) kept.push(named)
  }
  return kept
}

/** The last period, and the beginning of its year; "Q2" alone where the two stand close. */
function lastLabels(chart: SeriesChart, frame: Frame): Named[] {
  const at = chart.slots.length - 1
  if (at < 0) return []
  const last = { at, text: chart.slots[at]!.label }
  const begins = chart.slots.findLastIndex(slot => slot.yearBegins)
  const first = { at: begins, text: chart.slots[begins]!.label }
  const short = { at, text: last.text.split(' ')[0]! }
  if (begins === at || clear(frame, first, last) || !clear(frame, first, short)) return [last]
  return [short, first]
}

const clear = (frame: Frame, a: Named, b: Named) =>
  labelSpan(frame, a.at, a.text).to + 8 <= labelSpan(frame, b.at, b.text).from

/** The pixels a period's name takes, centred on its period but kept inside the picture. */
export function labelSpan(frame: Frame, at: number, text: string): { from: number; to: number } {
  const width = textWidth(text)
  const from = Math.max(0, Math.min(frame.x(at) - width / 2, frame.width - width))
  return { from, to: from + width }
}
