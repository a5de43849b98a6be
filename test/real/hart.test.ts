import { judge } from '../../server/domain/status'
import { flagSentence } from '../../server/imports/flags'
import { importFile, type ImportReport } from '../../server/imports/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { standingsOf, tally, within } from './area'
import { hartDefinitions, hartKpis, hartReturn, polarityOf, type Vintage } from './hart'
import { describeReal } from './source'

const open = emptyDatabase()

const load = (vintage: Vintage) =>
  importFile(open.db, {
    file: hartReturn(vintage),
    definitions: hartDefinitions(),
    area: 'Hart',
    today: TODAY,
    create: vintage === 'aug2014',
  })

/** Why our rule gives another colour than was published, for each row where it does. */
const EXPLAINED: Record<string, string> = {
  'ets01 2014/15 Q1':
    'No figure: 0 stands for a count not agreed yet, so there is nothing to judge.',
  'ets01 2014/15 Q2':
    'No figure: 0 stands for a count not agreed yet, so there is nothing to judge.',
  'fi06 2014/15 Q2': '97 against 97 is on target; the colour must rest on decimals not published.',
  'hr11 2014/15 Q2':
    '2.7 repeats the first quarter of a sum that only grows: an old figure, a new colour.',
  'hs16 2014/15 Q2':
    '28 repeats the first quarter; the note counts 24 more, and so does the colour.',
  'it01 2014/15 Q1': '42.5 is 29% short of 60, and was published as amber all the same.',
  'it03 2014/15 Q1': '80.6 is 10.4% short of 90, and was published as green all the same.',
  'it06 2014/15 Q2': 'No figure: 0 in a year near 100, published as green.',
  'ps05 2014/15 Q2': 'No figure: 0 in a year above 88, published as green.',
}

describeReal('Hart’s 45 measures, as two published reports', () => {
  let august: ImportReport
  let november: ImportReport

  beforeAll(async () => {
    august = await load('aug2014')
    november = await load('nov2014')
  })

  test('load with every row accounted for', () => {
    const made = { area: true, organisations: 1, indicators: 45 }
    expect(august).toMatchObject({ outcome: 'loaded', read: 90, fresh: 90, refused: 0, made })
    expect(november).toMatchObject({ outcome: 'loaded', read: 90, fresh: 45, unchanged: 43 })
  })

  test('the two figures revised between the reports are kept in both versions', async () => {
    expect(november.changes.map(({ reference, from, to }) => [reference, from, to])).toEqual([
      ['fi06', '97.4%', '97.9%'],
      ['hr11', '2.60', '2.70'],
    ])
    const marked = hartKpis().filter(({ q1_revised: revised }) => revised === 'true')
    expect(marked.map(({ kpi_ref: reference }) => reference)).toEqual(['FI06', 'HR11'])
    const superseded = await within(open.db, 'Hart', trx =>
      trx('actuals').where({ state: 'superseded' }).orderBy('value').select('value', 'starts'),
    )
    expect(superseded).toEqual([
      { value: 2.6, starts: '2014-04-01' },
      { value: 97.4, starts: '2014-04-01' },
    ])
  })

  test('our colour is the published one in 74 of 83, and each of the others is explained', () => {
    const { agree, differ } = november.flags
    const table = differ.map(each => ({
      sentence: flagSentence(each),
      why: EXPLAINED[`${each.reference} ${each.period}`],
    }))
    process.stdout.write(table.map(({ sentence, why }) => `${sentence} ${why}\n`).join(''))

    expect(agree).toBe(74)
    expect(differ.map(({ reference, period }) => `${reference} ${period}`)).toEqual(
      Object.keys(EXPLAINED),
    )
    expect(differ.map(({ theirs, ours }) => [theirs, ours])).toEqual([
      ['red', null],
      ['red', null],
      ['amber', 'green'],
      ['red', 'green'],
      ['green', 'red'],
      ['amber', 'red'],
      ['green', 'red'],
      ['green', null],
      ['green', null],
    ])
  })

  test('a tolerance of 10% of the target explains the published colours best', () => {
    const agreements = new Map(
      [2, 5, 8, 9, 10, 12, 13, 14, 15, 20].map(size => [size, agreeing(size)]),
    )
    expect([...agreements]).toEqual([
      [2, 69],
      [5, 71],
      [8, 73],
      [9, 73],
      [10, 74],
      [12, 74],
      [13, 74],
      [14, 72],
      [15, 72],
      [20, 71],
    ])
  })

  test.each(checkedByHand())('%s %s: %s', async (reference, status, figure, expected) => {
    const standing = (await standingsOf(open.db, 'Hart', '2014-11-07')).get(reference)
    expect({ ...standing, figure }).toMatchObject({ starts: '2014-07-01', status, ...expected })
  })

  test('the counts of colours come out', async () => {
    const standings = [...(await standingsOf(open.db, 'Hart', '2014-11-07')).values()]
    expect(tally(standings.map(({ status }) => status))).toEqual({
      red: 7,
      amber: 2,
      green: 31,
      'no-target': 1,
      'context-only': 3,
      'not-yet-due': 1,
    })
  })
})

/** Read from the source by eye, and worked out on paper. */
function checkedByHand() {
  return [
    ['cs01', 'green', '95.5 against 90, higher is better', { gap: 5.5 }],
    ['cs02a', 'amber', '77.4 against 80: 2.6 short of a tolerance of 8', { gap: -2.6 }],
    ['ps01', 'red', '57.1 against 70: 12.9 short of a tolerance of 7', { gap: -12.9 }],
    ['hs01', 'green', '11 days against 15, lower is better', { gap: 4 }],
    ['rb08', 'red', '9.05 against 8, lower is better, tolerance 0.8', { gap: -1.05 }],
    ['snh02', 'red', '−9 against 5: a negative figure', { gap: -14 }],
    ['ls05', 'red', '−28 against 0: no tolerance of a target of 0', { gap: -28, tolerance: 0 }],
    ['hs08', 'red', '25 against 50, cumulative', { gap: -25, value: 25 }],
    ['rb09', 'no-target', '9.4 against nothing', { value: 9.4, target: null }],
    ['snh04', 'context-only', '169, data only', { value: 169 }],
  ] as const
}

/** Published colours that our rule gives too, at one tolerance relative to the target. */
function agreeing(size: number): number {
  return hartKpis().flatMap(kpi =>
    (['q1', 'q2'] as const).filter(quarter => {
      const value = kpi[`${quarter}_2014_15_as_reported_nov2014`] ?? ''
      const flag = /^(green|amber|red)/.exec(kpi[`status_${quarter}`] ?? '')?.[0]
      const isNothing = value === '0' && ['ETS01', 'IT06', 'PS05'].includes(kpi.kpi_ref ?? '')
      if (flag === undefined || isNothing) return false
      const { status } = judge(Number(value), {
        polarity: polarityOf(kpi.kpi_ref ?? ''),
        decimals: 2,
        tolerance: { kind: 'relative', size },
        target: { value: Number(kpi[`target_${quarter}_2014_15`]), low: null, high: null },
      })
      return status === flag
    }),
  ).length
}
