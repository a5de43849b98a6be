import { DEMONSTRATION_CAST } from '../../seeds/cast'
import { ROLES } from '../../server/domain/people'
import { seededBorough } from './borough'

const borough = seededBorough()

describe('the people of the demonstration', () => {
  test('are the cast, each in their own area with their own roles', async () => {
    for (const { handle, name, area, roles, organisation } of DEMONSTRATION_CAST) {
      const rows = await borough.ask<{ name: string; role: string; code: string | null }>(
        `select u.name, p.role, o.code from users u
           join appointments p on p.user_id = u.id
           left join organisations o on o.area_id = p.area_id and o.id = p.organisation_id
         where u.handle = ? and u.home_area_id = p.area_id`,
        [handle],
        area,
      )
      expect(rows.map(row => row.role).sort()).toEqual([...roles].sort())
      expect(new Set(rows.map(row => row.name))).toEqual(new Set([name]))
      const codes = rows.flatMap(({ code }) => code ?? [])
      expect(new Set(codes)).toEqual(new Set(organisation === null ? [] : [organisation]))
    }
  })

  test('have no passwords, so the demonstration alone lets them in', async () => {
    expect(await borough.count('select count(*) from users where password_hash is not null')).toBe(
      0,
    )
  })

  test('leave Sam every role at home and none in Kirkdale', async () => {
    const roles = `select p.role from appointments p join users u on u.id = p.user_id where u.handle = 'sam'`
    expect(await borough.ask(roles)).toEqual([])
    expect((await borough.ask<{ role: string }>(roles, [], 'sallow')).length).toBe(ROLES.length)
  })

  test('never sign off their own figures, and every partner has both an officer and an approver', async () => {
    for (const area of ['kirkdale', 'sallow']) {
      expect(
        await borough.count(
          'select count(*) from actuals where approved_by = entered_by',
          [],
          area,
        ),
      ).toBe(0)
    }
    expect(
      await borough.count(
        `select count(*) from indicators i where 2 > (
           select count(distinct role) from appointments p
           where p.organisation_id = i.lead_organisation_id and p.role in ('data-officer', 'approver'))`,
      ),
    ).toBe(0)
  })

  test('work for twelve organisations, two of them voluntary, one gone into another', async () => {
    expect(await borough.count('select count(*) from organisations')).toBe(12)
    expect(await borough.count(`select count(*) from organisations where kind = 'voluntary'`)).toBe(
      2,
    )
    expect(
      await borough.ask(
        `select gone.code, heir.code as heir from organisations gone
           join organisations heir on heir.area_id = gone.area_id and heir.id = gone.successor_id
         where gone.ended_on is not null`,
      ),
    ).toEqual([{ code: 'BH', heir: 'KH' }])
  })

  test('sit on a partnership with four boards and other bodies below them', async () => {
    const below = (slug: string) =>
      borough.count(
        `select count(*) from partnerships p join partnerships q on q.id = p.parent_id
         where q.slug = ?`,
        [slug],
      )
    expect(await below('kirkdale-partnership')).toBe(4)
    expect(await below('safer-and-healthier')).toBeGreaterThan(1)
    expect(
      await borough.count(
        `select count(*) from partnerships p where p.governance_class = 'partnership'
           and not exists (select 1 from indicators i where i.partnership_id = p.id)`,
      ),
    ).toBeGreaterThan(0)
    expect(
      await borough.count(`select count(*) from partnerships where review_due_on < '2026-11-23'`),
    ).toBeGreaterThan(0)
  })

  test('differ about their partnership, in two rounds', async () => {
    const rows = await borough.ask<{ rounds: number; spread: number }>(
      `select count(distinct held_on) as rounds, max(score) - min(score) as spread
       from self_evaluation_scores group by partnership_id`,
    )
    expect(rows.every(({ rounds }) => rounds === 2)).toBe(true)
    expect(rows.every(({ spread }) => spread >= 2)).toBe(true)
  })
})
