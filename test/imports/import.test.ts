import fc from 'fast-check'
import type { Database } from '../../server/database/database'
import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import { Refusal } from '../../server/domain/refusal'
import { importFile, type ImportRequest } from '../../server/imports/import'
import { countsSentence } from '../../server/imports/report'
import { rebuildStandings } from '../../server/performance/standings/keep'
import { emptyDatabase } from '../support/database'

const open = emptyDatabase()

const HEADER =
  'indicator_code,partner_code,period,numerator,denominator,value,target,forecast,status_flag,data_status,comment'

function load(area: string, rows: string[], request: Partial<ImportRequest> = {}, header = HEADER) {
  const bytes = new TextEncoder().encode([header, ...rows].join('\n'))
  return importFile(open.db, { file: { name: 'return.csv', bytes }, area, ...request })
}

const create = { create: true, polarity: 'higher-is-better' } as const

function areaOf(name: string): Promise<Area | undefined> {
  return open.db('areas').where({ name }).first()
}

async function within<Result>(
  name: string,
  work: (trx: Database, area: Area) => Promise<Result>,
): Promise<Result> {
  const area = await areaOf(name)
  if (!area) throw new Error(`No area ${name}`)
  return inScope(open.db, { areaId: area.id, sight: 'all' }, trx => work(trx, area))
}

const figuresOf = (name: string) =>
  within(name, trx => trx('actuals').orderBy(['seriesId', 'starts', 'version']))

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

describe('refusals', () => {
  test('a fault in the last row loads nothing at all', async () => {
    const rows = [...Array(40).keys()].map(i => `m-${i},KC,2016/17,,,${i},,,,,`)
    const report = await load('Crosby', [...rows, 'm-99,KC,2016/17,,,lots,,,,,'], create)
    expect(report).toMatchObject({ outcome: 'refused', read: 41, fresh: 40, refused: 1 })
    expect(await areaOf('Crosby')).toBeUndefined()
    expect(await open.db('organisations')).toEqual([])
  })

  test('a failure while writing loads nothing at all', async () => {
    await load('Crosby', ['m-1,KC,2016/17,,,1,,,,,'], create)
    await within('Crosby', trx =>
      trx('actuals').update({ version: 32_767, revisionReason: 'Recounted' }),
    )
    const before = await figuresOf('Crosby')

    const tooMany = load('Crosby', ['m-3,KC,2016/17,,,3,,,,,', 'm-1,KC,2016/17,,,2,,,,,'], create)
    await expect(tooMany).rejects.toThrow('smallint')
    expect(await figuresOf('Crosby')).toEqual(before)
    expect(await within('Crosby', trx => trx('indicators'))).toHaveLength(1)
  })

  test('are made all at once, each by row and column', async () => {
    const report = await load('Crosby', [
      'm-1,KC,2016/17,,,x,,,,,',
      'm-1,KC,2017/18 Q1,,,1,4 to 5,,,,',
      'm-2,KC,2016/17,,,1,,,,,',
      'm-1,XX,2016/17,,,1,,,,,',
      'm-1,KC,2018/19,,,1,,,,,',
    ])
    expect(report.outcome).toBe('refused')
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'value'],
      [3, 'period'],
      [3, 'target'],
      [4, 'indicator_code'],
      [5, 'partner_code'],
    ])
    expect(report.faults[3]?.sentence).toBe('No measure “m-2” in Crosby. Add --create to make it.')
    expect(report).toMatchObject({ refused: 4, fresh: 1 })
  })

  test('leave the good rows to be loaded when that is asked for', async () => {
    const report = await load('Crosby', ['m-1,KC,2018/19,,,1,,,,,', 'm-1,KC,bad,,,1,,,,,'], {
      skipRefused: true,
    })
    expect(report).toMatchObject({ outcome: 'loaded', fresh: 1, refused: 1 })
    expect(await figuresOf('Crosby')).toHaveLength(2)
  })

  test('meet both of two rows for one figure, identical ones too', async () => {
    const twice = await load('Crosby', ['m-1,KC,2020/21,,,1,,,,,', 'M 1,KC,2020-21,,,1,,,,,'])
    expect(twice.faults.map(({ row, sentence }) => [row, sentence])).toEqual([
      [2, expect.stringContaining('Row 3 is for the same measure')],
      [3, expect.stringContaining('Row 2 is for the same measure')],
    ])
  })

  test('name a measure whose periods are of several lengths', async () => {
    const rows = ['q,KC,2016/17,,,1,,,,,', 'q,KC,2016/17 Q1,,,1,,,,,']
    const report = await load('Crosby', rows, create)
    expect(report.faults[0]?.sentence).toContain('Say its frequency in a definitions file')
  })
})

