import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsvObjects, writeCsv } from 'hucre/csv'

const DATA = join(__dirname, '../../../shared/data')
export const isHere = existsSync(DATA)

/** Real figures of other bodies, where they lie beside the project; they are never part of it. */
export const describeReal = isHere
  ? describe
  : (title: string, body: () => void) =>
      describe.skip(`${title} (skipped: the real data is not in ../shared/data)`, body)

export type SourceRow = Record<string, string>

export function sourceRows(path: string): SourceRow[] {
  if (!isHere) return []
  const text = readFileSync(join(DATA, path), 'utf8')
  return parseCsvObjects(text, { header: true }).data as SourceRow[]
}

/** One file of the import: rows of objects, their keys the columns. */
export function csvOf(name: string, rows: readonly Record<string, string | number>[]) {
  const columns = Object.keys(rows[0] ?? {})
  const table = [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))]
  return { name, bytes: new TextEncoder().encode(writeCsv(table)) }
}
