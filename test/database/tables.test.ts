import { tables } from '../../server/database/tables'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const names = Object.keys(tables) as (keyof typeof tables)[]

test.each(names)('%s has the columns the database has', async name => {
  const columns: Record<string, { nullable: boolean }> = await at.db(name).columnInfo()

  const described = Object.entries(tables[name].shape).map(([column, type]) => ({
    column,
    nullable: type.safeParse(null).success,
  }))
  const actual = Object.entries(columns).map(([column, { nullable }]) => ({ column, nullable }))

  expect(described).toEqual(expect.arrayContaining(actual))
  expect(described).toHaveLength(actual.length)
})

describe.each(['kirkdale', 'sallow'])('in %s', area => {
  test.each(names)('%s rows arrive as they are described', async name => {
    const rows = await at.inArea(area, trx => trx(name).limit(2000))
    expect(tables[name].array().safeParse(rows).error).toBeUndefined()
  })
})
