import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, GREEN, LATEST, type Measure } from './a-measure'

const at = demonstrationDatabase()

const OUTSIDERS: readonly Handle[] = [null, 'percy', 'singh', 'ada', 'sam']

/** The next period, and the year's end: no other measure may have the same. */
type Foreseen = readonly [string, string]
const foreseen = ([forecastValue, yearEndValue]: Foreseen) => ({ forecastValue, yearEndValue })

const pagesOf = (measure: Measure) => [
  measure.page,
  `${measure.page}?view=control`,
  `${measure.page}.csv`,
  `${measure.page}/history`,
  measure.at(),
  '/kirkdale/scorecard',
  '/kirkdale/scorecard.csv',
]

const walkOf = ({ reference }: Measure) => [
  ...['why', 'what', 'when', 'how', 'where', 'who'].map(
    friend => `/kirkdale/scrutiny/enquiries/${reference}/${LATEST}/${friend}`,
  ),
]

async function told(handle: Handle, measure: Measure, values: Foreseen): Promise<string[]> {
  const browser = await browserFor(handle, at.db)
  const walks = handle === 'singh' || handle === 'sam' ? walkOf(measure) : []
  const found: string[] = []
  for (const address of [...pagesOf(measure), ...walks]) {
    const { text } = await browser.open(address)
    if (values.some(value => text.includes(value))) found.push(address)
  }
  return found
}

function held({ seriesId }: Measure) {
  return at.inArea(
    'kirkdale',
    async trx => (await trx('forecasts').where({ seriesId }).whereNotNull('frozenAt')).length,
  )
}

async function rowsSeen(handle: Handle, measure: Measure, values: Foreseen): Promise<string[]> {
  const { text } = await (await browserFor(handle, at.db)).open(measure.page)
  return values.filter(value => text.includes(value))
}

test('a forecast follows the figure of its return into the open', async () => {
  const measure = await addMeasure(at, { reference: 'fore-1' })
  const values: Foreseen = ['77.7', '66.6']
  const [olive, asha, mo] = await Promise.all(
    (['olive', 'asha', 'mo'] as const).map(handle => browserFor(handle, at.db)),
  )

  await olive!.send(measure.at(), { ...GREEN, ...foreseen(values), step: 'submit' })
  for (const handle of OUTSIDERS) expect(await told(handle, measure, values)).toEqual([])
  expect(await held(measure)).toBe(2)

  await asha!.send(`${measure.at()}/approval`)
  for (const handle of OUTSIDERS) expect(await told(handle, measure, values)).toEqual([])

  await mo!.send(`${measure.at()}/publication`)
  for (const handle of OUTSIDERS) expect(await rowsSeen(handle, measure, values)).toEqual(values)
})

test('the forecast of a revision waits for the revision', async () => {
  const measure = await addMeasure(at, { reference: 'fore-2' })
  const values: Foreseen = ['77.8', '66.7']
  const [olive, asha, mo] = await Promise.all(
    (['olive', 'asha', 'mo'] as const).map(handle => browserFor(handle, at.db)),
  )
  await olive!.send(measure.at(), { ...GREEN, step: 'submit' })
  await asha!.send(`${measure.at()}/approval`)
  await mo!.send(`${measure.at()}/publication`)

  await olive!.send(measure.at(), {
    ...GREEN,
    ...foreseen(values),
    value: '84.6',
    revisionReason: 'One site had reported late.',
    edit: '0',
    step: 'submit',
  })
  expect(await held(measure)).toBe(2)
  for (const handle of OUTSIDERS) expect(await told(handle, measure, values)).toEqual([])

  await asha!.send(`${measure.at()}/approval`)
  await mo!.send(`${measure.at()}/publication`)
  expect(await rowsSeen(null, measure, values)).toEqual(values)
})

test('those who see approved figures see their forecasts, and nobody else does', async () => {
  const measure = await addMeasure(at, { reference: 'fore-3' })
  const values: Foreseen = ['77.9', '66.8']
  const [olive, asha] = await Promise.all(
    (['olive', 'asha'] as const).map(handle => browserFor(handle, at.db)),
  )
  const seenWith = (sight: 'published' | 'approved') =>
    at.inArea('kirkdale', async trx => {
      await trx.raw(`select set_config('app.sight', ?, true)`, [sight])
      return (await trx('forecasts').where({ seriesId: measure.seriesId })).length
    })

  await olive!.send(measure.at(), { ...GREEN, ...foreseen(values), step: 'submit' })
  expect([await seenWith('approved'), await seenWith('published')]).toEqual([0, 0])
  await asha!.send(`${measure.at()}/approval`)
  expect([await seenWith('approved'), await seenWith('published')]).toEqual([2, 0])
  await asha!.send(`${measure.at()}/return`, { comment: 'Please look at the forecast again.' })
  expect([await seenWith('approved'), await seenWith('published')]).toEqual([0, 0])
})
