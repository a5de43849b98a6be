import { POINTS_TO_DRAW } from '../domain/spc'
import { endLabels } from './end-labels'
import { keyOf } from './key'
import { scaleOf, tickDecimals } from './scale'
import type {
  ChartLine,
  LimitGroup,
  LineForecast,
  LinePoint,
  SeriesChart,
  SlotForecast,
} from './series'
import { altOf, readingOf, sentenceOf } from './series-words'

/**
 * One measure's picture as plain data (JSON goes through it unharmed), drawn alike by the browser's
 * chart and by the server's SVG. Limits come only from groups of 8 figures or more.
 */
export function seriesChart(line: ChartLine): SeriesChart {
  const figures = { unit: line.unit, decimals: line.decimals }
  const points = pointsFor(line)
  const { slots: periods, forecast } = withForecast(points, forecastFor(line))
  const groups = groupsFor(line)
  const comparison = comparisonFor(line, periods.length)
  const band = line.view === 'actuals' || line.view === 'year-to-date'
  const scale = scaleOf(numbersOf(periods, forecast, groups, comparison, band))
  const slots = periods.map((point, index) => ({
    ...point,
    yearBegins: index === 0 || yearOf(point.label) !== yearOf(periods[index - 1]!.label),
    reading: readingOf(point, forecast.find(one => one.at === index) ?? null, figures),
  }))
  const drawn = {
    ...figures,
    title: line.title,
    polarity: line.polarity,
    view: line.view,
    slots,
    forecast,
    groups,
    trial: groups.length > 0 && line.limits?.trial === true,
    comparison,
    band: band && slots.some(slot => bandOf(slot) !== null),
    scale,
    tickDecimals: tickDecimals(scale),
  }
  return {
    ...drawn,
    endLabels: endLabels(drawn),
    key: keyOf(drawn),
    sentence: sentenceOf(drawn),
    alt: altOf(drawn),
  }
}

/** The two edges of what still counts as amber beside the target of a period, or null. */
export function bandOf(point: LinePoint): { low: number; high: number } | null {
  if (point.target === null || (point.lower === null && point.upper === null)) return null
  const low = point.lower ?? point.target.value ?? point.target.low
  const high = point.upper ?? point.target.value ?? point.target.high
  return low === null || high === null || low === high ? null : { low, high }
}

/** No signals on running totals: each carries the one before it, so none is ordinary variation. */
function pointsFor(line: ChartLine): readonly LinePoint[] {
  if (line.view === 'control' || line.view === 'actuals') return line.points
  return line.points.map(point => ({ ...point, flag: null, meaning: null }))
}

function forecastFor(line: ChartLine): readonly LineForecast[] {
  return line.view === 'control' || line.view === 'last-year' ? [] : line.forecast
}

function groupsFor(line: ChartLine): LimitGroup[] {
  if (line.limits === null || (line.view !== 'control' && line.view !== 'actuals')) return []
  return line.limits.groups.flatMap(({ from, to, points, mean, lower, upper }) =>
    points < POINTS_TO_DRAW || mean === null || lower === null || upper === null
      ? []
      : [{ from, to, mean, lower, upper }],
  )
}

function comparisonFor(line: ChartLine, length: number): (number | null)[] | null {
  if (line.view !== 'last-year' || !line.comparison) return null
  return Array.from({ length }, (_, index) => line.comparison?.[index] ?? null)
}

function withForecast(points: readonly LinePoint[], forecast: readonly LineForecast[]) {
  const slots = [...points]
  const placed = forecast.map(({ label, long, value, low, high }): SlotForecast => {
    let at = slots.findIndex(slot => slot.label === label)
    if (at < 0) at = slots.push(emptyPoint(label, long ?? label)) - 1
    return { at, value, low, high }
  })
  return { slots, forecast: placed.sort((a, b) => a.at - b.at) }
}

function emptyPoint(label: string, long: string): LinePoint {
  return {
    label,
    long,
    value: null,
    target: null,
    lower: null,
    upper: null,
    provisional: false,
    status: null,
    revisedFrom: null,
    flag: null,
    meaning: null,
    mark: null,
  }
}

function* numbersOf(
  points: readonly LinePoint[],
  forecast: readonly SlotForecast[],
  groups: readonly LimitGroup[],
  comparison: readonly (number | null)[] | null,
  band: boolean,
): Generator<number | null> {
  for (const point of points) {
    yield point.value
    yield point.revisedFrom
    if (point.target) yield* [point.target.value, point.target.low, point.target.high]
    if (band) yield* [point.lower, point.upper]
  }
  for (const one of forecast) yield* [one.value, one.low, one.high]
  for (const group of groups) yield* [group.lower, group.upper]
  if (comparison) yield* comparison
}

/** "Q2 26/27" → "26/27"; "Sep 26" → "26"; a year's own label is its year. */
const yearOf = (label: string) => label.slice(label.lastIndexOf(' ') + 1)
