import { type FigureFormat, formatFigure, formatGap, listOf } from '../domain/format'
import { round } from '../domain/number'
import type { Polarity } from '../domain/polarity'
import { type Across, acrossNumbers } from './across'
import type { Picture } from './picture'
import { shortFigure } from './series-words'
import { drawing, label, line, pixel, TEXT, tag, textWidth } from './svg-markup'
import { FORECAST_DASH, TONES } from './tones'

export interface ForecastRow {
  readonly label: string
  readonly forecast: number
  readonly low: number | null
  readonly high: number | null
  readonly actual: number | null
}

export interface ForecastRecord extends FigureFormat {
  readonly title: string
  readonly polarity: Polarity
  /** Oldest first; the last 8 are drawn. */
  readonly rows: readonly ForecastRow[]
}

const ROW = 26

/** What was forecast (hollow) against what came (solid), a row a period; says how far it was out. */
export function forecastPicture(record: ForecastRecord, width = 520): Picture {
  const rows = record.rows.slice(-8)
  const alt = altOf(rows, record)
  return {
    svg: draw(rows, record, width, alt),
    alt,
    head: ['Period', 'Forecast', 'Range', 'Actual', 'Out by'],
    rows: rows.map(row => [
      row.label,
      shortFigure(row.forecast, record),
      rangeOf(row, record),
      row.actual === null ? 'not yet' : shortFigure(row.actual, record),
      missOf(row, record),
    ]),
  }
}

function rangeOf({ low, high }: ForecastRow, record: ForecastRecord): string {
  if (low === null || high === null) return 'none given'
  return `${shortFigure(low, record)} to ${shortFigure(high, record)}`
}

/** "4.1 points too hopeful", by the measure's polarity; plain "over" and "under" where it has none. */
function missOf(row: ForecastRow, record: ForecastRecord): string {
  if (row.actual === null) return ''
  const over = round(row.forecast, record.decimals) - round(row.actual, record.decimals)
  if (over === 0) return 'exact'
  return `${formatGap(over, record)} ${missWord(over > 0, record.polarity)}`
}

function missWord(over: boolean, polarity: Polarity): string {
  if (polarity === 'higher-is-better') return over ? 'too hopeful' : 'too cautious'
  if (polarity === 'lower-is-better') return over ? 'too cautious' : 'too hopeful'
  return over ? 'too high' : 'too low'
}

function draw(
  rows: readonly ForecastRow[],
  record: ForecastRecord,
  width: number,
  alt: string,
): string {
  const stacked = width < 420
  const misses = rows.map(row => missOf(row, record))
  const left = Math.max(40, ...rows.map(row => textWidth(row.label) + 12))
  const room = stacked ? 26 : Math.max(20, ...misses.map(miss => textWidth(miss) + 16))
  const numbers = rows.flatMap(row => [row.forecast, row.low, row.high, row.actual])
  const plot = acrossNumbers(numbers, left + 8, width - room)
  const row = stacked ? ROW + TEXT + 3 : ROW
  const bottom = 30 + rows.length * row
  const parts = rows.map((one, index) => {
    const y = 28 + index * row + ROW / 2
    const miss = misses[index]!
    return (
      label(0, y + 4.5, one.label, { fill: TONES.ink }) +
      dumbbell(one, plot, y) +
      (stacked
        ? label(left + 8, y + TEXT + 7, miss)
        : label(width - room + 12, y + 4.5, miss, { fill: TONES.ink }))
    )
  })
  return drawing({ width, height: bottom + TEXT + 10 }, record.title, alt, [
    legend(left + 8),
    grid(plot, record, bottom),
    ...parts,
  ])
}

function grid(plot: Across, record: ForecastRecord, bottom: number): string {
  const ends = plot.scale.ticks.filter((_, index, all) => index % Math.ceil(all.length / 4) === 0)
  return ends
    .map(tick => {
      const x = plot.x(tick)
      return (
        line(x, 26, x, bottom, { stroke: TONES.rule, 'stroke-width': 0.75 }) +
        label(x, bottom + TEXT + 4, shortFigure(tick, record), { 'text-anchor': 'middle' })
      )
    })
    .join('')
}

function legend(x: number): string {
  const second = x + 24 + textWidth('forecast')
  return (
    hollow(x + 5, 10) +
    label(x + 15, 14.5, 'forecast') +
    solid(second + 5, 10) +
    label(second + 15, 14.5, 'what came')
  )
}

function dumbbell(row: ForecastRow, plot: Across, y: number): string {
  const from = plot.x(row.forecast)
  const range =
    row.low === null || row.high === null
      ? ''
      : tag('rect', {
          x: plot.x(row.low),
          y: y - 6,
          width: Math.max(1, plot.x(row.high) - plot.x(row.low)),
          height: 12,
          fill: TONES.band,
        })
  if (row.actual === null) return range + hollow(from, y)
  const to = plot.x(row.actual)
  const paint = { stroke: TONES.brand, 'stroke-width': 2, 'stroke-dasharray': FORECAST_DASH }
  return range + line(from, y, to, y, paint) + hollow(from, y) + solid(to, y)
}

const hollow = (x: number, y: number) =>
  tag('path', {
    d: `M${pixel(x)} ${pixel(y - 5)}l5 5l-5 5l-5 -5Z`,
    fill: TONES.paper,
    stroke: TONES.brand,
    'stroke-width': 1.5,
  })

const solid = (x: number, y: number) => tag('circle', { cx: x, cy: y, r: 4.5, fill: TONES.brand })

function altOf(rows: readonly ForecastRow[], record: ForecastRecord): string {
  const scored = rows.filter(row => row.actual !== null)
  if (rows.length === 0) return `${record.title}: no forecasts yet.`
  if (scored.length === 0) return `${record.title}: no forecast has come due yet.`
  const told = scored.map(row => {
    const forecast = formatFigure(row.forecast, record)
    return `${row.label}: forecast ${forecast}, came ${formatFigure(row.actual, record)}`
  })
  return `Forecasts against what came, ${record.title}. ${listOf(told)}.`
}
