import { importFile } from '../../server/imports/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { goldenFile } from '../support/golden'
import { standingsOf, within } from './area'
import { earlierPlanningReturn, planningReturn, planningRows } from './planning'
import { describeReal } from './source'

const open = emptyDatabase()

describeReal('Speed of planning decisions, 17 areas', () => {
  test('load, the earlier publication first', async () => {
    const create = {
      area: 'Planning',
      create: true,
      polarity: 'higher-is-better',
      today: TODAY,
    } as const
    const earlier = await importFile(open.db, { ...create, file: earlierPlanningReturn() })
    expect(earlier).toMatchObject({ outcome: 'loaded', fresh: 119 })

    const later = await importFile(open.db, { ...create, file: planningReturn() })
    const { fresh, changed, unchanged, refused } = later
    expect(later.outcome).toBe('loaded')
    expect({ fresh, changed, unchanged, refused }).toEqual({
      fresh: 340,
      changed: 1,
      unchanged: 118,
      refused: 0,
    })
    expect(fresh + changed + unchanged).toBe(planningRows().length)
  })

  test('keep the one figure that was really revised in both versions', async () => {
    const revised = await within(open.db, 'Planning', trx =>
      trx('actuals')
        .join('series', 'series.id', 'actuals.seriesId')
        .join('organisations', 'organisations.id', 'series.organisationId')
        .where({ code: 'E92000001', starts: '2024-01-01' })
        .orderBy('version')
        .select('version', 'state', 'value'),
    )
    expect(revised).toContainEqual({ version: 1, state: 'superseded', value: 91 })
    expect(revised).toContainEqual({ version: 2, state: 'published', value: 90 })
  })

  test.each([
    ['e06000006', 'halton', 'hit-and-miss'],
    ['e08000009', 'trafford', 'pass'],
  ])('%s has the limits of the reference', async (council, name, assurance) => {
    const standing = (await standingsOf(open.db, 'Planning', '2026-01-20')).get(
      `p151-major-${council}`,
    )!
    const golden = goldenFile(`spc/real-planning-${name}.json`) as {
      expected: { mean: number; lpl: number; upl: number }
    }
    expect(standing).toMatchObject({ variation: null, assurance, status: 'green' })
    expect(standing.mean).toBeCloseTo(golden.expected.mean, 9)
    expect(standing.lower).toBeCloseTo(golden.expected.lpl, 9)
    expect(standing.upper).toBeCloseTo(golden.expected.upl, 9)
  })
})
