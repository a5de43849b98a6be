import { Refusal } from '../../server/domain/refusal'
import { rebuildStandings } from '../../server/performance/standings/keep'
import { create, loading } from './loading'

const { load, areaOf, within, figuresOf } = loading()

describe('importing into a new area', () => {
  test('makes the area, its organisations and its measures', async () => {
    const report = await load(
      'Anfield',
      [
        'ENV 03,KC,2016/17 Q1,,,44.1,50,45,,provisional,Rain',
        'ENV 03,KC,2016/17 Q2,,,45.25,50,,,,',
        'hc-07,KHT,2016/17 Q1,436,613,71.1,80,,,,',
      ],
      create,
    )

    expect(report).toMatchObject({
      outcome: 'loaded',
      fresh: 3,
      made: { area: true, organisations: 2, indicators: 2 },
    })
    expect(await areaOf('Anfield')).toMatchObject({ slug: 'anfield', yearStart: 4 })
    const indicators = await within('Anfield', trx => trx('indicators').orderBy('reference'))
    expect(indicators).toMatchObject([
      {
        reference: 'env-03',
        title: 'ENV 03',
        frequency: 'quarter',
        decimals: 2,
        unit: '',
        polarity: 'higher-is-better',
        startsOn: '2016-04-01',
      },
      { reference: 'hc-07', unit: '%', per: 100, decimals: 1, yearToDate: 'ratio' },
    ])
  })

  test('publishes its figures, with reasons, targets and frozen forecasts', async () => {
    const [first, second, third] = await within('Anfield', trx =>
      trx('actuals')
        .join('series', 'series.id', 'actuals.seriesId')
        .join('indicators', 'indicators.id', 'series.indicatorId')
        .orderBy(['reference', 'starts'])
        .select('actuals.*'),
    )
    expect(first).toMatchObject({
      starts: '2016-04-01',
      version: 1,
      state: 'published',
      value: 44.1,
      certainty: 'provisional',
      reasonText: 'Rain',
      revisionReason: '',
    })
    expect(second).toMatchObject({ starts: '2016-07-01', value: 45.25, certainty: 'final' })
    expect(third).toMatchObject({ value: 71.1256117455, numerator: 436, denominator: 613 })

    const targets = await within('Anfield', trx => trx('targets').orderBy(['starts', 'value']))
    expect(targets.map(({ starts, value }) => [starts, value])).toEqual([
      ['2016-04-01', 50],
      ['2016-04-01', 80],
      ['2016-07-01', 50],
    ])
    const [forecast] = await within('Anfield', trx => trx('forecasts'))
    expect(forecast).toMatchObject({
      horizon: 'period',
      starts: '2016-04-01',
      madeIn: '2016-01-01',
      value: 45,
      frozenAt: new Date('2016-03-31T00:00:00Z'),
    })
  })

  test('keeps the standings as a rebuild would make them', async () => {
    const before = await within('Anfield', trx => trx('standings').orderBy('seriesId'))
    expect(before).toHaveLength(2)
    await within('Anfield', (trx, area) => rebuildStandings(trx, area))
    expect(await within('Anfield', trx => trx('standings').orderBy('seriesId'))).toEqual(before)
  })

  test('is audited', async () => {
    expect(await within('Anfield', trx => trx('auditEvents'))).toMatchObject([
      {
        action: 'figures.imported',
        subject: 'return.csv',
        after: { read: 3, new: 3, changed: 0, unchanged: 0, refused: 0 },
      },
    ])
  })

  test('needs to be asked for', async () => {
    await expect(load('Nowhere', ['a,KC,2016/17,,,1,,,,,'])).rejects.toThrow(Refusal)
    expect(await areaOf('Nowhere')).toBeUndefined()
  })
})

