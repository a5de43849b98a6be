import type { AnalysisInput } from './analysis-input'
import { inDateOrder } from './analysis-order'
import type { Target } from './target'
import { readWrittenNumber } from './written-number'
import { separatedValues, type Line } from './separated-values'

const COLUMNS = ['period', 'value', 'numerator', 'denominator'] as const
type Column = (typeof COLUMNS)[number]

/** What a rate is usually out of: 1, a per cent, 1,000, 10,000 or 100,000. */
const PERS = [1, 100, 1000, 10_000, 100_000]

/** A value that was rounded may stand this far, as a share, from numerator ÷ denominator. */
const ROUNDING = 0.05

/** Half a step from 1,000 to 10,000: nearer to one unit than to any other. */
const NEARBY = Math.sqrt(10)

interface Row {
  number: number
  label: string
  written: string
  value: number | null
  /** Numerator ÷ denominator where both are there. */
  quotient: number | null
}

/**
 * A CSV with the columns period, value and perhaps numerator and denominator, in any order and case.
 * A blank value with both counts is computed from them, in the unit of the values that are given;
 * where none is, as a per cent if the target is plainly one, otherwise as it is.
 * Throws RangeError with a sentence that names the row (the header is row 1) and the column.
 */
export function readAnalysisCsv(text: string, target: Target | null): AnalysisInput {
  const [header, ...lines] = separatedValues(text)
  const places = placesOf(header?.cells ?? [])
  const rows = lines.map(line => rowOf(line, places))
  refuseRepeats(rows)
  refuseStrayShares(rows)

  const { per, notes } = unitOf(rows, target)
  const ordered = inDateOrder(
    rows.map(({ label }) => label),
    rows.map(({ value, quotient }) => value ?? (quotient === null ? null : quotient * per)),
  )
  return {
    labels: ordered.labels,
    values: ordered.values,
    options: ordered.period === undefined ? {} : { period: ordered.period },
    notes,
  }
}

function placesOf(header: readonly string[]): Record<Column, number> {
  const names = header.map(name => name.trim().toLowerCase())
  const at = (column: Column) => names.indexOf(column)
  const hasCounts = at('numerator') >= 0 && at('denominator') >= 0
  if (at('period') < 0 || (at('value') < 0 && !hasCounts)) {
    throw new RangeError(
      'Row 1 must name the columns: period and value, or period and both counts.',
    )
  }
  const twice = COLUMNS.find(column => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice) throw new RangeError(`Row 1, column ${twice}: the name is there twice.`)

  return {
    period: at('period'),
    value: at('value'),
    numerator: at('numerator'),
    denominator: at('denominator'),
  }
}

function rowOf({ number, cells }: Line, places: Record<Column, number>): Row {
  const cell = (column: Column) => cells[places[column]]?.trim() ?? ''
  const label = cell('period')
  if (label === '') throw faultAt(number, 'period', 'is blank.')

  return {
    number,
    label,
    written: cell('value'),
    value: numberAt(number, 'value', cell('value')),
    quotient: quotientOf(
      number,
      numberAt(number, 'numerator', cell('numerator')),
      numberAt(number, 'denominator', cell('denominator')),
    ),
  }
}

/** None out of none is no figure; something out of none is a mistake. */
function quotientOf(row: number, above: number | null, below: number | null): number | null {
  if (above === null && below === null) return null
  if (above === null) throw faultAt(row, 'numerator', 'is blank, but the denominator is given.')
  if (below === null) throw faultAt(row, 'denominator', 'is blank, but the numerator is given.')
  if (below < 0) throw faultAt(row, 'denominator', `${below} is below 0.`)
  if (below === 0 && above !== 0) throw faultAt(row, 'denominator', 'is 0, so there is no value.')
  return below === 0 ? null : above / below
}

function numberAt(row: number, column: Column, written: string): number | null {
  if (['', 'NA'].includes(written.trim())) return null
  const reading = readWrittenNumber(written)
  if ('sentence' in reading) throw faultAt(row, column, reading.sentence)
  return reading.number
}

function refuseRepeats(rows: readonly Row[]): void {
  const seen = new Map<string, number>()
  for (const { number, label } of rows) {
    const first = seen.get(label)
    if (first) throw faultAt(number, 'period', `“${label}” is on row ${first} already.`)
    seen.set(label, number)
  }
}

/** 0.774 beside "77.4%" may be the same thing written twice over; we do not guess. */
function refuseStrayShares(rows: readonly Row[]): void {
  if (!rows.some(({ written }) => written.endsWith('%'))) return

  const stray = rows.find(
    ({ written, value }) =>
      value !== null && value !== 0 && Math.abs(value) <= 1 && !written.endsWith('%'),
  )
  if (stray) {
    throw faultAt(stray.number, 'value', `“${stray.written}” has no % sign, though others have.`)
  }
}

/** What quotients are multiplied by to stand among the values that are given. */
function unitOf(rows: readonly Row[], target: Target | null): { per: number; notes: string[] } {
  const quotients = rows.flatMap(({ value, quotient }) => (value === null ? (quotient ?? []) : []))
  if (quotients.length === 0) return { per: 1, notes: [] }
  if (rows.some(({ written }) => written.endsWith('%'))) return { per: 100, notes: [] }

  const given = rows.flatMap(({ value }) => value || [])
  const both = rows.filter(({ value, quotient }) => value && quotient)
  if (given.length === 0) {
    return aimsAtPercent(target) && quotients.every(quotient => quotient <= 1)
      ? { per: 100, notes: [computedNote('a per cent, as the target is')] }
      : { per: 1, notes: [computedNote('it is: no row says what they are per')] }
  }

  const per = both.length > 0 ? perOf(both) : perNear(middleOf(given) / middleOf(quotients))
  if (per === undefined) {
    const blank = rows.find(({ value, quotient }) => value === null && quotient !== null)!
    const why = 'is blank, and the other rows do not show how values come from their counts.'
    throw faultAt(blank.number, 'value', why)
  }
  return {
    per,
    notes: both.length > 0 ? [] : [computedNote(`per ${per}, near the values that are given`)],
  }
}

/** Rows with a value and its counts tell outright. */
function perOf(both: readonly Row[]): number | undefined {
  return PERS.find(per =>
    both.every(({ value, quotient }) => Math.abs(value! / (quotient! * per) - 1) < ROUNDING),
  )
}

/** Otherwise only one unit can bring the computed values near the given ones. */
function perNear(ratio: number): number | undefined {
  return PERS.find(per => ratio > per / NEARBY && ratio < per * NEARBY)
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function computedNote(how: string): string {
  return `Blank values are numerator ÷ denominator, as ${how}.`
}

function aimsAtPercent(target: Target | null): boolean {
  const aim = target?.value ?? target?.high ?? 0
  return aim > 1 && aim <= 100
}

function faultAt(row: number, column: Column, what: string): RangeError {
  return new RangeError(`Row ${row}, column ${column}: ${what}`)
}
