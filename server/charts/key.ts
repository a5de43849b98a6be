import { type Meaning, POINTS_TO_TRUST } from '../domain/spc'
import type { KeyEntry, SeriesChart } from './series'

type Keyed = Omit<SeriesChart, 'endLabels' | 'key' | 'sentence' | 'alt'>

const MEANING_KEY: Record<Meaning, string> = {
  improvement: 'unusual, for the better',
  concern: 'unusual, for the worse',
  high: 'unusually high or rising',
  low: 'unusually low or falling',
}

/** What the shapes in this picture mean; only those that occur in it. */
export function keyOf(chart: Keyed): KeyEntry[] {
  const shown = chart.slots.filter(slot => slot.value !== null)
  const entries: KeyEntry[] = []
  if (shown.some(slot => slot.provisional)) {
    entries.push({ shape: 'provisional', words: 'provisional' })
  }
  for (const meaning of ['improvement', 'concern', 'high', 'low'] as const) {
    if (shown.some(slot => slot.flag !== null && slot.meaning === meaning)) {
      entries.push({ shape: meaning, words: MEANING_KEY[meaning] })
    }
  }
  if (chart.band) entries.push({ shape: 'band', words: 'within tolerance' })
  if (chart.groups.length > 0) entries.push(limitsEntry(chart))
  if (chart.forecast.some(one => one.low !== null && one.high !== null)) {
    entries.push({ shape: 'forecast', words: 'forecast and its range' })
  } else if (chart.forecast.length > 0) {
    entries.push({ shape: 'forecast', words: 'forecast' })
  }
  if (shown.some(slot => slot.revisedFrom !== null)) {
    entries.push({ shape: 'revised', words: 'first reported, since revised' })
  }
  if (chart.comparison?.some(value => value !== null)) {
    entries.push({ shape: 'last-year', words: 'same period a year before' })
  }
  return entries
}

function limitsEntry(chart: Keyed): KeyEntry {
  const shape = chart.view === 'control' ? 'range' : 'limits'
  const words = chart.trial
    ? `trial limits: fewer than ${POINTS_TO_TRUST} figures`
    : 'limits of ordinary variation'
  return { shape, words }
}
