import type { Concern } from './concern'
import { formatFigure } from './format'
import { PERIOD_NOUNS, periodOf } from './period'
import { isOutOfReach, requiredRunRate, type RunRate, runRateSentence } from './run-rate'
import type { Signal } from './spc'
import type { History } from './standing-history'
import type { StandingInput } from './standing-input'
import { formatTarget, judge } from './status'

/**
 * On track now, but the year's target is set to be missed: by the partner's own forecast, or because
 * the run-rate it takes is better than the process gives (than ever before, where no limits are
 * drawn and more than a year of figures is held). Null where neither can be said.
 */
export function yearEndConcern(
  input: StandingInput,
  history: History,
  signal: Signal,
): Concern | null {
  const sentence = forecastMiss(input, history) ?? runRateMiss(input, history, signal)
  return sentence === null ? null : { code: 'year-end-miss', sentence }
}

/** The required run-rate of the latest year, or null where none can be worked out. */
export function runRateOf(
  { definition }: StandingInput,
  history: History,
  signal: Pick<Signal, 'drawn' | 'lower' | 'upper'>,
): RunRate | null {
  const { year, number } = history.periodAt(history.last)
  const annual = history.annualTarget(year)
  if (annual === null) return null

  const { drawn, lower, upper } = signal
  const opening = history.last - number + 1
  return requiredRunRate({
    annual,
    polarity: definition.polarity,
    rule: history.rule,
    format: definition,
    figures: Array.from({ length: number }, (_, index) => history.figures[opening + index] ?? null),
    periodsInYear: history.inYear,
    best: bestOf(history, definition.polarity === 'lower-is-better'),
    limits: drawn && lower !== null && upper !== null ? { lower, upper } : null,
  })
}

function forecastMiss(
  { definition, calendar, yearEndForecast }: StandingInput,
  history: History,
): string | null {
  const { year, number } = history.periodAt(history.last)
  const annual = history.annualTarget(year)
  if (yearEndForecast === null || annual === null || number === history.inYear) return null

  const { value, starts } = yearEndForecast
  if (starts !== undefined && periodOf(starts, 'year', calendar).year !== year) return null

  const { gap } = judge(value, { ...definition, target: annual })
  return gap !== null && gap < 0
    ? `On track now, but the last forecast for the year’s end, ${formatFigure(value, definition)}, misses the target of ${formatTarget(annual, definition)}.`
    : null
}

function runRateMiss(input: StandingInput, history: History, signal: Signal): string | null {
  const { definition } = input
  const rate = runRateOf(input, history, signal)
  const held = history.charted.filter(figure => figure !== null && figure.value !== null).length
  if (rate === null || (rate.reach === null && held <= history.inYear)) return null

  const wording = { polarity: definition.polarity, rule: history.rule, format: definition }
  return isOutOfReach(rate, definition.polarity, definition)
    ? `On track now, but hardly for the year. ${runRateSentence(rate, wording, PERIOD_NOUNS[definition.frequency])}`
    : null
}

function bestOf({ charted }: History, isLowerBetter: boolean): number | null {
  let best: number | null = null
  for (const figure of charted) {
    const value = figure?.value ?? null
    if (value !== null && (best === null || (isLowerBetter ? value < best : value > best))) {
      best = value
    }
  }
  return best
}
