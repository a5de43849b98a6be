import { newId } from '../../server/database/id'
import { keepStandings } from '../../server/performance/standings/keep'
import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, type MeasurePlan } from './a-measure'

const at = demonstrationDatabase()
let made = 0

async function open(path: string, handle: Handle = null) {
  return (await browserFor(handle, at.db)).open(path)
}

async function pageOf(plan: Partial<MeasurePlan>, query = '') {
  made += 1
  const measure = await addMeasure(at, { reference: `ind-${made}`, ...plan })
  return { measure, opened: await open(`${measure.page}${query}`) }
}

const steady = [70, 72, 69, 71, 70, 73, 70, 69, 71, 72, 70, 71, 72, 69]

describe('what stands on the page of a measure', () => {
  test('the figure, its judgement and the arithmetic', async () => {
    const { opened } = await pageOf({ values: [82, 78, 70, 71.1] })
    expect(opened.main).toContain('71.1% in 2026/27 Q1 against 80.0%: red, second quarter running.')
    expect(opened.main).toContain('71.1% is 8.9 points below the target of 80.0%.')
  })

  test('signal or noise, in a sentence', async () => {
    const { opened } = await pageOf({ values: steady })
    expect(opened.main).toContain('Left as it is, it will miss the target every quarter')
    const few = await pageOf({ values: [70, 71] })
    expect(few.opened.main).toContain('There is not enough data: 2 quarters of figures')
  })

  test('where it is heading: change, the year so far, what the rest of it needs', async () => {
    const { opened } = await pageOf({ values: [60, 70, 72, 71, 64, 72], latest: '2026-27-q3' })
    expect(opened.main).toContain(
      'Better than the quarter before; better than the same quarter last year.',
    )
    expect(opened.main).toContain('2026/27 so far: 68.0% over 2 of 4 quarters, against 80.0%')
    expect(opened.main).toContain('The year needs 92.0% in each of the 2 quarters left')
  })

  test('who leads, who contributes, and the partnership it belongs to', async () => {
    const address = '/kirkdale/indicators/env-03'
    const { main, page } = await open(address, 'mo')
    expect(main).toContain('Kirkdale Council: Waste Services Manager')
    expect(main).toContain('(70%)')
    expect(page('.facts a[href^="/kirkdale/partnerships/"]')).toHaveLength(1)
    // The register is for those who have signed in; a link to it would lead others to a refusal.
    expect((await open(address)).page('.facts a')).toHaveLength(0)
  })

  test('range, no target and no figure each say so', async () => {
    const range = await pageOf({
      target: { low: 71, high: 75 },
      rules: { polarity: 'range-is-better' },
    })
    expect(range.opened.main).toContain('below the range wanted, 71.0% to 75.0%')
    expect((await pageOf({ target: null })).opened.main).toContain('no target is set')
    const none = await pageOf({ values: [] })
    expect(none.opened.main).toContain('No figures yet')
    expect(none.opened.page('table')).toHaveLength(0)
  })

  test('a measure that is not there is not found', async () => {
    expect((await open('/kirkdale/indicators/none-99')).status).toBe(404)
    expect((await open('/kirkdale/indicators/none-99.csv')).status).toBe(404)
  })
})

describe('the chart', () => {
  function specOf({ page }: Awaited<ReturnType<typeof open>>) {
    return JSON.parse(page('[data-chart]').attr('data-chart')!)
  }

  function dataOf(spec: { config: { data: { datasets: { label: string; data: unknown[] }[] } } }) {
    const { datasets } = spec.config.data
    return datasets.find(({ label }) => label === 'Actual')!.data
  }

  test('is drawn by the server, and has the same numbers as the table', async () => {
    const { opened } = await pageOf({ values: [70.1, 71.2, null, 73.4] })
    const { page } = opened
    expect(page('.picture__drawn svg[role=img]').length).toBeGreaterThan(0)
    const table = page('tbody tr')
      .toArray()
      .map(row => Number.parseFloat(page(row).find('td').first().text()))
      .reverse()
    const drawn = dataOf(specOf(opened)).map(point =>
      point !== null && typeof point === 'object' ? (point as { y: number | null }).y : point,
    )
    expect(drawn.filter(value => value !== null)).toEqual(table)
  })

  test.each([
    ['', 'Against target'],
    ['?view=year-to-date', 'Year to date'],
    ['?view=last-year', 'Same time last year'],
    ['?view=control', 'Signal or noise'],
    ['?view=banana', 'Against target'],
  ])('its views are plain links: "%s"', async (query, name) => {
    const { opened, measure } = await pageOf({ values: steady }, query)
    expect(opened.status).toBe(200)
    expect(opened.page('section[aria-label=Chart] b').first().text()).toBe(name)
    expect(opened.page(`a[href="${measure.page}?view=control"]`).length).toBe(
      name === 'Signal or noise' ? 0 : 1,
    )
    expect(specOf(opened).config).toBeDefined()
  })

  test('the control chart has limits, and the year to date is worked out', async () => {
    const control = await pageOf({ values: steady }, '?view=control')
    expect(control.opened.page('.picture svg').first().text()).toContain(
      'Limits of ordinary variation',
    )
    const plan = { values: [10, 20, 30, 40], latest: '2026-27-q1', target: null }
    const rules = { yearToDate: 'sum' as const, unit: 'homes', decimals: 0 }
    const { opened } = await pageOf({ ...plan, rules }, '?view=year-to-date')
    expect(
      dataOf(specOf(opened)).map(point =>
        typeof point === 'number' ? point : (point as { y: number }).y,
      ),
    ).toEqual([10, 30, 60, 100])
  })
})

