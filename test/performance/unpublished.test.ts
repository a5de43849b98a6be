import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, type Measure } from './a-measure'

const at = demonstrationDatabase()

/** A figure that could be nothing else, in every state but published. */
const SECRET = '43.21'
const STATES = ['draft', 'submitted', 'returned', 'approved'] as const
const INSIDERS: readonly Handle[] = ['olive', 'asha']

const measures = new Map<(typeof STATES)[number], Measure>()

beforeAll(async () => {
  for (const state of STATES) {
    const measure = await addMeasure(at, { reference: `hid-${state}`, rules: { decimals: 2 } })
    measures.set(state, measure)
    await at.inArea('kirkdale', trx =>
      trx('actuals').insert({
        areaId: measure.areaId,
        seriesId: measure.seriesId,
        organisationId: measure.organisationId,
        starts: '2026-07-01',
        version: 1,
        state,
        value: Number(SECRET),
        certainty: 'final',
      }),
    )
  }
})

describe.each(STATES)('a %s figure', state => {
  test.each([null, 'singh', 'adeyemi', 'percy', 'mo', 'dee', 'ada', 'sam'] as Handle[])(
    'is shown to %s only where it is theirs to see',
    async handle => {
      const measure = measures.get(state)!
      const somebody = await browserFor(handle, at.db)
      const sees = state === 'approved' && (handle === 'mo' || handle === 'dee')

      expect((await somebody.open(measure.at())).main.includes(SECRET)).toBe(sees)
      for (const address of [
        measure.page,
        `${measure.page}.csv`,
        '/kirkdale/scorecard',
        '/kirkdale/scorecard.csv',
      ]) {
        const { status, text } = await somebody.open(address)
        expect(status).toBe(200)
        expect(text).not.toContain(SECRET)
      }
    },
  )

  test.each(INSIDERS)('is shown to its own organisation: %s', async handle => {
    const { text } = await (await browserFor(handle, at.db)).open(measures.get(state)!.at())
    expect(text).toContain(SECRET)
  })
})
