import { type Amounts, figureValue } from './figure'
import { round, tidy } from './number'
import {
  type Calendar,
  comparePeriods,
  type Frequency,
  type Period,
  periodAt,
  periodsInYear,
  monthsIn,
  startMonth,
} from './period'
import type { Target } from './target'

/** Each figure is its own period's, or the running total of the year so far. */
export const SHAPES = ['discrete', 'cumulative'] as const
export type Shape = (typeof SHAPES)[number]

/** How the figures of a year so far are put together. */
export const YEAR_TO_DATE_RULES = ['sum', 'mean', 'latest', 'ratio'] as const
export type YearToDateRule = (typeof YEAR_TO_DATE_RULES)[number]

export interface AggregationRule {
  readonly shape: Shape
  readonly yearToDate: YearToDateRule
  /** What numerator ÷ denominator is multiplied by: 100 for %. */
  readonly per: number
}

export interface Aggregate extends Amounts {
  /** The places (1 is the first) of the figures that are in it. */
  readonly includes: readonly number[]
  /** The places that should be and are not; when there are any, the aggregate is partial. */
  readonly missing: readonly number[]
}

/**
 * The year to date from one figure per period, the first period first and null where there is none.
 * A ratio is Σ numerator ÷ Σ denominator × per, never a mean of percentages, so a figure without
 * both counts is missing from it. Partial years are given with what is missing named; the value is
 * null only where nothing is held.
 */
export function yearToDate(figures: readonly (Amounts | null)[], rule: AggregationRule): Aggregate {
  const isHeld = rule.yearToDate === 'ratio' && rule.shape === 'discrete' ? hasCounts : hasValue
  const held = figures.flatMap((figure, index) =>
    figure !== null && isHeld(figure) ? [{ figure, place: index + 1 }] : [],
  )
  const latest = held.at(-1)

  if (rule.shape === 'cumulative') {
    const reached = latest?.place ?? 0
    const includes = figures.slice(0, reached).map((_, index) => index + 1)
    const missing = figures.slice(reached).map((_, index) => reached + index + 1)
    return { ...amountsOf(latest?.figure ?? NONE), includes, missing }
  } else {
    const includes = held.map(({ place }) => place)
    const missing = figures.map((_, index) => index + 1).filter(place => !includes.includes(place))
    const amounts = combine(
      held.map(({ figure }) => figure),
      rule,
    )
    return { ...amounts, includes, missing }
  }
}

/**
 * What one period added to a running total. `before` is the total at the period before, null in the
 * first period of a year. With counts it is their difference; where the denominator stands still
 * (a population) it stays the denominator. A ratio without counts cannot be undone: null.
 */
export function inPeriodChange(
  now: Amounts,
  before: Amounts | null,
  { yearToDate, per }: AggregationRule,
): Amounts {
  if (before === null) {
    return amountsOf(now)
  } else if (hasCounts(now) && hasCounts(before)) {
    const numerator = tidy(now.numerator - before.numerator)
    const added = tidy(now.denominator - before.denominator)
    const denominator = added === 0 ? now.denominator : added
    return {
      value: figureValue({ value: null, numerator, denominator }, per),
      numerator,
      denominator,
    }
  } else if (
    yearToDate === 'ratio' ||
    yearToDate === 'mean' ||
    !hasValue(now) ||
    !hasValue(before)
  ) {
    return NONE
  } else {
    return { value: tidy(now.value - before.value), numerator: null, denominator: null }
  }
}

/**
 * The target at each period of a year from the annual one. A running total climbs to it, in even
 * steps or by the shares given (one a period, in any unit; throws RangeError unless one each and
 * positive in total); figures that are added up share it evenly; for the rest each period's target
 * is the annual one. Rounded to the measure's decimals; the last running total is the annual target.
 */
