import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, LATEST, type Measure } from './a-measure'

const at = demonstrationDatabase()

/** Nobody signed in, and a councillor; then officers. */
const KEPT_FROM: readonly Handle[] = [null, 'singh', 'adeyemi']
const TOLD: readonly Handle[] = ['olive', 'mo', 'dee', 'ada']

async function open(handle: Handle, address: string) {
  return (await browserFor(handle, at.db)).open(address)
}

async function csvOf(handle: Handle, { page }: Measure): Promise<string[][]> {
  const { text } = await open(handle, `${page}.csv`)
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))
}

async function scorecardRow(handle: Handle, { reference }: Measure): Promise<string> {
  const { text } = await open(handle, '/kirkdale/scorecard.csv')
  return text.split(/\r?\n/).find(line => line.startsWith(`${reference},`))!
}

/** The chart as data: what a script, or anybody who looks at the source, finds in it. */
function chartOf({ page }: Awaited<ReturnType<typeof open>>): unknown {
  const spec = JSON.parse(page('[data-chart]').attr('data-chart')!)
  return spec.config.data.datasets.find(({ label }: { label: string }) => label === 'Actual').data
}

describe('a rate over few cases', () => {
  let measure: Measure
  beforeAll(async () => {
    measure = await addMeasure(at, {
      reference: 'few-1',
      values: [
        { numerator: 30, denominator: 61 },
        { numerator: 3, denominator: 17 },
        { numerator: 3, denominator: 250 },
        { numerator: 3, denominator: 17 },
      ],
      rules: { yearToDate: 'ratio' },
    })
  })

  test.each(KEPT_FROM)('is not told to %s in any form', async handle => {
    const page = await open(handle, measure.page)
    expect(page.text).not.toMatch(/17\.6/)
    expect(page.main).toContain('Hidden: fewer than 5 cases in 2026/27 Q1 against 80.0%: red.')
    expect(page.main).toContain('hidden: fewer than 5 cases')
    expect(page.main).not.toContain('3 of 17')
    expect(page.main).toContain('30 of 61')

    const rows = await csvOf(handle, measure)
    expect(rows.map(row => row.slice(3, 6))).toEqual(
      expect.arrayContaining([
        ['30', '61', expect.stringMatching(/^49\.18/)],
        ['', '', 'hidden: fewer than 5 cases'],
        ['', '', '1.2'],
      ]),
    )
    expect((await open(handle, `${measure.page}.csv`)).text).not.toMatch(/17\.6|,17,/)

    const row = await scorecardRow(handle, measure)
    expect(row).toContain('hidden: fewer than 5 cases')
    expect(row).not.toMatch(/17\.6|62\.3/)
    expect((await open(handle, measure.at('2026-27-q1'))).text).not.toMatch(/17\.6|62\.4/)
  })

  test.each(TOLD)('is told to %s in full', async handle => {
    const page = await open(handle, measure.page)
    expect(page.main).toContain('17.6%')
    expect(page.main).toContain('3 of 17')
    expect((await open(handle, `${measure.page}.csv`)).text).toContain('17.647')
    expect(await scorecardRow(handle, measure)).toContain('17.647')
  })
})

describe('a measure that is itself a count of people', () => {
  let measure: Measure
  beforeAll(async () => {
    measure = await addMeasure(at, {
      reference: 'few-2',
      values: [12, 3, 9, 7, 2],
      target: 8,
      rules: {
        unit: 'children',
        decimals: 0,
        per: 1,
        polarity: 'lower-is-better',
        countsPeople: true,
      },
    })
  })

  test.each(KEPT_FROM)('shows %s no figure of 1 to 4', async handle => {
    const page = await open(handle, measure.page)
    expect(page.main).toContain('Fewer than 5 in 2026/27 Q1 against 8 children: green.')
    expect(page.main).not.toMatch(/\b[1-4] children/)
    expect(page.main).toContain('12 children')
    expect(chartOf(page)).toEqual([12, null, 9, 7, null])

    const values = (await csvOf(handle, measure)).map(row => row[5])
    expect(values).toEqual(expect.arrayContaining(['12', '9', '7', 'fewer than 5']))
    expect(values).not.toContain('3')
    expect(values).not.toContain('2')
    expect(await scorecardRow(handle, measure)).toContain(',fewer than 5,')

    const figure = await open(handle, measure.at('2026-27-q1'))
    expect(figure.main).toContain('fewer than 5')
    expect(figure.main).not.toMatch(/\b[1-4] children/)
  })

  test.each(TOLD)('shows %s all of them', async handle => {
    const page = await open(handle, measure.page)
    expect(page.main).toContain('2 children in 2026/27 Q1')
    expect(chartOf(page)).toEqual([12, 3, 9, 7, 2])
    expect((await csvOf(handle, measure)).map(row => row[5])).toContain('3')
    expect(await scorecardRow(handle, measure)).toContain(',2,')
  })

  test('is a gap on the scorecard, whoever opened it first', async () => {
    const lineFor = async (handle: Handle) => {
      const { page } = await open(handle, '/kirkdale/scorecard')
      return page(`a[href="${measure.page}"]`).closest('tr, li, article').text()
    }
    expect(await lineFor('mo')).toContain('2 children')
    expect(await lineFor(null)).toContain('fewer than 5')
    expect(await lineFor(null)).not.toContain('2 children')
    expect(await lineFor('mo')).toContain('2 children')
  })

  test('keeps its revisions small, too', async () => {
    await at.inArea('kirkdale', async trx => {
      const held = (await trx('actuals').where({ seriesId: measure.seriesId, value: 3 }).first())!
      const { areaId, seriesId, starts, version } = held
      await trx('actuals')
        .where({ areaId, seriesId, starts, version })
        .update({ state: 'superseded' })
      await trx('actuals').insert({
        ...held,
        version: 2,
        value: 4,
        revisionReason: 'One case came in late.',
      })
    })
    const history = await open(null, `${measure.page}/history`)
    expect(history.main).toContain('One case came in late.')
    expect(history.main).not.toMatch(/\b[34] children/)
    const { main } = await open(null, measure.page)
    expect(main).toContain('One case came in late.')
    expect(main).not.toMatch(/\b[34] children/)
    expect((await open('mo', `${measure.page}/history`)).main).toMatch(/3 children.*4 children/s)
  })

  test('is no more in the evidence for an enquiry', async () => {
    for (const friend of ['why', 'what', 'when', 'how', 'where', 'who']) {
      const address = `/kirkdale/scrutiny/enquiries/${measure.reference}/${LATEST}/${friend}`
      const { status, main } = await open('singh', address)
      expect(status).toBe(200)
      expect(main).not.toMatch(/\b[1-4] children/)
    }
  })
})

test('children hurt on the roads are a count of people in the demonstration', async () => {
  const values = async (handle: Handle) =>
    (await open(handle, '/kirkdale/indicators/saf-07.csv')).text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(',')[5]!)
  const small = /^[1-4]$/
  expect((await values('mo')).some(value => small.test(value))).toBe(true)
  expect((await values(null)).filter(value => small.test(value))).toEqual([])
  expect(await values(null)).toContain('fewer than 5')
})

test('whether a measure counts people is decided on its definition', async () => {
  const { main } = await open(null, '/kirkdale/indicators/saf-07/definition')
  expect(main).toMatch(/Counts people or cases ?Yes/)
})
