import { importFile } from '../../server/imports/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { goldenFile } from '../support/golden'
import { aeByOrganisation, aeByPartner, aeDefinitions, aeRows, completeTypeOne } from './ae'
import { standingsOf, tally, within, worklistOf } from './area'
import { describeReal } from './source'

const open = emptyDatabase()

/** Soon after the last quarter was due, so that nothing is overdue yet. */
const THEN = '2019-04-20'

describeReal('A&E waits, 133 organisations', () => {
  test('load with every row accounted for', async () => {
    const request = {
      file: aeByOrganisation(),
      definitions: aeDefinitions(),
      area: 'Four Hours',
      today: TODAY,
    }
    const report = await importFile(open.db, { ...request, create: true })
    expect(report).toMatchObject({
      outcome: 'loaded',
      read: 1596,
      fresh: 1596,
      refused: 0,
      made: { area: true, organisations: 133, indicators: 133 },
    })
    expect(await importFile(open.db, request)).toMatchObject({ unchanged: 1596, changed: 0 })
  })

  test('keep every figure as the source has it', async () => {
    const rows = await within(open.db, 'Four Hours', trx =>
      trx('actuals')
        .join('series', 'series.id', 'actuals.seriesId')
        .join('organisations', 'organisations.id', 'series.organisationId')
        .select('code', 'starts', 'value', 'numerator', 'denominator', 'certainty'),
    )
    const kept = new Map(rows.map(row => [`${row.code} ${row.starts}`, row]))
    for (const row of completeTypeOne()) {
      const { value, ...figure } = kept.get(`${row.org_code} ${row.period_start}`)!
      expect(Number((value ?? 0).toFixed(4))).toBe(Number(Number(row.pct_within_4h).toFixed(4)))
      expect(figure).toMatchObject({
        numerator: Number(row.within_4h),
        denominator: Number(row.attendances),
        certainty: row.months_present === '3' ? 'final' : 'provisional',
      })
    }
    expect(rows.filter(({ certainty }) => certainty === 'provisional')).toHaveLength(3)
  })

  test('are judged as a recount outside the product judges them', async () => {
    const standings = [...(await standingsOf(open.db, 'Four Hours', THEN)).values()]
    expect(tally(standings.map(({ status }) => status))).toEqual({ red: 119, amber: 11, green: 3 })
    expect(tally(standings.map(({ assurance }) => assurance))).toEqual({
      'hit-and-miss': 68,
      fail: 63,
      pass: 2,
    })
    expect(standings.every(({ trial, drawn }) => trial && drawn)).toBe(true)
  })

  test.each([
    ['rjz', '61.97', 'red', null, 'fail'],
    ['rcf', '86.21', 'red', 'concern', 'hit-and-miss'],
    ['ras', '57.68', 'red', null, 'fail'],
  ])('%s has the limits of the reference', async (code, value, status, variation, assurance) => {
    const standing = (await standingsOf(open.db, 'Four Hours', THEN)).get(`ae-4hr-${code}`)!
    const golden = goldenFile(`spc/real-aeq-${code}-pct.json`) as {
      expected: { mean: number; lpl: number; upl: number }
    }
    expect(standing.value?.toFixed(2)).toBe(value)
    expect(standing).toMatchObject({ status, variation, assurance })
    expect(standing.mean).toBeCloseTo(golden.expected.mean, 3)
    expect(standing.lower).toBeCloseTo(golden.expected.lpl, 3)
    expect(standing.upper).toBeCloseTo(golden.expected.upl, 3)
  })

  test('stand on the worklist in order of their shortfall', async () => {
    const standings = await standingsOf(open.db, 'Four Hours', THEN)
    const worklist = worklistOf(standings)
    expect(worklist.slice(0, 5)).toEqual(
      ['rxn', 'rj6', 'ras', 'rx1', 'rhu'].map(code => `ae-4hr-${code}`),
    )
    const reds = worklist.filter(reference => standings.get(reference)?.status === 'red')
    expect(worklist.slice(0, 119)).toEqual(reds)
  })

  test('load as a whole file of partners too', async () => {
    const file = aeByPartner()
    const request = { file, area: 'Everyone', create: true, today: TODAY }
    const report = await importFile(open.db, { ...request, polarity: 'higher-is-better' })
    expect(report).toMatchObject({
      outcome: 'loaded',
      read: aeRows().length,
      fresh: 4300,
      // 274 in the file, and the area's own, which leads the three measures.
      made: { organisations: 275, indicators: 3 },
    })
    expect(await importFile(open.db, request)).toMatchObject({ unchanged: 4300 })
    expect(
      await within(open.db, 'Everyone', trx => trx('series').where({ kind: 'partner' })),
    ).toHaveLength(428)
  })
})
