import { create, HEADER, loading } from './loading'

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

  const named = `${HEADER},partner_name`
  const namesIn = (area: string) =>
    within(area, async trx => {
      const held = await trx('organisations').orderBy('code').select('code', 'name')
      return held.map(({ code, name }) => `${code}: ${name}`)
    })

  test('are called what the file calls them', async () => {
    const called = [
      'w,AA,2016/17 Q1,,,1,,,,,,',
      'w,AA,2016/17 Q2,,,1,,,,,,Aigburth Trust',
      'w,BB,2016/17 Q1,,,2,,,,,,Bootle Trust',
    ]
    await load('Huyton', called, { ...create, eachPartner: true }, named)
    expect(await namesIn('Huyton')).toEqual(['AA: Aigburth Trust', 'BB: Bootle Trust'])

    const otherwise = ['w,BB,2016/17 Q2,,,2,,,,,,Another Name']
    await load('Huyton', otherwise, { ...create, eachPartner: true }, named)
    expect(await namesIn('Huyton')).toContain('BB: Bootle Trust')
  })

  test('are called what the definitions call them where the file does not say', async () => {
    const bytes = new TextEncoder().encode(
      'indicator_code,lead_code,lead_name\nx,CC,Crosby Council',
    )
    const definitions = { name: 'definitions.csv', bytes }
    await load('Irby', ['x,CC,2016/17 Q1,,,1,,,,,'], { ...create, definitions })
    expect(await namesIn('Irby')).toEqual(['CC: Crosby Council'])
  })
})
