import type { Knex } from 'knex'
import { newId } from '../../server/database/id'
import { inScope } from '../../server/database/scope'
import { emptyDatabase } from '../support/database'

const at = emptyDatabase()
const opened = (opening: string) => ({ opening }) as Knex.TransactionConfig

async function areaEntered(db: Knex): Promise<string> {
  const { rows } = await db.raw(`select coalesce(current_setting('app.area_id', true), '') as area`)
  return rows[0].area
}

test('a scope lasts as long as its transaction and no longer', async () => {
  const areaId = newId()
  expect(await inScope(at.db, { areaId }, areaEntered)).toBe(areaId)
  expect(await areaEntered(at.db)).toBe('')
})

test('a scope inside a transaction is entered too', async () => {
  const [outer, inner] = [newId(), newId()]
  const areas = await inScope(at.db, { areaId: outer }, async trx => [
    await areaEntered(trx),
    await inScope(trx, { areaId: inner }, areaEntered),
  ])
  expect(areas).toEqual([outer, inner])
})

test('nothing but an id may be entered', () => {
  const enter = () => inScope(at.db, { areaId: `'; drop table areas; --` }, async () => {})
  expect(enter).toThrow('not an id')
})

test('an opening that fails refuses the work, and leaves the connection fit for the next', async () => {
  const work = jest.fn()
  await expect(at.db.transaction(work, opened('select 1 / 0'))).rejects.toThrow('division by zero')
  expect(work).not.toHaveBeenCalled()
  const { rows } = await at.db.raw('select 1 as one')
  expect(rows).toEqual([{ one: 1 }])
})

test('an opening is undone with its transaction', async () => {
  const undone = at.db.transaction(async trx => {
    await trx.raw(`insert into rate_limits (key, points) values ('opening', 1)`)
    throw new Error('undone')
  }, opened(`select set_config('app.area_id', 'somewhere', true)`))
  await expect(undone).rejects.toThrow('undone')
  expect(await areaEntered(at.db)).toBe('')
  expect(await at.db('rateLimits')).toEqual([])
})
