import type { ChartOptions } from 'chart.js'
import { type Annotation, annotationsOf } from './chartjs-annotations'
import { datasetsOf, type LineDataset } from './chartjs-datasets'
import { axisTitle, tickText } from './frame'
import type { SeriesChart, Slot } from './series'
import { keySwatch } from './svg-marks'
import { TEXT, textWidth } from './svg-markup'
import { FONT, TONES } from './tones'

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
  /** What the shapes mean, each with a drawing of it; markup of our own, never of a user's. */
  readonly key: readonly { readonly svg: string; readonly words: string }[]
  /** In pixels. */
  readonly height: number
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
          filler: { drawTime: 'beforeDatasetsDraw' },
          legend: { display: false },
          tooltip: tooltip(),
          annotation: { clip: false, annotations: annotationsOf(chart, height) },
        },
      },
    },
    alt: chart.alt,
    readings: chart.slots.map(slot => slot.reading),
    heights,
    tickTexts: Object.fromEntries(chart.scale.ticks.map(tick => [tick, tickText(tick, chart)])),
    key: chart.key.map(({ shape, words }) => ({ svg: keySwatch(shape), words })),
    height,
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

function tooltip() {
  const font = { family: FONT, size: 14 }
  return { displayColors: false, padding: 10, bodyFont: font, titleFont: { ...font, weight: 700 } }
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
