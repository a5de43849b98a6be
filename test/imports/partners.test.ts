import { create, loading } from './loading'

const { load, within } = loading()

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
