import { ROLE_TONES, spread } from './end-labels'
import type { Frame } from './frame'
import type { SeriesChart } from './series'
import { shortFigure } from './series-words'
import { cut, label, line, TEXT, textWidth } from './svg-markup'
import { TONES } from './tones'

/** The names of the lines, at their right ends; moved apart where they would touch. */
export function names(chart: SeriesChart, frame: Frame): string {
  const row = TEXT + 3
  const wanted = chart.endLabels.map(one => frame.y(one.value))
  const heights = chart.endLabels.map(one => (one.note === '' ? row : row * 2))
  const placed = spread(wanted, heights, 0, frame.bottom + row / 2)
  return chart.endLabels
    .map((one, index) => {
      const x = frame.right + 10
      const y = placed[index]! - (one.note === '' ? 0 : row / 2) + 4.5
      const bold = one.role === 'actual' ? { 'font-weight': 700 } : {}
      const text = frame.narrow ? one.short : one.words
      return (
        leader(frame, wanted[index]!, placed[index]!) +
        label(x, y, text, { fill: ROLE_TONES[one.role], ...bold }) +
        label(x, y + row, one.note)
      )
    })
    .join('')
}

/** A hair from the line to its name, only where the name had to move. */
function leader(frame: Frame, from: number, to: number): string {
  if (Math.abs(from - to) < 5) return ''
  return line(frame.right + 1, from, frame.right + 8, to, { stroke: TONES.rule })
}

/** The latest figure's own number, where future periods stand between it and the right edge. */
export function nearLabel(chart: SeriesChart, frame: Frame): string {
  const at = chart.slots.findLastIndex(slot => slot.value !== null)
  if (at < 0 || at === chart.slots.length - 1) return ''
  const text = shortFigure(chart.slots[at]!.value!, chart)
  const box = quietest(
    placesFor(frame, frame.x(at), frame.y(chart.slots[at]!.value!), text),
    busy(chart, frame),
  )
  return label(box.x, box.y, text, {
    'font-weight': 700,
    fill: TONES.ink,
    stroke: TONES.paper,
    'stroke-width': 3,
    'paint-order': 'stroke',
  })
}

/** Where the foot of the text's left end may stand, near the point and inside the plot. */
function placesFor(frame: Frame, x: number, y: number, text: string): Place[] {
  const width = textWidth(text)
  const left = x - width / 2
  const places = [
    { x: left, y: y - 12, width },
    { x: left, y: y + 23, width },
    { x: x - width - 12, y: y + 5, width },
    { x: x - width - 6, y: y + 18, width },
    { x: x - width - 6, y: y - 10, width },
    { x: left, y: y - 24, width },
  ]
  const inside = places.filter(
    place => place.x >= frame.left && place.y - TEXT >= frame.top && place.y < frame.bottom,
  )
  return inside.length > 0 ? inside : [places[0]!]
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

type Dot = readonly [x: number, y: number, weight: number]

function quietest(places: readonly Place[], dots: readonly Dot[]): Place {
  const noise = ({ x, y, width }: Place) =>
    dots.reduce((sum, [dotX, dotY, weight]) => {
      const inside = dotX > x - 6 && dotX < x + width + 6 && dotY > y - TEXT - 4 && dotY < y + 6
      return inside ? sum + weight : sum
    }, 0)
  return places.reduce((best, place) => (noise(place) < noise(best) ? place : best))
}

/** What a label had better not cover: figures and forecasts most, then lines, then limits. */
function busy(chart: SeriesChart, frame: Frame): Dot[] {
  const dots: Dot[] = []
  for (const [at, slot] of chart.slots.entries()) {
    const x = frame.x(at)
    const before = chart.slots[at - 1]?.value ?? null
    if (slot.value !== null) dots.push([x, frame.y(slot.value), 4])
    if (slot.value !== null && before !== null) {
      dots.push([x - frame.gap / 2, frame.y((slot.value + before) / 2), 3])
    }
    for (const value of [slot.target?.value, slot.target?.low, slot.target?.high]) {
      if (value !== null && value !== undefined) dots.push([x, frame.y(value), 1])
    }
    for (const { lower, upper } of chart.groups) {
      dots.push([x, frame.y(lower), 1], [x, frame.y(upper), 1])
    }
  }
  for (const { at, value, low, high } of chart.forecast) {
    for (const part of [value, low ?? value, high ?? value]) {
      dots.push([frame.x(at), frame.y(part), 4])
    }
  }
  return dots
}

/** Where a definition or a target changed: a line between the periods, and what changed above it. */
export function marks(chart: SeriesChart, frame: Frame): string {
  let free = Number.POSITIVE_INFINITY
  let out = ''
  for (let at = chart.slots.length - 1; at >= 0; at--) {
    const text = chart.slots[at]!.mark
    if (text === null) continue
    const x = at === 0 ? frame.left : (frame.x(at - 1) + frame.x(at)) / 2
    out += line(x, frame.top - 6, x, frame.bottom, { stroke: TONES.ink, 'stroke-dasharray': '1 3' })
    const room = Math.min(frame.width, free) - x - 6
    const words = room < 40 ? '' : cut(text, room)
    out += label(x + 4, frame.top - 8, words, { fill: TONES.ink })
    free = x
  }
  return out
}
