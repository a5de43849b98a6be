import type { ChartDataset, ChartOptions } from 'chart.js'
import { type Annotation, annotationsOf } from './chartjs-annotations'
import { axisTitle, tickText } from './frame'
import type { KeyEntry } from './key'
import { bandOf, type SeriesChart, type Slot } from './series-chart'
import { MEANING_TONES } from './svg-marks'
import { TEXT, textWidth } from './svg-markup'
import { FONT, FORECAST_DASH, LIMIT_DASH, TARGET_DASH, TONES } from './tones'

type LineDataset = ChartDataset<'line', (number | null)[]>

type Plugins = NonNullable<ChartOptions<'line'>['plugins']> & {
  annotation: { clip: boolean; annotations: Record<string, Annotation> }
}

/** All the browser needs, as plain JSON: Chart.js's own configuration and what goes around it. */
export interface ChartSpec {
  readonly config: {
    readonly type: 'line'
    readonly data: { labels: (string | string[])[]; datasets: LineDataset[] }
    readonly options: Omit<ChartOptions<'line'>, 'plugins'> & { plugins: Plugins }
  }
  /** The picture in words, as the name of the canvas. */
  readonly alt: string
  /** One sentence a period, read out as the arrow keys move along the line. */
  readonly readings: readonly string[]
  /** For each period where its reading belongs: a figure, or a forecast; null where nothing is. */
  readonly heights: readonly (number | null)[]
  readonly tickTexts: Readonly<Record<string, string>>
  readonly key: readonly KeyEntry[]
}

/** The same picture as `svgPicture` for Chart.js 4 with its annotation plugin; no functions in it. */
export function chartSpec(chart: SeriesChart, height = 320): ChartSpec {
  const heights = chart.slots.map(
    (slot, at) => slot.value ?? chart.forecast.find(one => one.at === at)?.value ?? null,
  )
  return {
    config: {
      type: 'line',
      data: { labels: chart.slots.map(labelOf), datasets: datasetsOf(chart, heights) },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        font: { family: FONT, size: TEXT },
        layout: { padding: { top: topRoom(chart), right: rightRoom(chart) } },
        scales: { x: periodAxis(), y: figureAxis(chart) },
        plugins: {
          legend: { display: false },
          tooltip: { displayColors: false, bodyFont: { size: 14 }, padding: 10 },
          annotation: { clip: false, annotations: annotationsOf(chart, height) },
        },
      },
    },
    alt: chart.alt,
    readings: chart.slots.map(slot => slot.reading),
    heights,
    tickTexts: Object.fromEntries(chart.scale.ticks.map(tick => [tick, tickText(tick, chart)])),
    key: chart.key,
  }
}

/** In two lines, so that more of them fit: the part of the year, and the year. */
function labelOf(slot: Slot): string | string[] {
  const space = slot.label.lastIndexOf(' ')
  return space < 0 ? slot.label : [slot.label.slice(0, space), slot.label.slice(space + 1)]
}

const topRoom = (chart: SeriesChart) => (chart.slots.some(slot => slot.mark !== null) ? 24 : 8)

function rightRoom(chart: SeriesChart): number {
  const widths = chart.endLabels.flatMap(one => [textWidth(one.short), textWidth(one.note)])
  return Math.ceil(Math.max(8, ...widths.map(width => width + 18)))
}

function periodAxis() {
  return {
    offset: true,
    grid: { display: false },
    border: { color: TONES.soft },
    ticks: { color: TONES.soft, maxRotation: 0, autoSkipPadding: 14, font: { size: TEXT } },
  }
}

function figureAxis(chart: SeriesChart) {
  const { low, high, step } = chart.scale
  const text = axisTitle(chart)
  return {
    min: low,
    max: high,
    title: { display: text !== '', text, color: TONES.soft },
    grid: { color: TONES.rule },
    border: { display: false },
    ticks: { stepSize: step, color: TONES.soft, font: { size: TEXT } },
  }
}

function datasetsOf(chart: SeriesChart, heights: readonly (number | null)[]): LineDataset[] {
  return [
    ...bandSets(chart),
    ...limitSets(chart),
    ...comparisonSets(chart),
    ...targetSets(chart),
    ...forecastSets(chart, heights),
    actualSet(chart),
    ...revisedSets(chart),
  ]
}

/** A pair of lines with no ink of their own, and what lies between them filled. */
function bandSets(chart: SeriesChart): LineDataset[] {
  if (!chart.band) return []
  const edges = chart.slots.map(bandOf)
  const plain = { borderWidth: 0, pointRadius: 0, stepped: 'middle' as const, spanGaps: false }
  return [
    { ...plain, label: 'Tolerance, least', data: edges.map(edge => edge?.low ?? null) },
    {
      ...plain,
      label: 'Tolerance, most',
      data: edges.map(edge => edge?.high ?? null),
      fill: '-1',
      backgroundColor: TONES.band,
    },
  ]
}