export function targetsOfYear(
  annual: Target,
  frequency: Frequency,
  { shape, yearToDate }: AggregationRule,
  decimals: number,
  shares?: readonly number[],
): Target[] {
  const count = periodsInYear(frequency)
  const given = shares ?? new Array<number>(count).fill(1)
  const whole = given.reduce((sum, share) => sum + share, 0)
  if (given.length !== count || !(whole > 0)) {
    throw new RangeError(`A profile needs ${count} shares, one for each period of the year`)
  }

  let reached = 0
  return given.map(share => {
    reached += share
    if (shape === 'cumulative' && (yearToDate === 'sum' || yearToDate === 'latest')) {
      return shareOf(annual, reached / whole, decimals)
    } else if (shape === 'discrete' && yearToDate === 'sum') {
      return shareOf(annual, share / whole, decimals)
    } else {
      return annual
    }
  })
}

export interface RolledUp extends Amounts {
  readonly period: Period
  /** The shorter periods that are in it. */
  readonly includes: readonly Period[]
  /** False for a quarter made of one or two months. */
  readonly complete: boolean
}

/**
 * Figures of a shorter frequency put together into a longer one by the same rule as the year to
 * date: months into quarters. In date order; a partial one is given, and says it is partial.
 */
export function rollUp(
  figures: readonly (Amounts & { readonly period: Period })[],
  to: Frequency,
  calendar: Calendar,
  rule: AggregationRule,
): RolledUp[] {
  const groups = new Map<number, (Amounts & { readonly period: Period })[]>()
  for (const figure of [...figures].sort((a, b) => comparePeriods(a.period, b.period))) {
    const first = startMonth(periodAt(startMonth(figure.period, calendar), to, calendar), calendar)
    groups.set(first, [...(groups.get(first) ?? []), figure])
  }
  return [...groups].map(([first, members]) => {
    const span = monthsIn(members[0]!.period.frequency)
    const slots = Array.from({ length: monthsIn(to) / span }, (_, index) => {
      const month = first + index * span
      return members.find(({ period }) => startMonth(period, calendar) === month) ?? null
    })
    const { includes, missing, ...amounts } = yearToDate(slots, rule)
    return {
      period: periodAt(first, to, calendar),
      ...amounts,
      includes: includes.flatMap(place => slots[place - 1]?.period ?? []),
      complete: missing.length === 0,
    }
  })
}

const NONE: Amounts = { value: null, numerator: null, denominator: null }

type Valued = Amounts & { readonly value: number }
type Counted = Amounts & { readonly numerator: number; readonly denominator: number }

function hasValue(figure: Amounts): figure is Valued {
  return figure.value !== null
}

function hasCounts(figure: Amounts): figure is Counted {
  return figure.numerator !== null && figure.denominator !== null
}

function combine(held: readonly Amounts[], { yearToDate, per }: AggregationRule): Amounts {
  const latest = held.at(-1)
  if (latest === undefined) return NONE

  const total = held.reduce((sum, { value }) => sum + (value ?? 0), 0)
  switch (yearToDate) {
    case 'latest':
      return amountsOf(latest)
    case 'sum':
      return { value: tidy(total), numerator: null, denominator: null }
    case 'mean':
      return { value: tidy(total / held.length), numerator: null, denominator: null }
    case 'ratio': {
      const numerator = tidy(held.reduce((sum, figure) => sum + (figure.numerator ?? 0), 0))
      const denominator = tidy(held.reduce((sum, figure) => sum + (figure.denominator ?? 0), 0))
      return {
        value: figureValue({ value: null, numerator, denominator }, per),
        numerator,
        denominator,
      }
    }
  }
}

function amountsOf({ value, numerator, denominator }: Amounts): Amounts {
  return { value, numerator, denominator }
}

function shareOf({ value, low, high }: Target, share: number, decimals: number): Target {
  const part = (end: number | null) => (end === null ? null : round(end * share, decimals))
  return { value: part(value), low: part(low), high: part(high) }
}
