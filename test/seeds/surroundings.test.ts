import { inScope } from '../../server/database/scope'
import { TODAY } from '../support/today'
import { seededBorough } from './borough'

const borough = seededBorough()

const some = async (sql: string, bindings: unknown[] = []) =>
  expect(await borough.count(`select count(*) from ${sql}`, bindings)).toBeGreaterThan(0)

describe('what stands around the measures', () => {
  test('actions that are late, done, without effect, and promised to scrutiny but overdue', async () => {
    await some('actions where done_on is null and due_on < ?', [TODAY])
    await some('actions where done_on > due_on')
    await some(`actions where promised_to_scrutiny and done_on is null and due_on < ?`, [TODAY])
    await some(`actions a join standings k on k.indicator_id = a.indicator_id and k.headline
      where a.status = 'done' and k.standing->>'status' = 'red'`)
  })

  test('milestones that slipped', async () => {
    await some('milestones where first_due_on < due_on')
    expect(await borough.count('select count(*) from milestones where first_due_on > due_on')).toBe(
      0,
    )
  })

  test('risks, some not looked at for half a year, some never, some closed', async () => {
    await some('risks where closed_on is null and reviewed_on < ?::date - 180', [TODAY])
    await some('risks where reviewed_on is null')
    await some('risks where closed_on is not null')
  })

  test('budgets over and under, and a unit cost that climbs', async () => {
    await some('budgets where spend > budget')
    await some('budgets where spend < budget * 0.9')
    expect(
      await borough.ask(
        `select array_agg(unit_cost order by year)::text as costs from budgets b
           join indicators i on i.id = b.indicator_id where i.reference = 'env-03'`,
      ),
    ).toEqual([{ costs: '{71,76,83,88}' }])
    await some('place_spending')
  })

  test('sixteen like areas to compare with, for the latest published period', async () => {
    const rows = await borough.ask<{ peers: number; periods: number }>(
      `select count(*) as peers, count(distinct starts) as periods from benchmarks group by indicator_id`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(10)
    for (const row of rows) expect(row).toEqual({ peers: 16, periods: 1 })
  })

  test('links of both kinds, assessments with gaps, contributors with shares of the whole', async () => {
    expect(await borough.count('select count(*) from links')).toBeGreaterThan(15)
    await some('partner_links where last_contact_on is null')
    await some(`indicators i where exists (select 1 from assessments a where a.indicator_id = i.id)
      and 3 > (select count(*) from assessments a where a.indicator_id = i.id)`)
    const shares = await borough.ask<{ whole: number }>(
      'select sum(share) as whole from indicator_contributors group by indicator_id',
    )
    expect(new Set(shares.map(({ whole }) => whole))).toEqual(new Set([100]))
  })

  test('posts that are vacant, triggers not pulled, assumptions nobody owns', async () => {
    await some(`responsibilities where person = ''`)
    await some('triggers where pulled_on is null')
    await some(`assumptions where owner = '' and test = ''`)
  })

  test('an agreement of three years around today, with nested outcomes and priorities in use', async () => {
    expect(
      await borough.ask('select starts_on::text as starts, ends_on::text as ends from agreements'),
    ).toEqual([{ starts: '2025-04-01', ends: '2028-03-31' }])
    await some('outcomes where parent_id is not null')
    await some('indicator_priorities')
    await some('agreement_clauses where last_used_on is not null')
  })

  test('definitions written out in full, some in later versions, with breaks where they matter', async () => {
    expect(
      await borough.count(
        `select count(*) from indicators where '' in
           (title, definition, rationale, good_looks_like, source, owner) or reviewed_on is null`,
      ),
    ).toBe(0)
    expect(
      await borough.count(
        `select count(*) from indicators i where version <> (
           select count(*) from indicator_versions v where v.indicator_id = i.id)`,
      ),
    ).toBe(0)
    await some('indicator_versions where version > 2 and changed_by is not null')
    await some('breaks')
  })
})

describe('what scrutiny left behind', () => {
  test('two committees, with meetings past and one three weeks ahead', async () => {
    const rows = await borough.ask<{ past: number; ahead: number }>(
      `select count(*) filter (where held_on < :today) as past,
         count(*) filter (where held_on > :today) as ahead
       from meetings group by committee_id`.replaceAll(':today', `'${TODAY}'`),
    )
    expect(rows).toEqual([
      { past: 2, ahead: 1 },
      { past: 2, ahead: 1 },
    ])
    await some('meetings where held_on = ?::date + 21', [TODAY])
  })

  test('answers that were not kept, taken away and overdue, or only partly given', async () => {
    await some(
      `answers n join indicators i on i.id = n.indicator_id
      where i.reference = 'hc-07' and promised_value = 76 and promised_for < ?`,
      [TODAY],
    )
    await some(`answers where verdict = 'taken-away' and settled_on is null and due_on < ?`, [
      TODAY,
    ])
    await some(`answers where verdict = 'partly'`)
  })

  test('recommendations answered late, and one overdue without an answer', async () => {
    await some(`recommendations r join responses a on a.recommendation_id = r.id
      where a.responded_on > r.response_due_on`)
    await some(
      `recommendations r where response_due_on < ? and not exists (
      select 1 from responses a where a.recommendation_id = r.id)`,
      [TODAY],
    )
    await some(`recommendations where closed_on is not null`)
  })

  test('one enquiry half done, which is Cllr Singh’s alone', async () => {
    const area = await borough.db('areas').where({ slug: 'kirkdale' }).first()
    const seenBy = async (handle: string) => {
      const user = await borough.db('users').where({ handle }).first()
      return inScope(borough.db, { areaId: area!.id, userId: user!.id }, async trx => ({
        enquiries: (await trx('enquiries').select()).length,
        chosen: (await trx('plannedQuestions').where({ choice: 'ask' })).length,
      }))
    }
    expect(await seenBy('singh')).toEqual({ enquiries: 1, chosen: 2 })
    expect(await seenBy('adeyemi')).toEqual({ enquiries: 0, chosen: 0 })
  })
})
