import { type OpenDatabase, openDatabase } from '../../server/database/database'
import type { Actual } from '../../server/database/tables/performance'
import { addDays } from '../../server/domain/period'
import { inScope } from '../../server/database/scope'
import { boroughOf } from '../../seeds/building/borough'
import { KIRKDALE } from '../../seeds/kirkdale/kirkdale'
import { SALLOW } from '../../seeds/sallow/sallow'
import { idOf } from '../../seeds/ids'
import { seedDemonstration } from '../../seeds/demonstration'

/** Days through two years, first and last days of months among them. */
const DAYS = [
  ...Array.from({ length: 12 }, (_, at) => addDays('2025-12-31', at * 59)),
  '2026-04-01',
  '2026-10-01',
  '2027-03-31',
]

const opened: OpenDatabase[] = []

afterAll(async () => {
  for (const open of opened) await open.close()
})

async function seeded(today: string) {
  const open = await openDatabase({})
  opened.push(open)
  await seedDemonstration(open.db, { today })
  return open
}

/** Everything of Kirkdale but the moments at which rows were made, table by table. */
async function contents({ db }: OpenDatabase) {
  const areaId = idOf('area', KIRKDALE.slug)
  return inScope(db, { areaId, sight: 'all' }, async trx => {
    const read = async (sql: string): Promise<unknown[]> => (await trx.raw(sql)).rows
    return {
      figures: await read('select * from actuals order by series_id, starts, version'),
      targets: await read('select * from targets order by series_id, starts'),
      forecasts: await read('select * from forecasts order by id'),
      standings: await read('select * from standings order by series_id'),
      actions: await read('select * from actions order by id'),
    }
  })
}

describe('seeding', () => {
  test('gives the same borough for the same day', async () => {
    const [one, other] = [await seeded('2026-11-23'), await seeded('2026-11-23')]
    expect(await contents(other)).toEqual(await contents(one))
  })

  test('takes any day: a leap day too', async () => {
    const { figures } = await contents(await seeded('2024-02-29'))
    const starts = (figures as { starts: string }[]).map(row => row.starts).sort()
    expect([starts[0], starts.at(-1)]).toEqual(['2018-04-01', '2024-01-01'])
  })

  test.each(DAYS)('on %s moves the years with it, and knows nothing of tomorrow', today => {
    for (const plan of [KIRKDALE, SALLOW]) {
      const { sheaf, time } = boroughOf(plan, today)
      const rows = new Map(sheaf.tables())
      const figures = rows.get('actuals') as unknown as Actual[]

      const starts = figures.map(row => row.starts).sort()
      expect(starts[0]).toBe(`${time.year - 5}-04-01`)
      expect(figures.every(row => periodHasEnded(row.starts, today))).toBe(true)
      const moments = figures.flatMap(({ enteredAt, submittedAt, approvedAt, publishedAt }) =>
        [enteredAt, submittedAt, approvedAt, publishedAt].flatMap(moment => moment ?? []),
      )
      expect(moments.every(moment => moment.toISOString().slice(0, 10) <= today)).toBe(true)
    }
  })

  test('is whole or not at all', async () => {
    const open = await openDatabase({})
    opened.push(open)
    const id = idOf('area', 'somebody else')
    await open.db('areas').insert({ id, slug: 'sallow', name: 'Another Sallow' })

    await expect(seedDemonstration(open.db, { today: '2026-11-23' })).rejects.toThrow(/slug/)
    expect(await open.db('areas').select('slug')).toEqual([{ slug: 'sallow' }])
    expect(await open.db('users').select('id')).toEqual([])
  })
})

/** The shortest period is a month, and no period begins in the month that is not over. */
function periodHasEnded(starts: string, today: string): boolean {
  return starts < `${today.slice(0, 7)}-01`
}
