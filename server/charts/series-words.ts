import { type FigureFormat, formatFigure, listOf } from '../domain/format'
import type { Meaning } from '../domain/spc'
import { formatTarget, STATUS_WORDS } from '../domain/status'
import type { LinePoint, SeriesChart, SlotForecast } from './series'

export const MEANING_WORDS: Record<Meaning, string> = {
  improvement: 'more than ordinary variation, for the better',
  concern: 'more than ordinary variation, for the worse',
  high: 'more than ordinary variation, upwards',
  low: 'more than ordinary variation, downwards',
}

type Worded = Omit<SeriesChart, 'endLabels' | 'key' | 'sentence' | 'alt'>

/** A figure short enough for a picture: %, £ kept, longer units left to the axis. */
export function shortFigure(value: number, { unit, decimals }: FigureFormat): string {
  return formatFigure(value, { unit: isSymbol(unit) ? unit : '', decimals })
}

export const isSymbol = (unit: string) => unit === '%' || unit.startsWith('£')

/** "71.1% in 2026/27 Q2 against 80.0%: red." – of the latest period that has a figure. */
export function sentenceOf(chart: Worded): string {
  const latest = chart.slots.findLast(slot => slot.value !== null)
  if (latest === undefined) return 'No figures yet.'
  const figure = formatFigure(latest.value, chart)
  const when = latest.provisional ? `${latest.long} (provisional)` : latest.long
  if (latest.target === null) return `${figure} in ${when}. No target.`
  const against = `${figure} in ${when} against ${formatTarget(latest.target, chart)}`
  return latest.status === null ? `${against}.` : `${against}: ${statusWord(latest)}.`
}

/** All that the picture shows, for people who do not see it; the table beside has every number. */
export function altOf(chart: Worded): string {
  const shown = chart.slots.filter(slot => slot.value !== null)
  const first = chart.slots[0]
  const last = chart.slots.at(-1)
  if (first === undefined || last === undefined) return `${chart.title}: no figures yet.`
  const span = first === last ? first.long : `${first.long} to ${last.long}`
  return [
    `Line chart of ${chart.title}, ${span}.`,
    sentenceOf(chart),
    rangeWords(shown, chart),
    limitWords(chart),
    signalWords(shown),
    breakWords(chart),
    forecastWords(chart),
  ]
    .filter(words => words !== '')
    .join(' ')
}

/** One point read aloud: "2026/27 Q1, 70.2%, red". */
export function readingOf(
  point: LinePoint,
  forecast: SlotForecast | null,
  figures: FigureFormat,
): string {
  const parts = [point.long]
  if (point.value !== null) parts.push(formatFigure(point.value, figures))
  else if (forecast === null) parts.push('no figure')
  if (point.status !== null && point.status !== 'no-target') parts.push(statusWord(point))
  if (point.provisional && point.value !== null) parts.push('provisional')
  if (point.target !== null) parts.push(`target ${formatTarget(point.target, figures)}`)
  if (point.revisedFrom !== null) {
    parts.push(`first reported as ${formatFigure(point.revisedFrom, figures)}`)
  }
  if (point.flag !== null && point.meaning !== null) parts.push(MEANING_WORDS[point.meaning])
  if (point.mark !== null) parts.push(point.mark)
  if (forecast !== null) {
    parts.push(`forecast ${formatFigure(forecast.value, figures)}${between(forecast, figures)}`)
  }
  return parts.join(', ')
}

const statusWord = (point: LinePoint) =>
  point.status === null ? '' : STATUS_WORDS[point.status].toLowerCase()

function rangeWords(shown: readonly LinePoint[], figures: FigureFormat): string {
  if (shown.length < 2) return ''
  let least = shown[0]!
  let most = shown[0]!
  for (const point of shown) {
    if (point.value! < least.value!) least = point
    if (point.value! > most.value!) most = point
  }
  if (least.value === most.value) return `${formatFigure(least.value, figures)} throughout.`
  const low = `${formatFigure(least.value, figures)} (${least.long})`
  return `Between ${low} and ${formatFigure(most.value, figures)} (${most.long}).`
}

function limitWords(chart: Worded): string {
  const group = chart.groups.at(-1)
  if (group === undefined) return ''
  const limits = chart.trial ? 'Trial limits' : 'Limits of ordinary variation'
  return `${limits}: ${formatFigure(group.lower, chart)} to ${formatFigure(group.upper, chart)}.`
}

function signalWords(shown: readonly LinePoint[]): string {
  const flagged = shown.filter(point => point.flag !== null)
  if (flagged.length === 0) return ''
  const when =
    flagged.length <= 4
      ? listOf(flagged.map(point => point.long))
      : `${flagged.length} of ${shown.length} figures, latest ${flagged.at(-1)!.long}`
  return `More than ordinary variation in ${when}.`
}

function breakWords(chart: Worded): string {
  return chart.slots
    .filter(slot => slot.mark !== null)
    .map(slot => `From ${slot.long}: ${slot.mark}.`)
    .join(' ')
}

function forecastWords(chart: Worded): string {
  const last = chart.forecast.at(-1)
  if (last === undefined) return ''
  const long = chart.slots[last.at]?.long ?? ''
  return `Forecast for ${long}: ${formatFigure(last.value, chart)}${between(last, chart)}.`
}

function between({ low, high }: SlotForecast, figures: FigureFormat): string {
  if (low === null || high === null) return ''
  return `, between ${formatFigure(low, figures)} and ${formatFigure(high, figures)}`
}
