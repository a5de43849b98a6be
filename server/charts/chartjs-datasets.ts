import type { ChartDataset } from 'chart.js'
import { bandOf } from './series-chart'
import type { SeriesChart, Slot } from './series'
import { MEANING_TONES } from './svg-marks'
import { FORECAST_DASH, LIMIT_DASH, TARGET_DASH, TONES } from './tones'

export type LineDataset = ChartDataset<'line', (number | null)[]>

/** The first is drawn last, so the figures lie on top of everything else. */
export function datasetsOf(chart: SeriesChart, heights: readonly (number | null)[]): LineDataset[] {
  return [
    ...revisedSets(chart),
    actualSet(chart),
    ...ringSets(chart),
    ...forecastSets(chart, heights),
    ...targetSets(chart),
    ...comparisonSets(chart),
    ...limitSets(chart),
    ...bandSets(chart),
  ]
}

/** A pair of lines with no ink of their own, and what lies between them filled. */
function bandSets(chart: SeriesChart): LineDataset[] {
  if (!chart.band) return []
  const edges = chart.slots.map(bandOf)
  const plain = { borderWidth: 0, pointRadius: 0, stepped: 'middle' as const, spanGaps: false }
  return [
    {
      ...plain,
      label: 'Tolerance, most',
      data: edges.map(edge => edge?.high ?? null),
      fill: '+1',
      backgroundColor: TONES.band,
    },
    { ...plain, label: 'Tolerance, least', data: edges.map(edge => edge?.low ?? null) },
  ]
}

function limitSets(chart: SeriesChart): LineDataset[] {
  const ink = { borderColor: TONES.soft, borderWidth: 1.5, pointRadius: 0 }
  return chart.groups.flatMap(group => {
    const along = (value: number) =>
      chart.slots.map((_, at) => (at >= group.from && at <= group.to ? value : null))
    const dashed = { ...ink, borderDash: dashOf(LIMIT_DASH) }
    const control = chart.view === 'control'
    const filled = control ? { fill: '+1', backgroundColor: TONES.band } : {}
    return [
      ...(control ? [{ ...ink, borderWidth: 1, label: 'Average', data: along(group.mean) }] : []),
      { ...dashed, ...filled, label: 'Upper limit', data: along(group.upper) },
      { ...dashed, label: 'Lower limit', data: along(group.lower) },
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
        pointRadius: data.map((value, at) => (isAlone(data, at) && value !== null ? 16 : 0)),
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
  const radius = radiusOf(chart)
  return {
    label: 'Actual',
    data: chart.slots.map(slot => slot.value),
    borderColor: TONES.brand,
    borderWidth: 2.5,
    pointRadius: chart.slots.map(slot => radius + GROWTH[meaningOf(slot) ?? 'none']),
    pointHoverRadius: radius + 4,
    pointStyle: chart.slots.map(slot => POINT_STYLES[meaningOf(slot) ?? 'none']),
    pointRotation: chart.slots.map(slot => (meaningOf(slot) === 'low' ? 180 : 0)),
    pointBorderWidth: 2,
    pointBorderColor: tones,
    pointBackgroundColor: chart.slots.map((slot, at) =>
      slot.provisional ? TONES.paper : tones[at]!,
    ),
    spanGaps: false,
  }
}

/** The ring around a figure that is unusual for the better; its own disc stays solid or hollow. */
function ringSets(chart: SeriesChart): LineDataset[] {
  const data = chart.slots.map(slot => (meaningOf(slot) === 'improvement' ? slot.value : null))
  if (data.every(value => value === null)) return []
  return [
    {
      label: 'Unusual, for the better',
      data,
      showLine: false,
      pointRadius: radiusOf(chart) + 4,
      pointBackgroundColor: TONES.paper,
      pointBorderColor: TONES.better,
      pointBorderWidth: 2,
    },
  ]
}

const radiusOf = (chart: SeriesChart) =>
  chart.slots.length > 48 ? 2 : chart.slots.length > 30 ? 3 : 4.5

/** How much larger a flagged figure is drawn; the ring makes up for it on the better side. */
const GROWTH = { none: 0, improvement: 0, concern: 3, high: 3, low: 3 } as const

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
