import { isSensibleYear } from '../domain/calendar'
import { listOf } from '../domain/format'
import {
  type Calendar,
  type Frequency,
  type IsoDate,
  type Period,
  periodEnds,
  periodLabel,
  periodStarts,
} from '../domain/period'
import { type PeriodReading, readPeriodLabel } from '../domain/period-label'
import type { Target } from '../domain/target'
import type { CanonicalRow } from './canonical'
import type { CatalogueIndicator, CatalogueSeries, Index } from './catalogue'
import type { Fault } from './fault'
import { type FigureReading, type FileFigure, readFigure } from './figure'
import { referenceOf } from './reference'

/** One row of the file, with the series and period it is about. */
export interface Resolved {
  readonly row: CanonicalRow
  readonly indicator: CatalogueIndicator
  readonly series: CatalogueSeries
  readonly period: Period
  readonly calendar: Calendar
  /** The first day of the period. */
  readonly starts: IsoDate
  readonly figure: FileFigure | null
  readonly target: Target | null
  readonly forecast: number | null
}

export interface Resolution {
  readonly resolved: Resolved[]
  readonly faults: Fault[]
}

export interface Circumstances {
  /** Whether what is missing was to be made. */
  readonly create: boolean
  /** Why a measure could not be made, by reference. */
  readonly refusals: ReadonlyMap<string, string>
  readonly today: IsoDate
}

/** Finds what each row is about and reads its figure by that measure's rules; all faults at once. */
export function resolve(
  rows: readonly CanonicalRow[],
  index: Index,
  circumstances: Circumstances,
): Resolution {
  const labels = periodReader(index)
  const withOwnRows = new Set(
    rows.filter(row => row.partnerCode === '').map(row => referenceOf(row.indicatorCode)),
  )
  const found: Resolved[] = []
  const faults: Fault[] = []

  for (const row of rows) {
    const reading = resolveRow(row, { index, circumstances, labels, withOwnRows })
    if ('faults' in reading) faults.push(...reading.faults)
    else found.push(reading)
  }

  const twice = repeats(found)
  return {
    resolved: found.filter(({ row }) => !twice.has(row.row)),
    faults: [...faults, ...twice.values()],
  }
}

interface Known {
  index: Index
  circumstances: Circumstances
  labels: (label: string, frequency?: Frequency) => PeriodReading
  withOwnRows: ReadonlySet<string>
}

function resolveRow(row: CanonicalRow, known: Known): Resolved | { faults: Fault[] } {
  const indicator = known.index.indicator(row.indicatorCode)
  if (!indicator) return { faults: [unknownIndicator(row, known)] }

  const series = seriesOf(row, indicator, known)
  const period = known.labels(row.period, indicator.frequency)
  const figure = readFigure(row, indicator)
  const faults = [
    ...('sentence' in series ? [series] : []),
    ...('refused' in period
      ? [fault(row, 'period', period.refused)]
      : timeFaults(row, period.period, figure, known)),
    ...('faults' in figure ? figure.faults : []),
    ...targetFaults(row, indicator),
  ]
  if ('sentence' in series || 'refused' in period || 'faults' in figure || faults.length > 0) {
    return { faults }
  }

  return {
    row,
    indicator,
    series,
    period: period.period,
    calendar: known.index.calendar,
    starts: periodStarts(period.period, known.index.calendar),
    figure: hasEnded(period.period, known) ? figure.figure : null,
    target: row.target.kind === 'target' ? row.target.target : null,
    forecast: row.forecast.kind === 'number' ? row.forecast.number : null,
  }
}

function unknownIndicator(row: CanonicalRow, { index, circumstances, labels }: Known): Fault {
  if (circumstances.create) {
    const label = labels(row.period)
    if ('refused' in label) return fault(row, 'period', label.refused)
    const why = circumstances.refusals.get(referenceOf(row.indicatorCode))
    return fault(row, 'indicator_code', why ?? 'This measure could not be made.')
  } else {
    const sentence = `No measure “${row.indicatorCode}” in ${index.areaName}. Add --create to make it.`
    return fault(row, 'indicator_code', sentence)
  }
}

