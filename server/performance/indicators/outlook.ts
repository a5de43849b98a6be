import type { Area } from '../../database/tables/people'
import type { Forecast } from '../../database/tables/performance'
import { yearToDate } from '../../domain/aggregation'
import { type Direction, DIRECTION_WORDS } from '../../domain/direction'
import { formatFigure, nounFor } from '../../domain/format'
import { PERIOD_NOUNS, periodLabel, periodStarting } from '../../domain/period'
import { runRateSentence } from '../../domain/run-rate'
import type { Standing } from '../../domain/standing'
import type { History } from '../../domain/standing-history'
import { runRateOf } from '../../domain/standing-outlook'
import { formatTarget } from '../../domain/status'
import type { Target } from '../../domain/target'
import { recordSentence } from '../forecasts/record'
import { inputOf } from './line'
import type { IndicatorDetail, Published } from './queries'

interface Subject {
  area: Area
  record: IndicatorDetail
  figures: readonly Published[]
  forecasts: readonly Forecast[]
}

/** Where the measure is heading, each in a sentence; nothing is said of what is not held. */
export function outlookOf(
  subject: Subject,
  standing: Standing,
  history: History | undefined,
): string[] {
  if (!history) return []
  return [
    changeSentence(standing, subject.record),
    yearSentence(subject, history),
    requiredSentence(subject, standing, history),
    ...forecastSentences(subject, history),
  ].filter(sentence => sentence !== '')
}

/** "Worse than the quarter before; no real change on the same quarter last year." */
function changeSentence(
  { directionPrevious, directionYear }: Standing,
  { frequency }: IndicatorDetail,
): string {
  const noun = PERIOD_NOUNS[frequency]
  const parts = [
    directionPrevious && `${changed(directionPrevious)} the ${noun} before`,
    directionYear && frequency !== 'year' && `${changed(directionYear)} the same ${noun} last year`,
  ].filter(part => typeof part === 'string')
  return parts.length === 0
    ? ''
    : `${parts.map((text, at) => (at === 0 ? text : lower(text))).join('; ')}.`
}

function changed(direction: Direction): string {
  return `${DIRECTION_WORDS[direction]} ${direction === 'no-real-change' ? 'on' : 'than'}`
}

/** Said only where it is more than the latest figure says already. */
function yearSentence({ area, record }: Subject, history: History): string {
  const { year, number } = history.periodAt(history.last)
  const alreadySaid = record.shape === 'cumulative' || record.yearToDate === 'latest'
  if (alreadySaid || number === 1) return ''

  const opening = history.last - number + 1
  const ofYear = Array.from({ length: number }, (_, at) => history.figures[opening + at] ?? null)
  const { value, includes } = yearToDate(ofYear, history.rule)
  if (value === null) return ''
  const annual = history.annualTarget(year)
  const noun = nounFor(history.inYear, PERIOD_NOUNS[record.frequency])
  const held = `${includes.length} of ${history.inYear} ${noun}`
  const against = annual ? `, against ${formatTarget(annual, record)} for the year` : ''
  return `${yearLabel(year, area)} so far: ${formatFigure(value, record)} over ${held}${against}.`
}

function requiredSentence({ ...subject }: Subject, standing: Standing, history: History): string {
  const { record } = subject
  const input = inputOf({ ...subject, annual: record.annual })
  const rate = runRateOf(input, history, standing)
  if (rate === null) return ''
  const wording = { polarity: record.polarity, rule: history.rule, format: record }
  return runRateSentence(rate, wording, PERIOD_NOUNS[record.frequency])
}

/** What the partner expects beside what is wanted, and how good its earlier forecasts were. */
function forecastSentences(subject: Subject, history: History): string[] {
  const { area, record, forecasts } = subject
  const calendar = { yearStart: area.yearStart }
  const last = history.startsAt(history.last)
  const { year, number } = history.periodAt(history.last)

  const next = forecasts.findLast(one => one.horizon === 'period' && one.starts > last)
  const yearEnd = forecasts.findLast(
    ({ horizon, starts }) =>
      horizon === 'year-end' &&
      starts > last &&
      number < history.inYear &&
      periodStarting(starts, record.frequency, calendar).year === year,
  )
  if (!next && !yearEnd) return []

  const said = [
    next &&
      forecastWords(
        next,
        periodLabel(periodStarting(next.starts, record.frequency, calendar), calendar),
        targetOn(next.starts, subject),
        record,
      ),
    yearEnd && forecastWords(yearEnd, yearLabel(year, area), history.annualTarget(year), record),
  ].filter(text => text !== undefined)
  const earlier = recordSentence(record, calendar, history, forecasts)
  return [...said, `Forecasts so far: ${lower(earlier)}`]
}

function forecastWords(
  { value, low, high }: Forecast,
  label: string,
  target: Target | null,
  record: IndicatorDetail,
): string {
  const range =
    low === null || high === null
      ? ''
      : ` (${formatFigure(low, record)} to ${formatFigure(high, record)})`
  const against = target ? ` against a target of ${formatTarget(target, record)}` : ''
  return `Forecast for ${label}: ${formatFigure(value, record)}${range}${against}.`
}

function targetOn(starts: string, { figures }: Subject): Target | null {
  const held = figures.find(figure => figure.starts === starts)
  if (!held || (held.target === null && held.targetLow === null)) return null
  return { value: held.target, low: held.targetLow, high: held.targetHigh }
}

function yearLabel(year: number, { yearStart }: Area): string {
  return periodLabel({ frequency: 'year', year, number: 1 }, { yearStart })
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
