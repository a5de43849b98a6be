import type { Actual } from '../database/tables/performance'
import { type FigureFormat, formatExactly } from '../domain/format'
import { addDays, type IsoDate, periodSlug, periodStarts, previousPeriod } from '../domain/period'
import { formatTarget } from '../domain/status'
import type { Target } from '../domain/target'
import type { Fault } from './fault'
import type { FileFigure } from './figure'
import type { Resolved } from './resolution'

export type HeldFigure = Pick<
  Actual,
  | 'seriesId'
  | 'starts'
  | 'version'
  | 'state'
  | 'availability'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'certainty'
  | 'reasonCode'
  | 'reasonText'
>

/** What is held of the series a file names, each by `holdingKey`. */
export interface Holdings {
  readonly published: ReadonlyMap<string, HeldFigure>
  /** Figures on their way through entry and sign-off: an import leaves those alone. */
  readonly inHand: ReadonlyMap<string, HeldFigure>
  readonly versions: ReadonlyMap<string, number>
  readonly targets: ReadonlyMap<string, Target>
  readonly forecasts: ReadonlyMap<string, number>
}

export interface FigureWrite extends FileFigure {
  readonly seriesId: string
  readonly organisationId: string
  readonly starts: IsoDate
  readonly version: number
  readonly reasonCode: string | null
}

export interface TargetWrite {
  readonly seriesId: string
  readonly starts: IsoDate
  /** As it stands in addresses. */
  readonly period: string
  readonly before: Target | null
  readonly after: Target
}

export interface ForecastWrite {
  readonly seriesId: string
  readonly organisationId: string
  readonly starts: IsoDate
  /** The period before the one it is for: a file does not say when a forecast was made. */
  readonly madeIn: IsoDate
  readonly madeOn: IsoDate
  readonly value: number
}

/** One thing held that the file says otherwise, in words. */
export interface Change {
  readonly row: number
  readonly reference: string
  readonly period: string
  readonly what: 'figure' | 'target' | 'forecast'
  readonly from: string
  readonly to: string
}

export interface Differences {
  /** Counts of rows. A row that adds one thing and changes another counts as changed. */
  readonly fresh: number
  readonly changed: number
  readonly unchanged: number
  readonly faults: Fault[]
  readonly changes: Change[]
  readonly figures: FigureWrite[]
  readonly targets: TargetWrite[]
  readonly forecasts: ForecastWrite[]
}

export function holdingKey(seriesId: string, starts: IsoDate): string {
  return `${seriesId} ${starts}`
}

/** Holds a file's rows against what is held already. A blank cell never takes anything away. */
export function compare(resolved: readonly Resolved[], held: Holdings): Differences {
  const found = { fresh: 0, changed: 0, unchanged: 0 }
  const differences: Omit<Differences, keyof typeof found> = {
    faults: [],
    changes: [],
    figures: [],
    targets: [],
    forecasts: [],
  }

  for (const each of resolved) {
    const key = holdingKey(each.series.id, each.starts)
    const inHand = each.figure && held.inHand.get(key)
    if (inHand) {
      differences.faults.push(inHandFault(each, inHand))
      continue
    }
    const effects = [
      compareFigure(each, key, held, differences),
      compareTarget(each, key, held, differences),
      compareForecast(each, key, held, differences),
    ]
    if (effects.includes('changed')) found.changed++
    else if (effects.includes('fresh')) found.fresh++
    else found.unchanged++
  }
  return { ...found, ...differences }
}

type Effect = 'fresh' | 'changed' | 'none'
type Writes = Pick<Differences, 'changes' | 'figures' | 'targets' | 'forecasts'>

function compareFigure(each: Resolved, key: string, held: Holdings, writes: Writes): Effect {
  const { figure, series, starts } = each
  const before = held.published.get(key)
  if (figure === null || (before && isSameFigure(figure, before))) return 'none'

  writes.figures.push({
    ...figure,
    comment: figure.comment || before?.reasonText || '',
    reasonCode: before?.reasonCode ?? null,
    seriesId: series.id,
    organisationId: series.organisationId,
    starts,
    version: (held.versions.get(key) ?? 0) + 1,
  })
  if (!before) return 'fresh'
  const format = each.indicator
  noteChange(each, 'figure', figureWords(before, format), figureWords(figure, format), writes)
  return 'changed'
}

function compareTarget(each: Resolved, key: string, held: Holdings, writes: Writes): Effect {
  const { target, series, starts, indicator } = each
  const before = held.targets.get(key) ?? null
  if (target === null || (before && isSameTarget(target, before))) return 'none'

  const address = periodSlug(each.period, each.calendar)
  writes.targets.push({ seriesId: series.id, starts, period: address, before, after: target })
  if (!before) return 'fresh'
  const words = (each: Target) => formatTarget(each, indicator)
  noteChange(each, 'target', words(before), words(target), writes)
  return 'changed'
}

function compareForecast(each: Resolved, key: string, held: Holdings, writes: Writes): Effect {
  const { forecast, series, starts, indicator, period, calendar } = each
  const before = held.forecasts.get(key)
  if (forecast === null || forecast === before) return 'none'

  writes.forecasts.push({
    seriesId: series.id,
    organisationId: series.organisationId,
    starts,
    madeIn: periodStarts(previousPeriod(period), calendar),
    madeOn: addDays(starts, -1),
    value: forecast,
  })
  if (before === undefined) return 'fresh'
  const words = (value: number) => formatExactly(value, indicator)
  noteChange(each, 'forecast', words(before), words(forecast), writes)
  return 'changed'
}

function isSameFigure(file: FileFigure, held: HeldFigure): boolean {
  return (
    file.availability === held.availability &&
    file.value === held.value &&
    file.numerator === held.numerator &&
    file.denominator === held.denominator &&
    file.certainty === held.certainty &&
    (file.comment === '' || file.comment === held.reasonText)
  )
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.value === b.value && a.low === b.low && a.high === b.high
}

function figureWords(
  figure: Omit<FileFigure, 'comment' | 'availabilityNote'>,
  format: FigureFormat,
) {
  const { value, numerator, denominator, availability, certainty } = figure
  const shown = value === null ? availability.replaceAll('-', ' ') : formatExactly(value, format)
  const counts = numerator === null ? '' : ` (${numerator} of ${denominator})`
  return `${shown}${counts}${certainty === 'provisional' ? ', provisional' : ''}`
}

function noteChange(
  { row, indicator }: Resolved,
  what: Change['what'],
  from: string,
  to: string,
  { changes }: Writes,
) {
  const { reference } = indicator
  changes.push({ row: row.row, reference, period: row.period, what, from, to })
}

function inHandFault({ row }: Resolved, { state }: HeldFigure): Fault {
  const sentence = `A figure for ${row.period} is in hand (${state}), so an import cannot replace it.`
  return { row: row.row, column: 'period', sentence }
}
