import { axisLabels, axisTitle, type Frame, frameOf, labelSpan, tickText } from './frame'
import type { SeriesChart } from './series'
import { actuals, band, comparison, forecast, limits, targets } from './svg-lines'
import { marks, names, nearLabel } from './svg-names'
import { drawing, label, line, type Size, TEXT } from './svg-markup'
import { keyRows } from './svg-marks'
import { TONES } from './tones'

export const SIZES = {
  full: { width: 760, height: 300 },
  panel: { width: 520, height: 220 },
  phone: { width: 340, height: 230 },
} as const

/**
 * The server's own drawing of a chart: shown without JavaScript, on paper and in evidence panels.
 * Names stand beside their lines, everything is told apart without colour, and the same numbers
 * are in its description. Returns one `<svg>` element; the key is added below `size.height`.
 */
export function svgPicture(chart: SeriesChart, size: Size = SIZES.full): string {
  const key = keyRows(chart.key, size)
  const frame = frameOf(chart, size)
  return drawing({ width: size.width, height: size.height + key.height }, chart.title, chart.alt, [
    band(chart, frame),
    grid(chart, frame),
    limits(chart, frame),
    comparison(chart, frame),
    targets(chart, frame),
    marks(chart, frame),
    forecast(chart, frame),
    actuals(chart, frame),
    names(chart, frame),
    nearLabel(chart, frame),
    axis(chart, frame),
    nothingYet(chart, frame),
    key.draw(size.height),
  ])
}

/** One picture in two shapes: `wide` for screens and paper, `narrow` so that a phone's is readable. */
export function pictures(chart: SeriesChart, size: 'full' | 'panel' = 'full') {
  return { wide: svgPicture(chart, SIZES[size]), narrow: svgPicture(chart, SIZES.phone) }
}

function grid(chart: SeriesChart, frame: Frame): string {
  const title = axisTitle(chart)
  const ticks = chart.scale.ticks.map(tick => {
    const y = frame.y(tick)
    return (
      line(frame.left, y, frame.right, y, { stroke: TONES.rule, 'stroke-width': 0.75 }) +
      label(frame.left - 6, y + 4.5, tickText(tick, chart), { 'text-anchor': 'end' })
    )
  })
  return label(0, TEXT, title) + ticks.join('')
}

function axis(chart: SeriesChart, frame: Frame): string {
  const { left, right, bottom } = frame
  const stubs = chart.slots.map((slot, at) => {
    const x = frame.x(at)
    return line(x, bottom, x, bottom + (slot.yearBegins ? 6 : 3), { stroke: TONES.soft })
  })
  const texts = axisLabels(chart, frame).map(({ at, text }) =>
    label(labelSpan(frame, at, text).from, bottom + TEXT + 7, text),
  )
  return line(left, bottom, right, bottom, { stroke: TONES.soft }) + stubs.join('') + texts.join('')
}

function nothingYet(chart: SeriesChart, frame: Frame): string {
  if (chart.slots.some(slot => slot.value !== null) || chart.forecast.length > 0) return ''
  return label((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, 'No figures yet', {
    'text-anchor': 'middle',
    fill: TONES.ink,
    'font-size': 16,
  })
}