describe('small numbers', () => {
  const plan = {
    values: [
      { numerator: 30, denominator: 61 },
      { numerator: 3, denominator: 161 },
    ],
    rules: { yearToDate: 'ratio' as const },
  }

  test.each([null, 'singh'] as Handle[])('are hidden from %s, everywhere', async handle => {
    const { measure } = await pageOf(plan)
    const { main } = await open(measure.page, handle)
    expect(main).toContain('1.9% (fewer than 5 cases) in 2026/27 Q1')
    expect(main).not.toContain('3 of 161')
    expect(main).toContain('30 of 61')
    expect((await open(measure.at('2026-27-q1'), handle)).main).not.toContain('3 of 161')
    const row = (await open(`${measure.page}.csv`, handle)).text.trim().split('\r\n').at(-1)!
    expect(row).toContain(',2026/27 Q1,,,1.9,')
  })

  test('are there for officers, who have to work with them', async () => {
    const { measure } = await pageOf(plan)
    expect((await open(measure.page, 'olive')).main).toContain('3 of 161')
    expect((await open(measure.at('2026-27-q1'), 'mo')).main).toContain('3 of 161')
    expect((await open(`${measure.page}.csv`, 'mo')).text).toContain(',3,161,')
  })

  test('are hidden in a breakdown too', async () => {
    const { measure } = await pageOf({
      values: [50],
      rules: { unit: 'homes', decimals: 0, countsPeople: true },
    })
    await at.inArea('kirkdale', async trx => {
      const { areaId, indicatorId, organisationId } = measure
      for (const [place, value] of [
        ['Ashbeck', 2],
        ['Northway', 48],
      ] as const) {
        const id = newId()
        const ids = { areaId, organisationId }
        await trx('series').insert({
          ...ids,
          id,
          indicatorId,
          kind: 'place',
          key: place,
          label: place,
        })
        await trx('actuals').insert({
          ...ids,
          seriesId: id,
          starts: '2026-04-01',
          version: 1,
          state: 'published',
          value,
          certainty: 'final',
        })
        const area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
        await keepStandings(trx, area, [id])
      }
    })
    const { main } = await open(measure.page)
    expect(main).toMatch(/Ashbeck ?fewer than 5 cases/)
    expect(main).toMatch(/Northway ?not shown/)
    expect((await open(measure.page, 'mo')).main).toMatch(/Ashbeck ?2 homes/)
  })
})

describe('the download', () => {
  test('has every version of every figure beside its target', async () => {
    const { measure } = await pageOf({ values: [70, 71.5] })
    const download = await open(`${measure.page}.csv`)
    expect(download.headers['content-disposition']).toContain(`kirkdale-${measure.reference}.csv`)
    const [head, ...rows] = download.text.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toMatch(/^indicator_code,partner_code,period,numerator,denominator,value,target/)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toContain(`${measure.reference},kirkdale-council,2026/27 Q1,,,71.5,80`)
  })
})

describe('what may be done from here', () => {
  test('its own data officer may enter the next figure', async () => {
    const { measure } = await pageOf({})
    const link = `a[href="${measure.at()}"]`
    expect((await open(measure.page, 'olive')).page(link).text()).toBe('Enter the next figure')
    for (const handle of ['percy', 'mo', 'singh', null] as Handle[]) {
      expect((await open(measure.page, handle)).page(`${link}:contains("Enter")`)).toHaveLength(0)
    }
  })

  test('a councillor may prepare questions', async () => {
    const { measure } = await pageOf({})
    const { page } = await open(measure.page, 'singh')
    const link = page('a:contains("Prepare questions")').attr('href')
    expect(link).toBe(`/kirkdale/scrutiny/enquiries/${measure.reference}/2026-27-q1`)
    expect((await open(measure.page, 'olive')).main).not.toContain('Prepare questions')
  })
})
