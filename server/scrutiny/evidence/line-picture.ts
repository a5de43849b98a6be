import { pictures } from '../../charts/svg'
import { seriesChart } from '../../charts/series-chart'
import { chartLine } from '../../performance/indicators/line'
import type { Subject } from './subject'

/** The line of the measure, with the limits of ordinary variation where they may be drawn. */
export function linePicture(subject: Subject): { picture: string | null; narrow: string | null } {
  const { area, indicator, figures, process } = subject
  const view = process.drawn ? 'control' : 'actuals'
  const line = chartLine({ area, record: indicator, figures: [...figures], forecasts: [] }, view)
  if (line === null) return { picture: null, narrow: null }

  const { wide, narrow } = pictures(seriesChart(line), 'panel')
  return { picture: wide, narrow }
}
