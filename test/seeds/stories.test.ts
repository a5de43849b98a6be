import type { Standing } from '../../server/domain/standing'
import { standingOn } from '../../server/domain/standing'
import type { Frequency } from '../../server/domain/period'
import { TODAY } from '../support/today'
import { seededBorough } from './borough'

const borough = seededBorough()

async function standing(reference: string, area = 'kirkdale'): Promise<Standing> {
  const [row] = await borough.ask<{ standing: Standing; frequency: Frequency }>(
    `select k.standing, i.frequency from standings k join indicators i on i.id = k.indicator_id
     where k.headline and i.reference = ?`,
    [reference],
    area,
  )
  return standingOn(row!.standing, TODAY, { calendar: { yearStart: 4 }, frequency: row!.frequency })
}

describe('the stories of the demonstration', () => {
  test('people seen at A&E: a steady miss that is how the process runs', async () => {
    const {
      status,
      value,
      numerator,
      denominator,
      assurance,
      variation,
      periodsRunning,
      certainty,
    } = await standing('hc-07')
    expect({ status, numerator, denominator, assurance, variation, certainty }).toEqual({
      status: 'red',
      numerator: 436,
      denominator: 613,
      assurance: 'fail',
      variation: null,
      certainty: 'provisional',
    })
    expect(value).toBeCloseTo(71.1, 1)
    expect(periodsRunning).toBeGreaterThanOrEqual(12)
  })

  test('recycling: falling, its next figure not entered and due within a fortnight', async () => {
    const { status, variation, starts, nextStarts, nextDueOn } = await standing('env-03')
    expect({ status, variation, starts, nextStarts, nextDueOn }).toEqual({
      status: 'amber',
      variation: 'concern',
      starts: '2026-04-01',
      nextStarts: '2026-07-01',
      nextDueOn: '2026-11-30',
    })
    expect(
      await borough.count(
        `select t.value from targets t join series s on s.id = t.series_id join indicators i on i.id = s.indicator_id
         where i.reference = 'env-03' and s.kind = 'headline' and t.starts = '2026-07-01'`,
      ),
    ).toBe(50)
  })

  test('recycling next door is another measure with other figures', async () => {
    const [here, there] = [await standing('env-03'), await standing('env-03', 'sallow')]
    expect(there.status).toBe('green')
    expect(there.value).not.toBe(here.value)
  })

  test('burglary: overdue for two quarters; carers’ breaks: overdue for one', async () => {
    const burglary = await standing('saf-02')
    expect([burglary.status, burglary.periodsRunning]).toEqual(['overdue', 2])
    expect((await standing('adu-05')).status).toBe('overdue')
  })

  test('fires: a real improvement', async () => {
    const { status, variation } = await standing('saf-09')
    expect([status, variation]).toEqual(['green', 'improvement'])
  })

  test('young people: just short, and lower is better', async () => {
    expect((await standing('cyp-11')).status).toBe('amber')
  })

  test.each([
    ['adu-03', 'outside', 'concern'],
    ['hou-04', 'trend', 'improvement'],
    ['saf-05', 'shift', 'improvement'],
    ['cyp-11', 'two-in-three', 'improvement'],
  ])('%s shows the signal “%s”', async (reference, flag, variation) => {
    const { flag: shown, variation: meant } = await standing(reference)
    expect([shown, meant]).toEqual([flag, variation])
  })

  test.each([
    ['hc-07', 'fail'],
    ['eco-07', 'hit-and-miss'],
    ['saf-10', 'pass'],
  ])('%s will %s as it runs', async (reference, assurance) => {
    expect((await standing(reference)).assurance).toBe(assurance)
  })

  test('a fifth to two fifths of the measures are off target: a borough, not a disaster', async () => {
    const off = await borough.count(
      `select count(*) from standings k join indicators i on i.id = k.indicator_id
       where k.headline and i.retired_on is null and k.standing->>'status' = 'red'`,
    )
    expect(off).toBeGreaterThan(11)
    expect(off).toBeLessThan(24)
  })

  test('the council’s returns stand at every step, none of them overdue', async () => {
    const rows = await borough.ask<{ code: string; state: string; due: string }>(
      `select o.code, a.state, k.standing->>'nextDueOn' as due from actuals a
         join organisations o on o.id = a.organisation_id
         join standings k on k.series_id = a.series_id
       where a.state in ('draft', 'submitted', 'returned', 'approved') and a.version = 1`,
    )
    const held = (code: string) =>
      [...new Set(rows.filter(row => row.code === code).map(({ state }) => state))].sort()
    expect(held('KC')).toEqual(['approved', 'draft', 'returned', 'submitted'])
    expect(held('KP')).toEqual(['draft', 'returned', 'submitted'])
    expect(rows.every(({ due }) => due >= TODAY)).toBe(true)
  })

  test('a returned figure says why', async () => {
    expect(
      await borough.count(
        `select count(*) from actuals where state = 'returned' and return_comment = ''`,
      ),
    ).toBe(0)
  })

  test('the same reason comes back at A&E, quarter after quarter', async () => {
    expect(
      await borough.count(
        `select count(*) from actuals a join series s on s.id = a.series_id join indicators i on i.id = s.indicator_id
         where i.reference = 'hc-07' and s.kind = 'headline' and a.state = 'published'
           and a.starts >= '2026-01-01' and a.reason_code = 'staffing'`,
      ),
    ).toBe(3)
  })
})