function limitSets(chart: SeriesChart): LineDataset[] {
  const ink = { borderColor: TONES.soft, borderWidth: 1.5, pointRadius: 0 }
  return chart.groups.flatMap(group => {
    const along = (value: number) =>
      chart.slots.map((_, at) => (at >= group.from && at <= group.to ? value : null))
    const dashed = { ...ink, borderDash: dashOf(LIMIT_DASH) }
    const control = chart.view === 'control'
    const filled = control ? { fill: '-1', backgroundColor: TONES.band } : {}
    return [
      { ...dashed, label: 'Lower limit', data: along(group.lower) },
      { ...dashed, ...filled, label: 'Upper limit', data: along(group.upper) },
      ...(control ? [{ ...ink, borderWidth: 1, label: 'Average', data: along(group.mean) }] : []),
    ]
  })
}

function comparisonSets(chart: SeriesChart): LineDataset[] {
  if (chart.comparison === null) return []
  return [
    {
      label: 'Same period a year before',
      data: [...chart.comparison],
      borderColor: TONES.none,
      borderWidth: 1.5,
      pointRadius: 0,
    },
  ]
}

function targetSets(chart: SeriesChart): LineDataset[] {
  const names = { value: 'Target', low: 'Target, least', high: 'Target, most' } as const
  return (['value', 'low', 'high'] as const).flatMap(end => {
    const data = chart.slots.map(slot => slot.target?.[end] ?? null)
    if (data.every(value => value === null)) return []
    return [
      {
        label: names[end],
        data,
        borderColor: TONES.target,
        borderWidth: 2,
        borderDash: dashOf(TARGET_DASH),
        stepped: 'middle' as const,
        pointRadius: data.map((value, at) => (isAlone(data, at) && value !== null ? 3 : 0)),
        pointStyle: 'line' as const,
      },
    ]
  })
}

/** A step of one period has no length to draw. */
const isAlone = (data: readonly (number | null)[], at: number) =>
  (data[at - 1] ?? null) === null && (data[at + 1] ?? null) === null

function forecastSets(chart: SeriesChart, heights: readonly (number | null)[]): LineDataset[] {
  if (chart.forecast.length === 0) return []
  const latest = chart.slots.findLastIndex(slot => slot.value !== null)
  const own = new Map(chart.forecast.map(one => [one.at, one.value]))
  const data = heights.map((height, at) => (at === latest ? height : (own.get(at) ?? null)))
  return [
    {
      label: 'Forecast',
      data: data.map((value, at) => (at < latest ? null : value)),
      borderColor: TONES.brand,
      borderWidth: 2,
      borderDash: dashOf(FORECAST_DASH),
      pointRadius: data.map((_, at) => (at > latest ? 5 : 0)),
      pointStyle: 'rectRot',
      pointBackgroundColor: TONES.paper,
      pointBorderColor: TONES.brand,
      spanGaps: true,
    },
  ]
}

function actualSet(chart: SeriesChart): LineDataset {
  const tones = chart.slots.map(slot => {
    const meaning = meaningOf(slot)
    return meaning === null ? TONES.brand : MEANING_TONES[meaning]
  })
  const radius = chart.slots.length > 48 ? 2 : chart.slots.length > 30 ? 3 : 4.5
  return {
    label: 'Actual',
    data: chart.slots.map(slot => slot.value),
    borderColor: TONES.brand,
    borderWidth: 2.5,
    pointRadius: chart.slots.map(slot => (meaningOf(slot) === null ? radius : radius + 3)),
    pointHoverRadius: radius + 4,
    pointStyle: chart.slots.map(slot => POINT_STYLES[meaningOf(slot) ?? 'none']),
    pointRotation: chart.slots.map(slot => (meaningOf(slot) === 'low' ? 180 : 0)),
    pointBorderWidth: chart.slots.map(slot => (meaningOf(slot) === 'improvement' ? 4 : 2)),
    pointBorderColor: tones,
    pointBackgroundColor: chart.slots.map((slot, at) =>
      slot.provisional || meaningOf(slot) === 'improvement' ? TONES.paper : tones[at]!,
    ),
    spanGaps: false,
  }
}

const POINT_STYLES = {
  none: 'circle',
  improvement: 'circle',
  concern: 'rect',
  high: 'triangle',
  low: 'triangle',
} as const

const meaningOf = (slot: Slot) => (slot.flag === null ? null : slot.meaning)

function revisedSets(chart: SeriesChart): LineDataset[] {
  const data = chart.slots.map(slot => (slot.value === null ? null : slot.revisedFrom))
  if (data.every(value => value === null)) return []
  return [
    {
      label: 'First reported',
      data,
      showLine: false,
      pointStyle: 'crossRot',
      pointRadius: 5,
      pointBorderColor: TONES.soft,
      pointBorderWidth: 1.5,
    },
  ]
}

const dashOf = (dash: string) => dash.split(' ').map(Number)
