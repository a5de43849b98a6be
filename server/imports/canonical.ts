import type { Certainty } from '../domain/figure'
import { type Cell, readCell, readTargetCell, type TargetCell } from './cells'
import type { Fault } from './fault'
import { readTable, strayCells, type Table, type TableRow } from './table'

const CANONICAL_COLUMNS = [
  'indicator_code',
  'partner_code',
  'partner_name',
  'period',
  'numerator',
  'denominator',
  'value',
  'target',
  'forecast',
  'status_flag',
  'data_status',
  'comment',
] as const

const COLUMNS = { known: CANONICAL_COLUMNS, required: ['indicator_code', 'period'] }

/** One row of the file, each cell read; what it is about is still as written. */
export interface CanonicalRow {
  readonly row: number
  readonly indicatorCode: string
  readonly partnerCode: string
  /** What to call the organisation where it has to be made; blank where the file does not say. */
  readonly partnerName: string
  readonly period: string
  readonly value: Cell
  readonly numerator: Cell
  readonly denominator: Cell
  readonly target: TargetCell
  readonly forecast: Cell
  /** The sender's own verdict, held beside ours and never stored. */
  readonly flag: 'green' | 'amber' | 'red' | null
  readonly certainty: Certainty
  readonly comment: string
}

export interface Canonical {
  /** Rows that hold anything at all. */
  readonly read: number
  /** The rows without a fault. */
  readonly rows: readonly CanonicalRow[]
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
}

/**
 * Reads the canonical long CSV: columns in any order and case, comma, semicolon or tab.
 * Gives every fault of every row at once, or the faults for which the file cannot be read at all.
 */
export function readCanonical(bytes: Uint8Array): Canonical | { unreadable: Fault[] } {
  const reading = readTable(bytes, COLUMNS)
  if ('faults' in reading) return { unreadable: reading.faults }

  const { table } = reading
  const rows: CanonicalRow[] = []
  const faults: Fault[] = []
  for (const tableRow of table.rows) {
    const found = readRow(tableRow, table)
    if ('faults' in found) faults.push(...found.faults)
    else rows.push(found)
  }
  return { read: table.rows.length, rows, faults, notes: table.notes }
}

function readRow(tableRow: TableRow, table: Table): CanonicalRow | { faults: Fault[] } {
  const { row, cells } = tableRow
  const text = (column: string) => (cells[table.places.get(column) ?? -1] ?? '').trim()
  const certainty = CERTAINTY_WORDS[text('data_status').toLowerCase()]

  const read = {
    row,
    indicatorCode: text('indicator_code'),
    partnerCode: text('partner_code'),
    partnerName: text('partner_name'),
    period: text('period'),
    value: readCell(text('value')),
    numerator: readCell(text('numerator')),
    denominator: readCell(text('denominator')),
    target: readTargetCell(text('target')),
    forecast: readCell(text('forecast')),
    flag: readFlag(text('status_flag')),
    certainty: certainty ?? 'final',
    comment: text('comment'),
  }

  const faults = [
    ...strayCells(tableRow, table),
    ...blankFault(read, 'indicator_code', read.indicatorCode),
    ...blankFault(read, 'period', read.period),
    ...CELLS.flatMap(column => cellFault(row, column, read[column])),
    ...(certainty ? [] : [statusFault(row, text('data_status'))]),
  ]
  return faults.length > 0 ? { faults } : read
}

const CELLS = ['value', 'numerator', 'denominator', 'target', 'forecast'] as const

const CERTAINTY_WORDS: Record<string, Certainty> = {
  '': 'final',
  final: 'final',
  f: 'final',
  provisional: 'provisional',
  p: 'provisional',
}

function readFlag(text: string): CanonicalRow['flag'] {
  const [, word = ''] = /^(green|amber|yellow|red|g|a|y|r)\b/i.exec(text) ?? []
  switch (word.charAt(0).toLowerCase()) {
    case 'g':
      return 'green'
    case 'a':
    case 'y':
      return 'amber'
    case 'r':
      return 'red'
    default:
      return null
  }
}

function blankFault({ row }: { row: number }, column: string, text: string): Fault[] {
  return text === '' ? [{ row, column, sentence: `The column “${column}” is blank.` }] : []
}

function cellFault(row: number, column: string, cell: Cell | TargetCell): Fault[] {
  return cell.kind === 'wrong' ? [{ row, column, sentence: cell.sentence }] : []
}

function statusFault(row: number, written: string): Fault {
  return {
    row,
    column: 'data_status',
    sentence: `“${written}” is neither “provisional” nor “final”.`,
  }
}
