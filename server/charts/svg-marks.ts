import type { KeyEntry, KeyShape } from './series'
import type { Slot } from './series'
import { label, line, type Size, TEXT, tag, textWidth } from './svg-markup'
import { FORECAST_DASH, LIMIT_DASH, TONES } from './tones'

/**
 * The mark of one figure: a disc, hollow while provisional; where it is more than ordinary
 * variation a square (for the worse), a ringed disc (for the better) or a triangle (up, down).
 */
export function pointMark(x: number, y: number, radius: number, slot: Slot): string {
  return mark(x, y, radius, slot.flag === null ? null : slot.meaning, slot.provisional)
}

function mark(
  x: number,
  y: number,
  radius: number,
  meaning: Slot['meaning'],
  hollow: boolean,
): string {
  const colour = meaning === null ? TONES.brand : MEANING_TONES[meaning]
  const paint = { fill: hollow ? TONES.paper : colour, stroke: colour, 'stroke-width': 2 }
  const r = radius + (radius > 2 ? 1.5 : 0.5)
  switch (meaning) {
    case null:
      return tag('circle', { cx: x, cy: y, r: radius, ...paint })
    case 'concern':
      return tag('rect', { x: x - r, y: y - r, width: r * 2, height: r * 2, ...paint })
    case 'improvement':
      return (
        tag('circle', {
          cx: x,
          cy: y,
          r: radius + (radius > 2 ? 4 : 2.5),
          ...paint,
          fill: TONES.paper,
        }) + tag('circle', { cx: x, cy: y, r: radius, ...paint })
      )
    default:
      return tag('path', { d: triangle(x, y, meaning === 'high' ? r + 1 : -r - 1), ...paint })
  }
}

export const MEANING_TONES = {
  improvement: TONES.better,
  concern: TONES.worse,
  high: TONES.ink,
  low: TONES.ink,
} as const

const triangle = (x: number, y: number, r: number) =>
  `M${round(x)} ${round(y - r)}L${round(x + Math.abs(r))} ${round(y + r * 0.8)}H${round(x - Math.abs(r))}Z`

const round = (value: number) => Math.round(value * 10) / 10

/** A small cross where a figure stood before it was revised. */
export function revisedMark(x: number, y: number): string {
  const d = `M${round(x - 3.5)} ${round(y - 3.5)}l7 7m0 -7l-7 7`
  return tag('path', { d, stroke: TONES.soft, 'stroke-width': 1.5, fill: 'none' })
}

export interface Key {
  readonly height: number
  draw(top: number): string
}

/** The meaning of the shapes that occur, in rows beneath the picture. */
export function keyRows(entries: readonly KeyEntry[], size: Size): Key {
  const rowHeight = TEXT + 8
  const placed: { entry: KeyEntry; x: number; row: number }[] = []
  let x = 0
  let row = 0
  for (const entry of entries) {
    const width = 26 + textWidth(entry.words)
    if (x > 0 && x + width > size.width) {
      x = 0
      row++
    }
    placed.push({ entry, x, row })
    x += width + 14
  }
  return {
    height: entries.length === 0 ? 0 : (row + 1) * rowHeight + 4,
    draw: top =>
      placed
        .map(({ entry, x, row }) => {
          const y = top + row * rowHeight + rowHeight / 2
          return swatch(entry.shape, x + 9, y) + label(x + 24, y + 4.5, entry.words)
        })
        .join(''),
  }
}

/** One shape of the key on its own, for a key written in HTML. */
export function keySwatch(shape: KeyShape): string {
  const box = { viewBox: '0 0 20 18', width: 20, height: 18, 'aria-hidden': 'true' }
  return tag('svg', { ...box, focusable: 'false' }, swatch(shape, 10, 9))
}

function swatch(shape: KeyShape, x: number, y: number): string {
  switch (shape) {
    case 'final':
      return mark(x, y, 4, null, false)
    case 'provisional':
      return mark(x, y, 4, null, true)
    case 'improvement':
    case 'concern':
    case 'high':
    case 'low':
      return mark(x, y, 3, shape, false)
    case 'band':
      return tag('rect', { x: x - 9, y: y - 5, width: 18, height: 10, fill: TONES.band })
    case 'range':
      return (
        tag('rect', { x: x - 9, y: y - 5, width: 18, height: 10, fill: TONES.band }) +
        dashed(x, y - 5, LIMIT_DASH, TONES.soft, 1.5) +
        dashed(x, y + 5, LIMIT_DASH, TONES.soft, 1.5)
      )
    case 'limits':
      return dashed(x, y, LIMIT_DASH, TONES.soft, 1.5)
    case 'revised':
      return revisedMark(x, y)
    case 'forecast':
      return dashed(x, y, FORECAST_DASH, TONES.brand, 2)
    case 'last-year':
      return line(x - 9, y, x + 9, y, { stroke: TONES.none, 'stroke-width': 1.5 })
  }
}

function dashed(x: number, y: number, dash: string, stroke: string, width: number): string {
  return line(x - 9, y, x + 9, y, { stroke, 'stroke-width': width, 'stroke-dasharray': dash })
}
