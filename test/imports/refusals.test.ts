import fc from 'fast-check'
import { countsSentence } from '../../server/imports/report'
import { create, HEADER, loading } from './loading'

const { load, areaOf, within, figuresOf } = loading()

describe('refusals', () => {
  test('a fault in the last row loads nothing at all', async () => {
    const rows = [...Array(40).keys()].map(i => `m-${i},KC,2016/17,,,${i},,,,,`)
    const report = await load('Crosby', [...rows, 'm-99,KC,2016/17,,,lots,,,,,'], create)
    expect(report).toMatchObject({ outcome: 'refused', read: 41, fresh: 40, refused: 1 })
    expect(await areaOf('Crosby')).toBeUndefined()
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

  test.each([
    ['2060/61 Q1,,,80,,,,,', 'value', '2060/61 Q1 has not ended, so it can have no figure yet.'],
    ['2026/27 Q3,,,80,,,,,', 'value', '2026/27 Q3 has not ended, so it can have no figure yet.'],
    [
      '2026/27 Q3,9,10,,,,,,',
      'numerator',
      '2026/27 Q3 has not ended, so it can have no figure yet.',
    ],
    ['1066/67 Q1,,,80,,,,,', 'period', '“1066/67 Q1” is not between 1900 and 2199.'],
    [
      '2016/17 Q1,11,10,,,,,,',
      'numerator',
      '11 of 10 cannot be: a part is never more than the whole.',
    ],
    [
      '2016/17 Q1,,,1e99,,,,,',
      'value',
      '“1e99” is written with an exponent. Write it out in full, like 100,000.',
    ],
    [
      '2016/17 Q1,,,1e-9,,,,,',
      'value',
      '“1e-9” is written with an exponent. Write it out in full, like 100,000.',
    ],
  ])('are made of what entry would refuse too: %s', async (cells, column, sentence) => {
    const rows = ['share,KC,2015/16 Q1,8,10,80%,,,,,', `share,KC,${cells}`]
    const report = await load('Speke', rows, create)
    expect(report.outcome).toBe('refused')
    expect(report.faults).toEqual([{ row: 3, column, sentence }])
  })

  test('are not made of targets and forecasts for periods to come', async () => {
    const rows = ['aim,KC,2026/27 Q1,,,80,75,,,,', 'aim,KC,2026/27 Q4,,,..,85,82,,,']
    const report = await load('Garston', rows, create)
    expect(report).toMatchObject({ outcome: 'loaded', fresh: 2, refused: 0 })
    expect((await figuresOf('Garston')).map(({ starts }) => starts)).toEqual(['2026-04-01'])
    const targets = await within('Garston', trx => trx('targets').orderBy('starts'))
    expect(targets.map(({ starts, value }) => [starts, value])).toEqual([
      ['2026-04-01', 75],
      ['2027-01-01', 85],
    ])
  })

  test('name a measure whose periods are of several lengths', async () => {
    const rows = ['q,KC,2016/17,,,1,,,,,', 'q,KC,2016/17 Q1,,,1,,,,,']
    const report = await load('Crosby', rows, create)
    expect(report.faults[0]?.sentence).toContain('Say its frequency in a definitions file')
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
