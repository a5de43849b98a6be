import type { Shape, YearToDateRule } from '../server/domain/aggregation'
import type { Availability, ReasonCode } from '../server/domain/figure'
import type { Frequency } from '../server/domain/period'
import type { Polarity } from '../server/domain/polarity'

/** What is counted, and how it is written. */
export interface Kind {
  readonly unit: string
  readonly decimals: number
  readonly shape: Shape
  readonly yearToDate: YearToDateRule
  readonly per: number
  readonly numeratorLabel: string
  readonly denominatorLabel: string
  /** The denominator is a population, which does not vary from period to period. */
  readonly steady: boolean
}

/** A figure in the measure's unit, or its two counts. */
export type PlannedFigure = number | readonly [number, number]

/** How a line of figures runs. Amounts are in the measure's unit; `back` 0 is the latest period. */
export interface Story {
  readonly from: number
  readonly to: number
  readonly noise: number
  /** Added to the periods of a year in turn. */
  readonly season?: readonly number[]
  readonly steps?: readonly { readonly back: number; readonly by: number }[]
  /** The last figures exactly, oldest first. */
  readonly tail?: readonly PlannedFigure[]
  /** Periods for which nothing was sent. */
  readonly gaps?: readonly number[]
  /** The usual denominator. */
  readonly cases?: number
  /** Growth of the denominator a year, as a share. */
  readonly growth?: number
  /** People shared by two bodies are counted as halves. */
  readonly halves?: boolean
}

/** Annual amounts, one a year and the latest last; years before the first given have the first. */
interface TargetPlan {
  readonly values?: readonly number[]
  readonly range?: readonly [number, number]
  /** Shares of the year, one a period. */
  readonly profile?: readonly number[]
  readonly baseline?: number
  readonly stretch?: number
  readonly rewardGrant?: number
  /** Before the period so far back the target was another. */
  readonly changed?: { readonly back: number; readonly from: number; readonly reason: string }
}

export interface RevisionPlan {
  readonly back: number
  /** As first reported. */
  readonly from: PlannedFigure
  readonly reason: string
  /** Published unless it is still on its way. The earlier one was replaced, or withdrawn. */
  readonly state?: 'submitted'
  readonly withdrawn?: true
}

interface WordPlan {
  readonly back: number
  readonly availability: Exclude<Availability, 'figure'>
  readonly note: string
  /** Days from today by which it is promised. */
  readonly promisedIn?: number
}

export interface MeasurePlan {
  readonly reference: string
  readonly title: string
  readonly lead: string
  readonly outcome: string
  readonly kind: Kind
  readonly polarity: Polarity
  readonly frequency: Frequency
  readonly definition: string
  readonly rationale: string
  readonly good: string
  readonly source: string
  readonly owner: string
  readonly level?: 'input' | 'output' | 'outcome' | 'perception'
  readonly quality?: 'good' | 'fair' | 'poor' | 'not-rated'
  readonly tolerance?: { readonly kind: 'relative' | 'absolute'; readonly size: number }
  /** Days after the period; `soon` makes the latest figure due a week from today. */
  readonly lag?: number | 'soon'
  readonly reviewedMonthsAgo?: number
  readonly seasonal?: true
  readonly neverZero?: true
  readonly story: Story
  readonly target: TargetPlan | null
  /** Where the latest figure stands; published unless told. */
  readonly latest?: 'missing' | 'draft' | 'submitted' | 'returned' | 'approved'
  readonly comment?: string
  /** So many of the latest figures are provisional. */
  readonly provisional?: number
  readonly revisions?: readonly RevisionPlan[]
  readonly words?: readonly WordPlan[]
  readonly breaks?: readonly { readonly back: number; readonly note: string }[]
  /** Later versions of the definition, oldest first. */
  readonly versions?: readonly { readonly monthsAgo: number; readonly reason: string }[]
  /** Causes given for misses, latest first; the last one goes on. */
  readonly reasons?: readonly ReasonCode[]
  readonly contributors?: Readonly<Record<string, number>>
  readonly priorities?: readonly string[]
  /** Periods that have been measured, when not all five years. */
  readonly measured?: number
  readonly retired?: true
}

/** The measures of one board. */
export interface ThemePlan {
  readonly board: string
  readonly measures: readonly MeasurePlan[]
}

const PLAIN: Kind = {
  unit: '',
  decimals: 0,
  shape: 'discrete',
  yearToDate: 'latest',
  per: 1,
  numeratorLabel: '',
  denominatorLabel: '',
  steady: false,
}

export function percentage(numeratorLabel: string, denominatorLabel: string): Kind {
  return {
    ...PLAIN,
    unit: '%',
    decimals: 1,
    yearToDate: 'ratio',
    per: 100,
    numeratorLabel,
    denominatorLabel,
  }
}

export function rate(per: number, of: string, numeratorLabel: string, denominators: string): Kind {
  return {
    ...PLAIN,
    unit: `per ${per.toLocaleString('en-GB')} ${of}`,
    decimals: 1,
    yearToDate: 'ratio',
    per,
    numeratorLabel,
    denominatorLabel: denominators,
    steady: true,
  }
}

/** A number of things a period, added up over the year. */
export function countOf(unit: string): Kind {
  return { ...PLAIN, unit, yearToDate: 'sum' }
}

/** A number that stands for a moment or an average, not to be added up. */
export function levelOf(unit: string, decimals = 0, yearToDate: YearToDateRule = 'latest'): Kind {
  return { ...PLAIN, unit, decimals, yearToDate }
}

/** Reported as the total of the year so far. */
export function yearSoFar(kind: Kind): Kind {
  return { ...kind, shape: 'cumulative' }
}