describe('partners', () => {
  const rows = ['t,AA,2016/17 Q1,1,4,,50,,,,', 't,BB,2016/17 Q1,2,4,,50,,,,']

  test('that report one measure are its breakdown', async () => {
    const report = await load('Dovedale', rows, create)
    expect(report.notes.join(' ')).toContain('--each-partner')
    const series = await within('Dovedale', trx => trx('series').orderBy(['kind', 'key']))
    expect(series.map(({ kind, key }) => [kind, key])).toEqual([
      ['headline', ''],
      ['partner', 'aa'],
      ['partner', 'bb'],
    ])
    expect(await load('Dovedale', rows)).toMatchObject({ unchanged: 2 })
    expect(await load('Dovedale', rows.slice(1))).toMatchObject({ unchanged: 1 })
  })

  test('stand beside the headline rows of the measure', async () => {
    const together = ['u,,2016/17 Q1,3,8,,,,,,', ...rows.map(row => row.replace('t,', 'u,'))]
    const report = await load('Everton', together, create)
    expect(report).toMatchObject({ outcome: 'loaded', fresh: 3 })
    expect(await within('Everton', trx => trx('series'))).toHaveLength(3)
    expect(await load('Everton', together)).toMatchObject({ unchanged: 3 })
  })

  test('can each have a measure of their own', async () => {
    const options = { ...create, eachPartner: true }
    await load('Formby', rows, options)
    const indicators = await within('Formby', trx => trx('indicators').orderBy('reference'))
    expect(indicators.map(({ reference, title }) => [reference, title])).toEqual([
      ['t-aa', 't: AA'],
      ['t-bb', 't: BB'],
    ])
    expect(await within('Formby', trx => trx('standings'))).toHaveLength(2)
    expect(await load('Formby', rows, { eachPartner: true })).toMatchObject({ unchanged: 2 })
  })

  test('who lead a measure give its headline', async () => {
    await load('Garston', ['v,AA,2016/17 Q1,,,1,,,,,'], create)
    const added = ['v,AA,2016/17 Q2,,,2,,,,,', 'v,BB,2016/17 Q2,,,3,,,,,']
    expect((await load('Garston', added)).faults[0]?.column).toBe('partner_code')
    await load('Garston', added, create)
    const figures = await within('Garston', trx =>
      trx('actuals')
        .join('series', 'series.id', 'actuals.seriesId')
        .orderBy(['kind', 'starts'])
        .select('kind', 'value'),
    )
    expect(figures).toEqual([
      { kind: 'headline', value: 1 },
      { kind: 'headline', value: 2 },
      { kind: 'partner', value: 3 },
    ])
  })
})

describe('what deserves a second look', () => {
  test('is said, and loaded all the same', async () => {
    const report = await load(
      'Huyton',
      [
        'w,KC,2016/17 Q1,,,0.774%,80,,,,',
        'w,KC,2016/17 Q2,,,0,80,,,,',
        'x,KC,2016/17 Q1,,,7,0,,,,',
      ],
      create,
    )
    expect(report.outcome).toBe('loaded')
    const notes = report.notes.join('\n')
    expect(notes).toContain('Row 4 has a target of 0.')
    expect(notes).toContain('Row 3 has a figure of 0.')
    expect(notes).toContain('Row 2 has a percentage of 1 or less.')
  })

  test('the sender’s colours are held beside ours', async () => {
    const report = await load(
      'Ince',
      [
        'y,KC,2016/17 Q1,,,80,80,,green,,',
        'y,KC,2016/17 Q2,,,77,80,,amber (close),,',
        'y,KC,2016/17 Q3,,,75,80,,amber,,',
        'y,KC,2016/17 Q4,,,-,80,,red,,',
      ],
      create,
    )
    expect(report.flags).toEqual({
      agree: 2,
      differ: [
        { row: 4, reference: 'y', period: '2016/17 Q3', theirs: 'amber', ours: 'red' },
        { row: 5, reference: 'y', period: '2016/17 Q4', theirs: 'red', ours: null },
      ],
    })
  })
})

test('rows read are always accepted + unchanged + refused', async () => {
  const cell = fc.constantFrom('', '1', '2', '0', '12.5', 'n/a', '*', 'x', '1,0', '-3', '5%')
  const row = fc.tuple(
    fc.constantFrom('p', 'q', 'Q', ''),
    fc.constantFrom('KC', 'KP', '', 'XX'),
    fc.constantFrom('2016/17 Q1', 'Q2 2016/17', '2016/17', 'Q1 2022', ''),
    cell,
    cell,
    cell,
    cell,
    cell,
  )
  await load('Kirkby', ['p,KC,2016/17 Q1,,,1,5,,,,', 'q,,2016/17 Q2,,,2,5,,,,'], create)

  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, dryRun) => {
      const lines = rows.map(cells => cells.map(text => `"${text}"`).join())
      const header = HEADER.split(',').slice(0, 8).join()
      const report = await load('Kirkby', lines, { dryRun, skipRefused: true }, header)
      const filled = rows.filter(cells => cells.some(text => text !== '')).length
      const { read, fresh, changed, unchanged, refused, faults } = report
      expect(read).toBe(filled)
      expect(fresh + changed + unchanged + refused).toBe(read)
      expect(new Set(faults.map(fault => fault.row)).size).toBe(refused)
      expect(countsSentence(report)).toContain(`${read} row`)
    }),
    { numRuns: 60, seed: 7306 },
  )
})
