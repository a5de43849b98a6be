import { ROLE_TONES, spread } from './end-labels'
import type { EndLabel } from './series'
import type { SeriesChart, SlotForecast } from './series'
import { shortFigure } from './series-words'
import { TEXT } from './svg-markup'
import { FONT, TONES } from './tones'

/** Options of chartjs-plugin-annotation, whose own types do not load beside CommonJS. */
export interface Annotation {
  readonly type: 'label' | 'line'
  readonly [option: string]: Json
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** Names at the ends of lines, breaks between periods, whiskers of forecasts. */
export function annotationsOf(chart: SeriesChart, height: number): Record<string, Annotation> {
  return {
    ...named('name', nameAnnotations(chart, height)),
    ...named('latest', latestAnnotations(chart)),
    ...named('break', breakAnnotations(chart)),
    ...named('forecast', chart.forecast.flatMap(whiskerOf)),
    ...named('revision', revisionAnnotations(chart)),
  }
}

function named(name: string, annotations: readonly Annotation[]) {
  return Object.fromEntries(annotations.map((one, index) => [`${name}${index}`, one]))
}

/** Labels outside the plot at its right edge, moved apart as in the server's picture. */
function nameAnnotations(chart: SeriesChart, height: number): Annotation[] {
  const { low, high } = chart.scale
  const perPixel = (high - low) / Math.max(60, height - 80)
  const row = (TEXT + 4) * perPixel
  const wanted = chart.endLabels.map(one => one.value)
  const heights = chart.endLabels.map(one => (one.note === '' ? row : row * 2))
  const placed = spread(wanted, heights, low - row / 2, high + row / 2)
  return chart.endLabels.map((one, index) => nameAt(chart, one, placed[index]!))
}

function nameAt(chart: SeriesChart, one: EndLabel, y: number): Annotation {
  return {
    type: 'label',
    xValue: chart.slots.length - 0.5,
    yValue: y,
    content: one.note === '' ? one.short : [one.short, one.note],
    color: ROLE_TONES[one.role],
    font: [lettering(one.role === 'actual' ? 700 : 400), lettering(400)],
    position: { x: 'start', y: 'center' },
    textAlign: 'start',
    xAdjust: 2,
    padding: 0,
  }
}

const lettering = (weight: number) => ({ family: FONT, size: TEXT, weight })

function latestAnnotations(chart: SeriesChart): Annotation[] {
  const at = chart.slots.findLastIndex(slot => slot.value !== null)
  if (at < 0 || at === chart.slots.length - 1) return []
  const { value } = chart.slots[at]!
  const falling = (chart.slots[at - 1]?.value ?? Number.NEGATIVE_INFINITY) > value!
  return [
    {
      type: 'label',
      xValue: at,
      yValue: value!,
      content: shortFigure(value!, chart),
      color: TONES.ink,
      font: lettering(700),
      xAdjust: -26,
      yAdjust: falling ? 12 : -12,
      padding: 0,
    },
  ]
}

function breakAnnotations(chart: SeriesChart): Annotation[] {
  return chart.slots.flatMap((slot, at): Annotation[] => {
    if (slot.mark === null) return []
    return [
      {
        type: 'line',
        xMin: at - 0.5,
        xMax: at - 0.5,
        borderColor: TONES.ink,
        borderWidth: 1,
        borderDash: [1, 3],
        label: {
          display: true,
          content: slot.mark,
          position: 'end',
          backgroundColor: TONES.paper,
          color: TONES.ink,
          font: lettering(400),
          padding: 2,
          yAdjust: -22,
        },
      },
    ]
  })
}

function whiskerOf({ at, low, high }: SlotForecast): Annotation[] {
  if (low === null || high === null) return []
  const ink = { borderColor: TONES.brand, borderWidth: 1.5 }
  const cap = (y: number) => ({
    type: 'line' as const,
    ...ink,
    xMin: at - 0.12,
    xMax: at + 0.12,
    yMin: y,
    yMax: y,
  })
  return [{ type: 'line', ...ink, xMin: at, xMax: at, yMin: low, yMax: high }, cap(low), cap(high)]
}

function revisionAnnotations(chart: SeriesChart): Annotation[] {
  return chart.slots.flatMap((slot, at): Annotation[] => {
    if (slot.value === null || slot.revisedFrom === null) return []
    return [
      {
        type: 'line',
        xMin: at,
        xMax: at,
        yMin: slot.revisedFrom,
        yMax: slot.value,
        borderColor: TONES.soft,
        borderWidth: 1,
      },
    ]
  })
}
