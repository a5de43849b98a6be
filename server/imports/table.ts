import { streamCsvRows } from 'hucre/csv'
import { listOf } from '../domain/format'
import type { Fault } from './fault'
import { decode } from './text'

export interface Table {
  readonly rows: readonly TableRow[]
  /** How many columns the header names. */
  readonly width: number
  /** The columns we know and their places, by our own names. */
  readonly places: ReadonlyMap<string, number>
  readonly notes: readonly string[]
}

export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

export interface Columns {
  readonly known: readonly string[]
  readonly required: readonly string[]
}

export type TableReading = { table: Table } | { faults: Fault[] }

const DELIMITERS = [',', ';', '\t']

/**
 * Reads a delimited file (comma, semicolon or tab) whose first row names its columns, in any order
 * and case. Blank rows are left out, but counted. Columns we do not know are named in a note.
 */
export function readTable(bytes: Uint8Array, columns: Columns): TableReading {
  const decoded = decode(bytes)
  if ('refused' in decoded) return { faults: [wholeFile(decoded.refused)] }

  const text = decoded.text.replace(/^\uFEFF/, '')
  const records = [...streamCsvRows(text, { delimiter: delimiterOf(text, columns) })] as string[][]
  if (endsInsideQuotes(text, records)) {
    const sentence = 'A quotation mark is opened in the last row read, but never closed.'
    return { faults: [{ row: records.length, column: '', sentence }] }
  }

  const header = (records[0] ?? []).map(plainName)
  const faults = headerFaults(header, columns)
  if (faults.length > 0) return { faults }

  return {
    table: {
      rows: dataRows(records),
      width: header.length,
      places: new Map(columns.known.flatMap(name => placeOf(name, header))),
      notes: [...decoded.notes, ...ignoredNote(records[0] ?? [], columns)],
    },
  }
}

/** A cell that runs past the header's last column, as when a comment holds a comma without quotes. */
export function strayCells({ row, cells }: TableRow, { width }: Table): Fault[] {
  const stray = cells.slice(width).find(cell => cell.trim() !== '')
  if (stray === undefined) return []
  const sentence = `“${stray.trim()}” stands beyond the last column. Put text that holds a comma in quotation marks.`
  return [{ row, column: '', sentence }]
}

function wholeFile(sentence: string): Fault {
  return { row: 1, column: '', sentence }
}

/** Whichever mark splits the first line into most columns that we know. */
function delimiterOf(text: string, { known }: Columns): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const columnsFound = (delimiter: string) =>
    line.split(delimiter).filter(name => known.includes(plainName(name))).length
  return DELIMITERS.reduce((best, next) => (columnsFound(next) > columnsFound(best) ? next : best))
}

/** 'Indicator code', ' INDICATOR_CODE ' and '"indicator-code"' are one name. */
function plainName(name: string): string {
  return name
    .replace(/["\uFEFF]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

/** The reader takes what follows an unclosed mark for one long cell, and so would swallow rows. */
function endsInsideQuotes(text: string, records: readonly string[][]): boolean {
  const swallowed = records.at(-1)?.some(cell => cell.includes('\n')) ?? false
  return swallowed && (text.split('"').length - 1) % 2 === 1
}

function headerFaults(header: readonly string[], { known, required }: Columns): Fault[] {
  if (header.every(name => name === '')) {
    return [wholeFile('The file is empty. Its first row must name the columns.')]
  }
  const missing = required.filter(name => !header.includes(name))
  const twice = known.filter(name => header.indexOf(name) !== header.lastIndexOf(name))
  return [
    ...missing.map(column => ({ row: 1, column, sentence: `There is no column “${column}”.` })),
    ...twice.map(column => ({
      row: 1,
      column,
      sentence: `The column “${column}” is there twice.`,
    })),
  ]
}

function placeOf(name: string, header: readonly string[]): [string, number][] {
  const place = header.indexOf(name)
  return place < 0 ? [] : [[name, place]]
}

function dataRows(records: readonly string[][]): TableRow[] {
  return records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > 1 && cells.some(cell => cell.trim() !== ''))
}

function ignoredNote(header: readonly string[], { known }: Columns): string[] {
  const ignored = header.filter(name => name.trim() !== '' && !known.includes(plainName(name)))
  if (ignored.length === 0) return []
  const names = listOf(ignored.map(name => `“${name.trim()}”`))
  return [`Not read, for we know no such column: ${names}.`]
}
