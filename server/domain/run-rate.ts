import type { AggregationRule } from './aggregation'
import type { Amounts } from './figure'
import { type FigureFormat, formatFigure } from './format'
import { round, tidy } from './number'
import type { Polarity } from './polarity'
import type { Target } from './target'

export interface RunRateInput {
  readonly annual: Target
  readonly polarity: Polarity
  readonly rule: AggregationRule
  readonly format: FigureFormat
  /** One figure per period of the year so far, first period first, null where there is none. */
  readonly figures: readonly (Amounts | null)[]
  readonly periodsInYear: number
  /** The best figure of one period ever held. */
  readonly best: number | null
  /** The process limits of one period's figure, where they may be drawn. */
  readonly limits: { readonly lower: number; readonly upper: number } | null
}

export interface RunRate {
  /** What each period left must give (the last one, where the year's figure is its latest), in the measure's unit. */
  readonly needed: number
  readonly periodsLeft: number
  /** 'met': the year can no longer miss. 'impossible': no figure could do it. */
  readonly outcome: 'open' | 'met' | 'impossible'
  readonly best: number | null
  /** Against the process limits: 'beyond' them, 'inside', or 'easy' (worse than it ever gives would do). */
  readonly reach: 'inside' | 'beyond' | 'easy' | null
  readonly limits: RunRateInput['limits']
}

/**
 * What the remaining periods must average (or add) to meet the annual target.
 * Sum and running totals: (annual − so far) ÷ periods left. Mean: (annual × periods − Σ) ÷ left.
 * Ratio: the same with the counts, taking the periods left to be as large as those so far.
 * Latest: the annual target in the last period. Null when no period is left, when neither higher
 * nor lower is better, or when there is no annual value.
 */
export function requiredRunRate(input: RunRateInput): RunRate | null {
  const { annual, polarity, best, limits } = input
  const target = annual.value
  const isEither = polarity === 'higher-is-better' || polarity === 'lower-is-better'
  const periodsLeft = countLeft(input)
  if (target === null || !isEither || periodsLeft === 0) return null

  const needed = tidy(neededEach(target, periodsLeft, input))
  return {
    needed,
    periodsLeft,
    outcome: outcomeOf(needed, input),
    best,
    reach: reachOf(needed, input),
    limits,
  }
}

/** "The year needs 88.9% in each of the 2 quarters left; the best ever is 83.0%; the process gives 62.0% to 79.0%." */
export function runRateSentence(
  { needed, periodsLeft, outcome, best, limits }: RunRate,
  { polarity, rule, format }: Pick<RunRateInput, 'polarity' | 'rule' | 'format'>,
  noun: string,
): string {
  if (outcome === 'met') {
    return 'The target for the year is already met.'
  }
  const amount = formatFigure(needed, format)
  const wanted = polarity === 'lower-is-better' ? `no more than ${amount}` : amount
  const when =
    periodsLeft === 1 || isLatest(rule)
      ? `in the last ${noun}`
      : `in each of the ${periodsLeft} ${noun}s left`
  const parts = [`The year needs ${wanted} ${when}`]
  if (outcome === 'impossible') parts.push('which no figure can be')
  if (best !== null) parts.push(`the best ever is ${formatFigure(best, format)}`)
  if (limits !== null) {
    const { lower, upper } = limits
    parts.push(`the process gives ${formatFigure(lower, format)} to ${formatFigure(upper, format)}`)
  }
  return `${parts.join('; ')}.`
}

/** Whether the needed rate is better than anything that can be expected, on what is known. */
export function isOutOfReach(
  { needed, outcome, best, reach }: RunRate,
  polarity: Polarity,
  format: FigureFormat,
): boolean {
  if (outcome !== 'open') {
    return outcome === 'impossible'
  } else if (reach !== null) {
    return reach === 'beyond'
  } else {
    return (
      best !== null &&
      isBetter(round(needed, format.decimals), round(best, format.decimals), polarity)
    )
  }
}

function countLeft({ figures, periodsInYear, rule }: RunRateInput): number {
  const latest = figures.findLastIndex(figure => figure !== null && figure.value !== null) + 1
  const held = figures.filter(figure => figure !== null && figure.value !== null).length
  return periodsInYear - (rule.shape === 'cumulative' || isLatest(rule) ? latest : held)
}

function neededEach(annual: number, left: number, { rule, figures, periodsInYear }: RunRateInput) {
  const held = figures.filter(figure => figure !== null && figure.value !== null)
  const latest = held.at(-1) ?? null
  const done = periodsInYear - left
  const soFar = held.reduce((sum, figure) => sum + figure!.value!, 0)

  if (isLatest(rule)) {
    return annual
  } else if (
    rule.shape === 'cumulative' &&
    (rule.yearToDate === 'sum' || rule.yearToDate === 'latest')
  ) {
    return (annual - (latest?.value ?? 0)) / left
  } else if (rule.shape === 'cumulative') {
    return annual + ((annual - (latest?.value ?? annual)) * done) / left
  } else if (rule.yearToDate === 'sum') {
    return (annual - soFar) / left
  } else {
    const average = rule.yearToDate === 'ratio' ? pooled(held, rule.per) : null
    return annual + ((annual - (average ?? (done === 0 ? annual : soFar / done))) * done) / left
  }
}

/** Null where a figure does not hold its counts. */
function pooled(held: readonly (Amounts | null)[], per: number): number | null {
  const numerator = held.reduce((sum, figure) => sum + (figure?.numerator ?? Number.NaN), 0)
  const denominator = held.reduce((sum, figure) => sum + (figure?.denominator ?? Number.NaN), 0)
  return denominator > 0 && !Number.isNaN(numerator) ? (numerator * per) / denominator : null
}

function outcomeOf(needed: number, { polarity, rule, format }: RunRateInput): RunRate['outcome'] {
  const adds =
    rule.yearToDate === 'sum' || (rule.shape === 'cumulative' && rule.yearToDate === 'latest')
  const isShareOfWhole = format.unit === '%' && rule.yearToDate === 'ratio'

  if (polarity === 'higher-is-better') {
    return adds && needed <= 0 ? 'met' : isShareOfWhole && needed > 100 ? 'impossible' : 'open'
  } else {
    return (adds || isShareOfWhole) && needed < 0 ? 'impossible' : 'open'
  }
}

function reachOf(needed: number, { limits, polarity }: RunRateInput): RunRate['reach'] {
  if (limits === null) return null

  const isHigher = polarity === 'higher-is-better'
  if (isHigher ? needed > limits.upper : needed < limits.lower) {
    return 'beyond'
  } else {
    return (isHigher ? needed < limits.lower : needed > limits.upper) ? 'easy' : 'inside'
  }
}

function isBetter(a: number, b: number, polarity: Polarity): boolean {
  return polarity === 'lower-is-better' ? a < b : a > b
}

/** The year's figure is simply its last one. */
function isLatest({ shape, yearToDate }: AggregationRule): boolean {
  return shape === 'discrete' && yearToDate === 'latest'
}
