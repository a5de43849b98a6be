import type { Shape, YearToDateRule } from './aggregation'
import type { Availability, Certainty } from './figure'
import type { Calendar, Frequency, IsoDate } from './period'
import type { Polarity } from './polarity'
import type { Preset } from './preset'
import type { Tolerance } from './status'
import type { Target } from './target'

/** All that a standing depends on: one series, its measure's rules, and nothing of the clock. */
export interface StandingInput {
  readonly definition: {
    readonly title: string
    readonly unit: string
    readonly decimals: number
    readonly polarity: Polarity
    readonly frequency: Frequency
    readonly shape: Shape
    readonly yearToDate: YearToDateRule
    /** What numerator ÷ denominator is multiplied by: 100 for %. */
    readonly per: number
    readonly tolerance: Tolerance
    /** Figures are due so many days after the period ends. */
    readonly lagDays: number
    readonly startsOn: IsoDate | null
    /** Periods that start on or after this day are not asked for. */
    readonly retiredOn?: IsoDate | null
    /** Each figure is itself a number of people or cases. */
    readonly countsPeople?: boolean
  }
  readonly calendar: Calendar
  readonly preset: Preset
  /** Published only, in date order, one a period. */
  readonly figures: readonly {
    readonly starts: IsoDate
    readonly value: number | null
    readonly numerator: number | null
    readonly denominator: number | null
    readonly certainty: Certainty
    readonly availability: Availability
  }[]
  readonly targets: readonly { readonly starts: IsoDate; readonly target: Target }[]
  readonly annualTargets: readonly { readonly year: number; readonly target: Target }[]
  /** First days of the periods from which the definition or the process is another. */
  readonly breaks: readonly IsoDate[]
  /** First day of the latest period with a figure sent in but not yet published. */
  readonly submittedUpTo: IsoDate | null
  /** The latest frozen forecast for a year's end. */
  readonly yearEndForecast: {
    readonly value: number
    readonly low: number | null
    readonly high: number | null
    readonly madeOn: IsoDate
    /** First day of the period forecast; without it the forecast is taken for the latest year. */
    readonly starts?: IsoDate
  } | null
}
