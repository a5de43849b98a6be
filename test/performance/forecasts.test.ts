import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, GREEN, type Measure } from './a-measure'

const at = demonstrationDatabase()

const NEXT = { forecastValue: '82', forecastLow: '78', forecastHigh: '86' }
const YEAR = { yearEndValue: '81', yearEndLow: '79', yearEndHigh: '83' }

let olive: Browser
let asha: Browser
let mo: Browser
let nobody: Browser
let made = 0

beforeAll(async () => {
  olive = await browserFor('olive', at.db)
  asha = await browserFor('asha', at.db)
  mo = await browserFor('mo', at.db)
  nobody = await browserFor(null, at.db)
})

function aMeasure(plan: Partial<Parameters<typeof addMeasure>[1]> = {}): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `for-${made}`, ...plan })
}

function forecastsOf({ areaId, seriesId }: Measure) {
  return at.inArea('kirkdale', trx =>
    trx('forecasts').where({ areaId, seriesId }).orderBy(['madeAt', 'id']),
  )
}

test('are kept with the draft, for the period under way and for the year', async () => {
  const measure = await aMeasure()
  await olive.send(measure.at(), { ...GREEN, ...NEXT, ...YEAR })

  expect(await forecastsOf(measure)).toMatchObject([
    { horizon: 'period', starts: '2026-10-01', madeIn: '2026-07-01', value: 82, low: 78, high: 86 },
    { horizon: 'year-end', starts: '2027-01-01', value: 81, frozenAt: null },
  ])
  const page = await olive.open(measure.at())
  expect(page.main).toContain('2026/27 Q3')
  expect(page.main).toContain('The whole of 2026/27')
  expect(page.field('forecastValue').val()).toBe('82')
  expect(page.field('yearEndHigh').val()).toBe('83')
})

test('another draft replaces them; submission freezes them for good', async () => {
  const measure = await aMeasure()
  await olive.send(measure.at(), { ...GREEN, ...NEXT })
  await olive.send(measure.at(), {
    ...GREEN,
    ...NEXT,
    forecastValue: '84',
    edit: '1',
    step: 'submit',
  })
  const [frozen, ...others] = await forecastsOf(measure)
  expect(others).toEqual([])
  expect(frozen).toMatchObject({ value: 84, frozenAt: expect.any(Date) })

  await asha.send(`${measure.at()}/return`, { comment: 'Please look at the forecast again.' })
  const edit = (await olive.open(measure.at())).field('edit').val() as string
  await olive.send(measure.at(), { ...GREEN, ...NEXT, forecastValue: '80', edit, step: 'submit' })
  expect(await forecastsOf(measure)).toMatchObject([
    { value: 84, frozenAt: frozen!.frozenAt },
    { value: 80, frozenAt: expect.any(Date) },
  ])
})

test('sent again unchanged they are not made twice', async () => {
  const measure = await aMeasure()
  await olive.send(measure.at(), { ...GREEN, ...NEXT, step: 'submit' })
  await asha.send(`${measure.at()}/return`, { comment: 'The note is missing.' })
  const edit = (await olive.open(measure.at())).field('edit').val() as string
  await olive.send(measure.at(), { ...GREEN, ...NEXT, edit, step: 'submit' })
  expect(await forecastsOf(measure)).toHaveLength(1)
})

test.each([
  [{ forecastValue: 'more' }, '#forecastValue', 'Forecast must be a number, like 84.5'],
  [{ forecastLow: '3', forecastHigh: '4' }, '#forecastValue', 'Enter the forecast that the range'],
  [
    { forecastValue: '3', forecastLow: '2' },
    '#forecastHigh',
    'Enter the highest likely figure too',
  ],
  [{ forecastValue: '3', forecastHigh: '4' }, '#forecastLow', 'Enter the lowest likely figure too'],
  [{ ...NEXT, forecastLow: '83' }, '#forecastLow', 'Lowest likely must not be above the forecast'],
  [{ ...YEAR, yearEndHigh: '80' }, '#yearEndHigh', 'Highest likely must not be below the forecast'],
])('a range that cannot be is refused: %j', async (fields, field, sentence) => {
  const measure = await aMeasure()
  const answer = await olive.send(measure.at(), { ...GREEN, ...fields })
  expect(answer.status).toBe(422)
  expect(answer.errors[0]![0]).toBe(field)
  expect(answer.errors[0]![1]).toContain(sentence)
  expect(answer.page(field)).toHaveLength(1)
  expect(await forecastsOf(measure)).toEqual([])
})

test('the last quarter of a year has no year left to forecast', async () => {
  const measure = await aMeasure({ latest: '2025-26-q4' })
  expect((await olive.open(measure.at())).field('yearEndValue')).toHaveLength(0)
  expect((await olive.open(measure.at('2026-27-q2'))).field('yearEndValue')).toHaveLength(1)
})

test('are shown to all with the figure they came with, and not before it is published', async () => {
  const measure = await aMeasure()
  await olive.send(measure.at(), { ...GREEN, ...NEXT, ...YEAR, step: 'submit' })
  expect((await nobody.open(measure.page)).main).not.toContain('Forecast for')
  await asha.send(`${measure.at()}/approval`)
  await mo.send(`${measure.at()}/publication`)

  const { main, page } = await nobody.open(measure.page)
  expect(main).toContain(
    'Forecast for 2026/27 Q3: 82.0% (78.0% to 86.0%) against a target of 80.0%.',
  )
  expect(main).toContain('Forecast for 2026/27: 81.0% (79.0% to 83.0%) against a target of 80.0%.')
  expect(main).toContain('Forecasts so far: no forecast has met its figure yet.')
  const drawn = page('svg').text()
  expect(drawn).toContain('Forecast for 2026/27 Q3: 82.0%')
})

test('how good they have been is in view where one is asked for', async () => {
  const measure = await aMeasure({ values: [70, 71, 70, 72, 70, 71, 70, 72, 70] })
  await at.inArea('kirkdale', trx =>
    trx('forecasts').insert(
      ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'].map((starts, at) => ({
        areaId: measure.areaId,
        id: `00000000-0000-7000-8000-00000000000${at}`,
        seriesId: measure.seriesId,
        organisationId: measure.organisationId,
        horizon: 'period' as const,
        starts,
        madeIn: '2025-01-01',
        value: 76,
        low: 74,
        high: 78,
        frozenAt: new Date('2025-03-01T10:00:00Z'),
        releasedAt: new Date('2025-03-01T10:00:00Z'),
      })),
    ),
  )
  const sentence = 'Over-optimistic in 5 of 5 quarters. 0 of 5 inside the range given.'
  expect((await olive.open(measure.at())).main).toContain(sentence)
})