/**
 * A row without a partner is the measure's headline, and so is one of its lead's, unless the lead's
 * own part is told apart: by a series of its own, or by headline rows beside it in the file.
 */
function seriesOf(row: CanonicalRow, indicator: CatalogueIndicator, { index, withOwnRows }: Known) {
  const { partnerCode } = row
  const headline = index.headline(indicator.id)
  if (partnerCode === '') {
    return headline ?? fault(row, 'indicator_code', 'This measure has no headline to add to.')
  }

  const partner = index.organisation(partnerCode)
  if (!partner) {
    const sentence = `No organisation “${partnerCode}” in ${index.areaName}. Add --create to make it.`
    return fault(row, 'partner_code', sentence)
  }

  const own = index.partnerSeries(indicator.id, partner.id)
  const isLead = partner.id === indicator.leadOrganisationId
  if (own) {
    return own
  } else if (headline && isLead && !withOwnRows.has(referenceOf(row.indicatorCode))) {
    return headline
  } else {
    const sentence = `${partner.name} has no figures of its own under “${row.indicatorCode}”. Add --create to begin them.`
    return fault(row, 'partner_code', sentence)
  }
}

function targetFaults(row: CanonicalRow, { polarity }: CatalogueIndicator): Fault[] {
  const isRange = row.target.kind === 'target' && row.target.target.low !== null
  return isRange && polarity !== 'range-is-better'
    ? [fault(row, 'target', 'A range is given, but this measure has a single target.')]
    : []
}

/** Of a period that still runs there can be targets and forecasts, but nothing that happened. */
function timeFaults(
  row: CanonicalRow,
  period: Period,
  reading: FigureReading,
  known: Known,
): Fault[] {
  if (!isSensibleYear(period.year)) {
    return [fault(row, 'period', `“${row.period}” is not between 1900 and 2199.`)]
  }
  const given = 'figure' in reading ? reading.figure?.availability : undefined
  const says = given === 'figure' || given === 'suppressed'
  if (!says || hasEnded(period, known)) return []
  const column = row.value.kind === 'blank' ? 'numerator' : 'value'
  const label = periodLabel(period, known.index.calendar)
  return [fault(row, column, `${label} has not ended, so it can have no figure yet.`)]
}

function hasEnded(period: Period, { index, circumstances }: Known): boolean {
  return periodEnds(period, index.calendar) < circumstances.today
}

/** Files repeat a few labels in thousands of rows: each is read once. */
function periodReader({ calendar }: Index): Known['labels'] {
  const known = new Map<string, PeriodReading>()

  return (label, frequency) => {
    const key = `${frequency} ${label}`
    const before = known.get(key)
    if (before) return before
    const reading = readPeriodLabel(label, calendar, frequency)
    known.set(key, reading)
    return reading
  }
}

/** Two rows for one figure: neither can be believed over the other, even where they agree. */
function repeats(found: readonly Resolved[]): Map<number, Fault> {
  const rows = new Map<string, CanonicalRow[]>()
  for (const { series, starts, row } of found) {
    const key = `${series.id} ${starts}`
    const group = rows.get(key)
    if (group) group.push(row)
    else rows.set(key, [row])
  }

  const groups = [...rows.values()].filter(group => group.length > 1)
  return new Map(groups.flatMap(group => group.map(row => [row.row, repeatFault(row, group)])))
}

function repeatFault(row: CanonicalRow, group: readonly CanonicalRow[]): Fault {
  const others = group.slice(0, 4).filter(other => other !== row)
  const named = listOf(others.map(other => `${other.row}`))
  const subject = others.length > 1 ? `Rows ${named} are` : `Row ${named} is`
  const what = `${subject} for the same measure, partner and period (${row.period})`
  return fault(row, 'period', `${what}. Keep the right one only.`)
}

function fault({ row }: CanonicalRow, column: string, sentence: string): Fault {
  return { row, column, sentence }
}
