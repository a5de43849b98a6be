import { isDate } from '../domain/calendar'
import { FREQUENCIES, type Frequency } from '../domain/period'
import { POLARITIES, type Polarity } from '../domain/polarity'
import { readCell } from './cells'
import type { Fault } from './fault'
import { referenceOf } from './reference'
import { readTable, strayCells, type Table, type TableRow } from './table'

const TEXTS = [
  'title',
  'lead_code',
  'lead_name',
  'unit',
  'numerator_label',
  'denominator_label',
  'definition',
  'rationale',
  'good_looks_like',
  'source',
  'owner',
] as const

const CHOICES = {
  polarity: POLARITIES,
  frequency: FREQUENCIES,
  shape: ['discrete', 'cumulative'],
  year_to_date: ['sum', 'mean', 'latest', 'ratio'],
  tolerance_kind: ['relative', 'absolute'],
  level: ['input', 'output', 'outcome', 'perception'],
  quality_rating: ['good', 'fair', 'poor', 'not-rated'],
  seasonal: ['yes', 'no'],
  never_zero: ['yes', 'no'],
  counts_people: ['yes', 'no'],
} as const

const NUMBERS = {
  decimals: { least: 0, most: 6, whole: true },
  tolerance_size: { least: 0, most: 1e12, whole: false },
  per: { least: 1, most: 1e9, whole: true },
  lag_days: { least: 0, most: 1000, whole: true },
} as const

const DATES = ['starts_on', 'retired_on'] as const

const DEFINITION_COLUMNS = [
  'indicator_code',
  ...TEXTS,
  ...Object.keys(CHOICES),
  ...Object.keys(NUMBERS),
  ...DATES,
]

type Choices = typeof CHOICES

/** What a definitions file says of one measure; what it leaves blank is not there. */
export type Definition = { readonly reference: string } & {
  readonly [Column in (typeof TEXTS)[number] | (typeof DATES)[number]]?: string
} & { readonly [Column in keyof typeof NUMBERS]?: number } & {
  readonly [Column in keyof Choices]?: Choices[Column][number]
} & { readonly polarity?: Polarity; readonly frequency?: Frequency }

export interface Definitions {
  readonly definitions: readonly Definition[]
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
}

/** Reads a definitions file: one measure a row, every column but indicator_code optional. */
export function readDefinitions(bytes: Uint8Array): Definitions {
  const reading = readTable(bytes, { known: DEFINITION_COLUMNS, required: ['indicator_code'] })
  if ('faults' in reading) return { definitions: [], faults: reading.faults, notes: [] }

  const { table } = reading
  const rows = table.rows.map(row => readDefinition(row, table))
  return {
    definitions: rows.map(({ definition }) => definition),
    faults: [...rows.flatMap(({ faults }) => faults), ...repeated(rows)],
    notes: table.notes,
  }
}

interface Read {
  row: number
  definition: Definition
  faults: Fault[]
}

function readDefinition(tableRow: TableRow, table: Table): Read {
  const { row, cells } = tableRow
  const text = (column: string) => (cells[table.places.get(column) ?? -1] ?? '').trim()
  const read: Record<string, unknown> & { reference: string } = {
    reference: referenceOf(text('indicator_code')),
  }
  const faults: Fault[] = strayCells(tableRow, table)

  if (read.reference === '') {
    const sentence = 'The code is blank or has no letter or number in it.'
    faults.push({ row, column: 'indicator_code', sentence })
  }
  for (const column of [...table.places.keys()]) {
    if (column === 'indicator_code' || text(column) === '') continue
    const found = readField(column, text(column))
    if ('sentence' in found) faults.push({ row, column, sentence: found.sentence })
    else read[column] = found.value
  }
  return { row, definition: read as Definition, faults }
}

function readField(column: string, text: string): { value: unknown } | { sentence: string } {
  if (column in CHOICES) {
    return readChoice(CHOICES[column as keyof Choices], text)
  } else if (column in NUMBERS) {
    return readNumber(NUMBERS[column as keyof typeof NUMBERS], text)
  } else if ((DATES as readonly string[]).includes(column)) {
    return isDate(text) ? { value: text } : { sentence: `“${text}” is not a day like 2016-04-01.` }
  } else {
    return { value: text }
  }
}

function readChoice(options: readonly string[], text: string) {
  const value = text.toLowerCase().replace(/[\s_]+/g, '-')
  return options.includes(value)
    ? { value }
    : { sentence: `“${text}” is none of these: ${options.join(', ')}.` }
}

function readNumber({ least, most, whole }: (typeof NUMBERS)[keyof typeof NUMBERS], text: string) {
  const cell = readCell(text)
  const fits =
    cell.kind === 'number' &&
    cell.number >= least &&
    cell.number <= most &&
    (!whole || Number.isInteger(cell.number))
  return fits
    ? { value: cell.number }
    : { sentence: `“${text}” is not a ${whole ? 'whole ' : ''}number of at least ${least}.` }
}

function repeated(rows: readonly Read[]): Fault[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, definition: { reference } }) => {
    const before = first.get(reference)
    if (before === undefined) first.set(reference, row)
    return before === undefined || reference === ''
      ? []
      : [{ row, column: 'indicator_code', sentence: `Row ${before} defines this measure already.` }]
  })
}
