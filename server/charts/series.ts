import type { FigureFormat } from '../domain/format'
import type { Polarity } from '../domain/polarity'
import type { Flag, Meaning, XmrGroup } from '../domain/spc'
import type { Status } from '../domain/status'
import type { Target } from '../domain/target'
import type { Scale } from './scale'

export const CHART_VIEWS = ['actuals', 'year-to-date', 'last-year', 'control'] as const
export type ChartView = (typeof CHART_VIEWS)[number]

/** One period of one measure; every number is in the measure's own unit. */
export interface LinePoint {
  readonly label: string
  readonly long: string
  readonly value: number | null
  readonly target: Target | null
  /** The outer edges of the tolerance, where there is one on that side of the target. */
  readonly lower: number | null
  readonly upper: number | null
  readonly provisional: boolean
  readonly status: Status | null
  readonly revisedFrom: number | null
  readonly flag: Flag | null
  readonly meaning: Meaning | null
  /** What changed before this period ("definition changed"), or null. */
  readonly mark: string | null
}

export interface LineForecast {
  readonly label: string
  readonly long?: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

export interface ChartLine {
  readonly title: string
  readonly unit: string
  readonly decimals: number
  readonly polarity: Polarity
  readonly points: readonly LinePoint[]
  readonly limits: { readonly groups: readonly XmrGroup[]; readonly trial: boolean } | null
  readonly forecast: readonly LineForecast[]
  readonly view: ChartView
  /** The same period a year before, one for each point; used by the view `last-year`. */
  readonly comparison?: readonly (number | null)[] | null
}

export interface Slot extends LinePoint {
  readonly yearBegins: boolean
  readonly reading: string
}

export interface SlotForecast {
  readonly at: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

export interface LimitGroup {
  readonly from: number
  readonly to: number
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

export interface SeriesChart extends FigureFormat {
  readonly title: string
  readonly polarity: Polarity
  readonly view: ChartView
  readonly slots: readonly Slot[]
  readonly forecast: readonly SlotForecast[]
  readonly groups: readonly LimitGroup[]
  readonly trial: boolean
  readonly comparison: readonly (number | null)[] | null
  readonly band: boolean
  readonly scale: Scale
  readonly tickDecimals: number
  readonly endLabels: readonly EndLabel[]
  readonly key: readonly KeyEntry[]
  readonly sentence: string
  readonly alt: string
}

export type LabelRole = 'target' | 'actual' | 'limit' | 'mean' | 'forecast' | 'last-year'

/** A line's own name, written at its right end instead of in a legend. */
export interface EndLabel {
  readonly role: LabelRole
  /** Where on the vertical axis the line ends, in the measure's unit. */
  readonly value: number
  readonly words: string
  /** For narrow pictures. */
  readonly short: string
  readonly note: string
}

export const KEY_SHAPES = [
  'final',
  'provisional',
  'improvement',
  'concern',
  'high',
  'low',
  'band',
  'limits',
  'range',
  'revised',
  'forecast',
  'last-year',
] as const
export type KeyShape = (typeof KEY_SHAPES)[number]

export interface KeyEntry {
  readonly shape: KeyShape
  readonly words: string
}
