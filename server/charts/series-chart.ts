import type { FigureFormat } from '../domain/format'
import type { Polarity } from '../domain/polarity'
import { type Flag, type Meaning, POINTS_TO_DRAW, type XmrGroup } from '../domain/spc'
import type { Status } from '../domain/status'
import type { Target } from '../domain/target'
import { type EndLabel, endLabels } from './end-labels'
import { type KeyEntry, keyOf } from './key'
import { type Scale, scaleOf, tickDecimals } from './scale'
import { altOf, readingOf, sentenceOf } from './series-words'

export const CHART_VIEWS = ['actuals', 'year-to-date', 'last-year', 'control'] as const
export type ChartView = (typeof CHART_VIEWS)[number]

/** One period of one measure; every number is in the measure's own unit. */
export interface LinePoint {
  readonly label: string
  readonly long: string
  readonly value: number | null
  readonly target: Target | null
  /** The outer edges of the tolerance, where there is one on that side of the target. */
  readonly lower: number | null
  readonly upper: number | null
  readonly provisional: boolean
  readonly status: Status | null
  readonly revisedFrom: number | null
  readonly flag: Flag | null
  readonly meaning: Meaning | null
  /** What changed before this period ("definition changed"), or null. */
  readonly mark: string | null
}

export interface LineForecast {
  readonly label: string
  readonly long?: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

export interface ChartLine {
  readonly title: string
  readonly unit: string
  readonly decimals: number
  readonly polarity: Polarity
  readonly points: readonly LinePoint[]
  readonly limits: { readonly groups: readonly XmrGroup[]; readonly trial: boolean } | null
  readonly forecast: readonly LineForecast[]
  readonly view: ChartView
  /** The same period a year before, one for each point; used by the view `last-year`. */
  readonly comparison?: readonly (number | null)[] | null
}

export interface Slot extends LinePoint {
  readonly yearBegins: boolean
  readonly reading: string
}

export interface SlotForecast {
  readonly at: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

export interface LimitGroup {
  readonly from: number
  readonly to: number
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

export interface SeriesChart extends FigureFormat {
  readonly title: string
  readonly polarity: Polarity
  readonly view: ChartView
  readonly slots: readonly Slot[]
  readonly forecast: readonly SlotForecast[]
  readonly groups: readonly LimitGroup[]
  readonly trial: boolean
  readonly comparison: readonly (number | null)[] | null
  readonly band: boolean
  readonly scale: Scale
  readonly tickDecimals: number
  readonly endLabels: readonly EndLabel[]
  readonly key: readonly KeyEntry[]
  readonly sentence: string
  readonly alt: string
}

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
