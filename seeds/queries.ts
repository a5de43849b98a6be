import type { Database } from '../server/database/database'
import { snakeCase } from '../server/database/names'
import type { SeedRow } from './sheaf'

/** Writes rows of any table in one go: the whole set travels as one text, which is quickest by far. */
export async function insertRows(trx: Database, table: string, rows: readonly SeedRow[]) {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const names = columns.map(snakeCase)
  const list = names.map(() => '??').join(', ')
  const text = JSON.stringify(
    rows.map(row => Object.fromEntries(columns.map((column, at) => [names[at]!, row[column]]))),
  )

  await trx.raw(
    `insert into ?? (${list}) select ${list} from json_populate_recordset(null::??, ?::json)`,
    [table, ...names, ...names, table, text],
  )
}

export async function findArea(trx: Database, id: string) {
  return trx('areas').where({ id }).first()
}