describe('importing again', () => {
  const rows = [
    'a,KC,2016/17 Q1,,,1,5,2,,,',
    'a,KC,2016/17 Q2,,,2,5,,,,',
    'a,KC,2016/17 Q3,,,-,,,,,',
  ]

  beforeAll(() => load('Bootle', rows, create))

  test('the same file changes nothing', async () => {
    const before = await figuresOf('Bootle')
    const report = await load('bootle', rows)
    expect(report).toMatchObject({ outcome: 'loaded', fresh: 0, changed: 0, unchanged: 3 })
    expect(await figuresOf('Bootle')).toEqual(before)
    expect(await within('Bootle', trx => trx('auditEvents'))).toHaveLength(1)
  })

  test('shows what would change in a dry run, and changes nothing', async () => {
    const before = await figuresOf('Bootle')
    const report = await load(
      'Bootle',
      ['a,KC,2016/17 Q1,,,1.5,6,3,,,', 'a,KC,2016/17 Q4,,,9,,,,,'],
      {
        dryRun: true,
      },
    )
    expect(report).toMatchObject({ outcome: 'compared', fresh: 1, changed: 1 })
    expect(report.changes.map(({ row, what, from, to }) => [row, what, from, to])).toEqual([
      [2, 'figure', '1', '1.5'],
      [2, 'target', '5', '6'],
      [2, 'forecast', '2', '3'],
    ])
    expect(await figuresOf('Bootle')).toEqual(before)
  })

  test('a changed figure becomes a revision, and the earlier one is kept', async () => {
    const report = await load('Bootle', ['a,KC,2016/17 Q1,,,1.5,6,3,,,Recounted'])
    expect(report).toMatchObject({ outcome: 'loaded', changed: 1 })

    const [first, second] = await figuresOf('Bootle')
    expect(first).toMatchObject({ version: 1, state: 'superseded', value: 1 })
    expect(second).toMatchObject({
      version: 2,
      state: 'published',
      value: 1.5,
      reasonText: 'Recounted',
      revisionReason: 'Imported from return.csv',
    })
    expect(await within('Bootle', trx => trx('targetChanges'))).toMatchObject([
      {
        period: '2016-17-q1',
        before: { value: 5, low: null, high: null },
        after: { value: 6, low: null, high: null },
        reason: 'Imported from return.csv',
      },
    ])
    expect(await within('Bootle', trx => trx('forecasts'))).toHaveLength(2)
    const [standing] = await within('Bootle', trx => trx('standings'))
    const recent = standing?.standing.recent as { value: number | null }[]
    expect(recent.map(({ value }) => value)).toContain(1.5)
  })

  test('the earlier figure coming back is a revision too', async () => {
    await load('Bootle', ['a,KC,2016/17 Q1,,,1,,,,,'])
    const versions = (await figuresOf('Bootle')).filter(({ starts }) => starts === '2016-04-01')
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'published'],
    ])
    expect(versions[2]).toMatchObject({ value: 1, reasonText: 'Recounted' })
  })

  test('blanks take nothing away', async () => {
    const before = await figuresOf('Bootle')
    const report = await load('Bootle', ['a,KC,2016/17 Q1,,,,,,,,', 'a,KC,2016/17 Q2,,,,none,,,,'])
    expect(report).toMatchObject({ unchanged: 2, fresh: 0, changed: 0 })
    expect(await figuresOf('Bootle')).toEqual(before)
    expect(await within('Bootle', trx => trx('targets'))).toHaveLength(2)
  })

  test('leaves a figure that is in hand to the people at work on it', async () => {
    await within('Bootle', async (trx, area) => {
      const [any] = await trx('actuals').where({ areaId: area.id }).limit(1)
      await trx('actuals').insert({ ...any!, starts: '2017-01-01', version: 1, state: 'draft' })
    })
    const report = await load('Bootle', ['a,KC,2016/17 Q4,,,9,,,,,'])
    expect(report).toMatchObject({ outcome: 'refused', refused: 1 })
    expect(report.faults[0]?.sentence).toContain('in hand (draft)')
  })
})
