import { type AggregationRule, inPeriodChange, targetsOfYear } from './aggregation'
import { monthIndexOf } from './calendar'
import { type Amounts, figureValue } from './figure'
import { monthsIn, type Period, periodsInYear, periodStarts } from './period'
import type { StandingInput } from './standing-input'
import { judge, type Judgement } from './status'
import type { Target } from './target'
import { tidy } from './number'

type Figure = StandingInput['figures'][number]

/** A series laid out period by period: places count every period from the first figure on. */
export interface History {
  readonly rule: AggregationRule
  readonly inYear: number
  /** The place of the latest row: a figure, or a word in its stead. */
  readonly last: number
  /** The figure at each place with its value computed from the counts; null where there is none. */
  readonly figures: readonly (Figure | null)[]
  /** What each period gave by itself: the figure, or what it added to the running total. */
  readonly charted: readonly (Amounts | null)[]
  /** The places at which a new group starts. */
  readonly breaks: readonly number[]
  periodAt(place: number): Period
  startsAt(place: number): string
  targetAt(place: number): Target | null
  /** The target of what a period gives by itself. */
  chartedTargetAt(place: number): Target | null
  annualTarget(year: number): Target | null
  judgedAt(place: number): Judgement | null
}

/** Lays a series out; undefined where no period has anything published yet. */
export function historyOf(input: StandingInput): History | undefined {
  const { definition, calendar } = input
  const rows = input.figures.filter(({ availability }) => availability !== 'not-yet-available')
  if (rows.length === 0) return undefined

  const { frequency, decimals } = definition
  const rule: AggregationRule = definition
  const inYear = periodsInYear(frequency)
  const months = monthsIn(frequency)
  const count = (starts: string) =>
    Math.floor((monthIndexOf(starts) - (calendar.yearStart - 1)) / months)
  const first = count(rows[0]!.starts)
  const last = count(rows.at(-1)!.starts) - first

  const figures = new Array<Figure | null>(last + 1).fill(null)
  for (const row of rows) {
    figures[count(row.starts) - first] = { ...row, value: valueIn(row, definition.per) }
  }
  const breaks = input.breaks
    .map(starts => count(starts) - first)
    .filter(place => place > 0 && place <= last)

  const given = new Map(input.targets.map(({ starts, target }) => [count(starts) - first, target]))
  const annual = new Map(input.annualTargets.map(({ year, target }) => [year, target]))
  const profiles = new Map<number, Target[]>()
  const { polarity, tolerance } = definition
  const judgements = new Array<Judgement | null | undefined>(last + 1).fill(undefined)

  const periodAt = (place: number): Period => {
    const counted = first + place
    const year = Math.floor(counted / inYear)
    return { frequency, year, number: counted - year * inYear + 1 }
  }

  const targetAt = (place: number) => {
    const target = given.get(place)
    if (target !== undefined) return target

    const { year, number } = periodAt(place)
    const whole = annual.get(year)
    if (whole === undefined) return null
    if (!profiles.has(year)) profiles.set(year, targetsOfYear(whole, frequency, rule, decimals))
    return profiles.get(year)![number - 1]!
  }

  return {
    rule,
    inYear,
    last,
    figures,
    charted: rule.shape === 'cumulative' ? changes(figures, breaks, periodAt, rule) : figures,
    breaks,
    periodAt,
    startsAt: place => periodStarts(periodAt(place), calendar),
    targetAt,
    chartedTargetAt: place => {
      const target = targetAt(place)
      const climbs = rule.shape === 'cumulative' && !isShare(rule)
      return climbs && periodAt(place).number > 1 ? between(targetAt(place - 1), target) : target
    },
    annualTarget: year => annual.get(year) ?? annualFrom(year, inYear, first, rule, given),
    judgedAt: place => {
      const kept = judgements[place]
      if (kept !== undefined) return kept

      const value = figures[place]?.value ?? null
      const yardstick = { polarity, decimals, tolerance, target: targetAt(place) }
      const judgement = value === null ? null : judge(value, yardstick)
      judgements[place] = judgement
      return judgement
    },
  }
}

function valueIn(row: Figure, per: number): number | null {
  return row.availability === 'figure' ? figureValue(row, per) : null
}

/** What each period added; unknown after a hole, and where the definition changed within a year. */
function changes(
  figures: readonly (Figure | null)[],
  breaks: readonly number[],
  periodAt: (place: number) => Period,
  rule: AggregationRule,
): (Amounts | null)[] {
  return figures.map((figure, place) => {
    if (figure === null || figure.value === null) {
      return null
    } else if (periodAt(place).number === 1) {
      return inPeriodChange(figure, null, rule)
    } else {
      const before = figures[place - 1] ?? null
      const isKnown = before !== null && before.value !== null && !breaks.includes(place)
      return isKnown ? inPeriodChange(figure, before, rule) : null
    }
  })
}

/** A running share or mean has the same target all year; it does not climb to it. */
function isShare({ yearToDate }: AggregationRule): boolean {
  return yearToDate === 'ratio' || yearToDate === 'mean'
}

function between(before: Target | null, now: Target | null): Target | null {
  if (before === null || now === null) return null

  const step = (from: number | null, to: number | null) =>
    from === null || to === null ? null : tidy(to - from)
  return {
    value: step(before.value, now.value),
    low: step(before.low, now.low),
    high: step(before.high, now.high),
  }
}

/** Where no annual target is kept: what the targets of the periods come to. */
function annualFrom(
  year: number,
  inYear: number,
  first: number,
  { shape, yearToDate }: AggregationRule,
  given: ReadonlyMap<number, Target>,
): Target | null {
  const places = Array.from({ length: inYear }, (_, index) => year * inYear + index - first)
  const targets = places.map(place => given.get(place) ?? null)
  const last = targets.at(-1) ?? null
  if (shape === 'cumulative' || yearToDate !== 'sum' || last === null) return last

  const isWhole = targets.every(target => target !== null && target.value !== null)
  const total = targets.reduce((sum, target) => sum + (target?.value ?? 0), 0)
  return isWhole ? { value: tidy(total), low: null, high: null } : null
}
