import { tables } from '../../server/database/tables'
import { inScope } from '../../server/database/scope'
import {
  AVAILABILITIES,
  CERTAINTIES,
  FIGURE_STATES,
  REASON_CODES,
} from '../../server/domain/figure'
import { ROLES } from '../../server/domain/people'
import { FREQUENCIES } from '../../server/domain/period'
import { POLARITIES } from '../../server/domain/polarity'
import { STATUSES } from '../../server/domain/status'
import { seededBorough } from './borough'

const borough = seededBorough()

/** Made by people while they use the service, never by the seeds. */
const LEFT_EMPTY = ['sessions', 'invitations', 'rateLimits']

describe('the rows of the demonstration', () => {
  test('fill every table, and read back as the tables say they do', async () => {
    const areas = await borough.db('areas').select()
    for (const [name, row] of Object.entries(tables)) {
      if (LEFT_EMPTY.includes(name)) continue
      let found = 0
      for (const area of areas) {
        const singh = await borough.db('users').where({ handle: 'singh' }).first()
        const scope = { areaId: area.id, userId: singh!.id, sight: 'all' as const }
        const rows = await inScope(borough.db, scope, async trx => trx(name as never).select())
        for (const each of rows) row.parse(each)
        found += rows.length
      }
      expect({ name, found: found > 0 }).toEqual({ name, found: true })
    }
  })

  test.each([
    ['indicators', 'polarity', POLARITIES],
    ['indicators', 'frequency', FREQUENCIES],
    ['indicators', 'shape', ['discrete', 'cumulative']],
    ['indicators', 'year_to_date', ['sum', 'mean', 'latest', 'ratio']],
    ['indicators', 'tolerance_kind', ['relative', 'absolute']],
    ['indicators', 'level', ['input', 'output', 'outcome', 'perception']],
    ['indicators', 'quality_rating', ['good', 'fair', 'poor']],
    ['series', 'kind', ['headline', 'place', 'group', 'partner']],
    ['actuals', 'state', FIGURE_STATES],
    ['actuals', 'availability', AVAILABILITIES],
    ['actuals', 'certainty', CERTAINTIES],
    ['forecasts', 'horizon', ['period', 'year-end']],
    ['actions', 'status', ['not-started', 'under-way', 'done', 'paused', 'dropped']],
    ['links', 'kind', ['knock-on', 'companion']],
    ['assessments', 'kind', ['equalities', 'sustainability', 'efficiency']],
    ['memberships', 'role', ['lead', 'member', 'contributor']],
    [
      'partnerships',
      'governance_class',
      ['partnership', 'network', 'working-group', 'contract-or-grant'],
    ],
    ['partnerships', 'stage', ['forming', 'frustration', 'results', 'maturity', 'winding-down']],
    [
      'responsibilities',
      'role',
      ['lead-officer', 'partner-lead', 'portfolio-holder', 'board-chair'],
    ],
    ['answers', 'verdict', ['answered', 'partly', 'not-answered', 'taken-away']],
    ['recommendations', 'state', ['green', 'amber', 'red', 'paused']],
    ['responses', 'decision', ['accepted', 'in-part', 'rejected']],
    ['appointments', 'role', ROLES],
  ])('hold every kind of %s.%s there is', async (table, column, values) => {
    const rows = await borough.ask<{ found: string }>('select distinct ?? as found from ??', [
      column,
      table,
    ])
    expect(rows.map(({ found }) => found)).toEqual(expect.arrayContaining([...values]))
  })

  test('stand in every status but one: a figure is either due or published here', async () => {
    const rows = await borough.ask<{ found: string }>(
      `select distinct recent->>'status' as found
       from standings, jsonb_array_elements(standing->'recent') as recent`,
    )
    const found = rows.map(row => row.found)
    const judged = STATUSES.filter(status => status !== 'overdue' && status !== 'not-yet-due')
    expect(found).toEqual(
      expect.arrayContaining(judged.filter(status => status !== 'not-applicable')),
    )
    expect(
      await borough.count(`select count(*) from actuals where availability = 'not-applicable'`),
    ).toBeGreaterThan(0)
  })

  test('give a reason with every red figure sent in, from most of the codes', async () => {
    const codes = await borough.ask<{ code: string }>(
      `select distinct reason_code as code from actuals where reason_code is not null`,
    )
    const known = codes.map(({ code }) => code)
    expect(REASON_CODES).toEqual(expect.arrayContaining(known))
    expect(known.length).toBeGreaterThanOrEqual(8)
    expect(
      await borough.count(
        `select count(*) from standings k join actuals a
           on a.area_id = k.area_id and a.series_id = k.series_id
             and a.starts = (k.standing->>'starts')::date and a.state = 'published'
         where k.headline and k.standing->>'status' = 'red' and a.reason_text = ''`,
      ),
    ).toBe(0)
  })
})
