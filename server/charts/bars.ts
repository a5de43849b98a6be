import { capitalised, type FigureFormat, formatFigure, listOf } from '../domain/format'
import { STATUS_WORDS, type Status } from '../domain/status'
import { across, type Across } from './across'
import type { Picture } from './picture'
import { shortFigure } from './series-words'
import { statusMark } from './status-mark'
import { drawing, label, line, pixel, tag, TEXT, textWidth, wrap } from './svg-markup'
import { TARGET_DASH, TONES } from './tones'

export interface BarRow {
  readonly label: string
  /** In the measure's unit; null where there is no figure. */
  readonly value: number | null
  readonly note?: string
  readonly status?: Status | null
  /** A count too small to show: no bar, for its length would give the number away. */
  readonly masked?: boolean
}

export interface Bars extends FigureFormat {
  readonly title: string
  readonly rows: readonly BarRow[]
  readonly target: number | null
  /** What the line is called, where it is not a target: "median of like areas". */
  readonly targetName?: string
}

const ROW = 30
const LINE = TEXT + 3

/**
 * One bar a place, group or partner, from zero, with the target as a line across them all. Rows
 * keep the order they are given. Returns the picture, its words, and its numbers for a table.
 */
export function barPicture(bars: Bars, width = 520): Picture {
  const rows = bars.rows.map(row => ({ ...row, text: figureOf(row, bars) }))
  const alt = altOf(bars)
  return {
    svg: draw(bars, rows, width, alt),
    alt,
    head: ['', 'Figure', 'Status'],
    rows: rows.map(row => [row.label, row.text, row.status ? STATUS_WORDS[row.status] : '']),
  }
}

interface DrawnRow extends BarRow {
  readonly text: string
}

function figureOf(row: BarRow, bars: Bars): string {
  if (row.masked) return 'fewer than 5'
  if (row.value === null) return 'no figure'
  return shortFigure(row.value, bars)
}

function draw(bars: Bars, rows: readonly DrawnRow[], width: number, alt: string): string {
  const stacked = width < 420
  const endings = rows.map(row => textWidth(row.text) + textWidth(row.note ?? '') + 40)
  const labelWidth = stacked ? 0 : Math.min(width * 0.38, widest(rows.map(row => row.label)) + 10)
  const numbers = rows.map(row => (row.masked ? null : row.value))
  const plot = across([...numbers, bars.target], labelWidth, width - Math.max(40, ...endings))
  const top = bars.target === null ? 6 : TEXT + 12
  const parts: string[] = []
  let y = top
  for (const row of rows) {
    const lines = wrap(row.label, (stacked ? width : labelWidth) - 10).slice(0, 2)
    const text = lines.length * LINE
    const height = stacked ? text + ROW - 4 : Math.max(ROW, text + 8)
    const middle = stacked ? y + text + 10 : y + height / 2
    const first = stacked ? y + TEXT - 2 : middle + 4.5 - (text - LINE) / 2
    parts.push(
      nameOf(lines, first),
      barOf(row, plot, middle),
      targetAt(bars, plot, middle, stacked),
    )
    y += height
  }
  return drawing({ width, height: y + 8 }, bars.title, alt, [...parts, targetName(bars, plot)])
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(text => textWidth(text)))

const nameOf = (lines: readonly string[], first: number) =>
  lines.map((text, index) => label(0, first + index * LINE, text, { fill: TONES.ink })).join('')

/** The figures stand in a column of their own, so that the target's line crosses no number. */
function barOf(row: DrawnRow, plot: Across, middle: number): string {
  const zero = plot.x(0)
  const absent = row.masked || row.value === null
  const end = absent ? zero : plot.x(row.value!)
  const box = { x: Math.min(zero, end), y: middle - 8, width: Math.abs(end - zero), height: 16 }
  const at = plot.right + 12
  const figureAt = at + 17
  return (
    (box.width === 0 ? '' : tag('rect', { ...box, fill: TONES.brand })) +
    line(zero, middle - 12, zero, middle + 12, { stroke: TONES.soft }) +
    (row.status ? statusMark(pixel(at + 5), pixel(middle), row.status) : '') +
    label(figureAt, middle + 4.5, row.text, absent ? {} : { fill: TONES.ink, 'font-weight': 600 }) +
    label(figureAt + textWidth(row.text) + 6, middle + 4.5, row.note ?? '')
  )
}

/** Edged in white, to be seen across a dark bar without colour. */
function targetAt(bars: Bars, plot: Across, middle: number, stacked: boolean): string {
  if (bars.target === null) return ''
  const x = plot.x(bars.target)
  const reach = stacked ? 11 : ROW / 2
  const edge = line(x, middle - reach, x, middle + reach, {
    stroke: TONES.paper,
    'stroke-width': 5,
  })
  const paint = { stroke: TONES.target, 'stroke-width': 2, 'stroke-dasharray': TARGET_DASH }
  return edge + line(x, middle - reach, x, middle + reach, paint)
}

function targetName(bars: Bars, plot: Across): string {
  if (bars.target === null) return ''
  const text = `${bars.targetName ?? 'target'} ${shortFigure(bars.target, bars)}`
  const x = Math.max(textWidth(text) / 2, plot.x(bars.target))
  return label(x, TEXT, text, { fill: TONES.target, 'text-anchor': 'middle' })
}

function altOf(bars: Bars): string {
  const named = bars.rows.filter(row => !row.masked && row.value !== null)
  const parts = [`Bar chart of ${bars.title}.`]
  if (named.length > 0) {
    const most = named.reduce((a, b) => (b.value! > a.value! ? b : a))
    const least = named.reduce((a, b) => (b.value! < a.value! ? b : a))
    const high = `${most.label} ${formatFigure(most.value, bars)}`
    const low = `${least.label} ${formatFigure(least.value, bars)}`
    parts.push(most === least ? `${high}.` : `Highest ${high}, lowest ${low}.`)
  } else {
    parts.push('No figures yet.')
  }
  if (bars.target !== null) {
    parts.push(`${capitalised(bars.targetName ?? 'target')} ${formatFigure(bars.target, bars)}.`)
  }
  const masked = bars.rows.filter(row => row.masked).map(row => row.label)
  if (masked.length > 0) parts.push(`Too few to show: ${listOf(masked)}.`)
  return parts.join(' ')
}
