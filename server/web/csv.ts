import { writeCsv } from 'hucre/csv'
import { file, type Reply } from './reply'

type Cell = string | number | null

/** A download for spreadsheets: what a cell would run is neutralised, numbers stay numbers. */
export function csv(name: string, head: readonly string[], rows: readonly Cell[][]): Reply {
  const text = writeCsv([[...head], ...rows], { escapeFormulae: true })
  return file('text/csv; charset=utf-8', `${name}.csv`, `\uFEFF${text}\r\n`)
}
