import { keepStandings } from '../../server/performance/standings/keep'
import { type Browser, browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { actualsOf, addMeasure, auditOf, GREEN, type Measure, RED } from './a-measure'

const at = demonstrationDatabase()

/** A quarter whose figure has been published. */
const Q1 = '2026-27-q1'
const REVISED = { ...RED, value: '60', revisionReason: 'One ward had been counted twice.' }
const FAULTY = 'The counter was faulty.'

const people = new Map<Handle, Browser>()
let made = 0

beforeAll(async () => {
  for (const who of ['olive', 'asha', 'mo', 'percy', 'sam', null] as const) {
    people.set(who, await browserFor(who, at.db))
  }
})

const as = (who: Handle) => people.get(who)!

function aMeasure(values: number[] = [70, 70, 70, 71]): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `life-${made}`, values })
}

async function publish(measure: Measure, period?: string) {
  expect((await as('asha').send(`${measure.at(period)}/approval`)).status).toBe(303)
  expect((await as('mo').send(`${measure.at(period)}/publication`)).status).toBe(303)
}

/** Somebody holds another role for the council until the work is done. */
async function holding<Result>(
  who: 'asha' | 'mo',
  role: 'data-officer' | 'approver',
  work: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const row = await at.inArea('kirkdale', async trx => {
    const council = (await trx('organisations').where({ code: 'KC' }).first())!
    const user = (await trx('users').where({ handle: who }).first())!
    const appointment = {
      areaId: council.areaId,
      userId: user.id,
      role,
      organisationId: council.id,
    }
    await trx('appointments').insert(appointment)
    return appointment
  })
  const result = await work(await browserFor(who, at.db))
  await at.inArea('kirkdale', trx => trx('appointments').where(row).delete())
  return result
}

/** Another organisation leads from now on, as when the definition is revised. */
function handOver({ areaId, indicatorId, seriesId }: Measure, code: string) {
  return at.inArea('kirkdale', async trx => {
    const area = (await trx('areas').where({ id: areaId }).first())!
    const { id } = (await trx('organisations').where({ areaId, code }).first())!
    await trx('indicators').where({ areaId, id: indicatorId }).update({ leadOrganisationId: id })
    await trx('series').where({ areaId, id: seriesId }).update({ organisationId: id })
    await keepStandings(trx, area, [seriesId])
  })
}

describe('a withdrawn figure', () => {
  async function revisedAndWithdrawn() {
    const measure = await aMeasure()
    await as('olive').send(measure.at(Q1), { ...REVISED, step: 'submit' })
    await publish(measure, Q1)
    await as('mo').send(`${measure.at(Q1)}/withdrawal`, { reason: FAULTY })
    return measure
  }

  test('is said to be withdrawn, when and why, wherever it stood, and its value nowhere', async () => {
    const measure = await revisedAndWithdrawn()
    const told = new RegExp(`Withdrawn on \\d+ \\w+ 20\\d\\d: ${FAULTY}`)
    for (const who of [null, 'percy'] as const) {
      const figure = await as(who).open(measure.at(Q1))
      expect(figure.main).toMatch(told)
      expect(figure.main).not.toContain('No figure has been published')
      expect(figure.main).not.toContain('60.0%')

      const { main, page } = await as(who).open(measure.page)
      expect(page('tbody tr').first().text()).toMatch(told)
      expect(page('tbody tr').first().text()).toContain('Reported 71.0%')
      expect(main).not.toContain('60.0%')

      const { main: history } = await as(who).open(`${measure.page}/history`)
      expect(history).toContain(`Withdrawn figure for 2026/27 Q1 ${FAULTY}`)

      const lines = (await as(who).open(`${measure.page}.csv`)).text.trim().split('\r\n')
      const last = lines
        .filter(line => line.includes('2026/27 Q1'))
        .at(-1)!
        .split(',')
      expect(last.slice(3, 6)).toEqual(['', '', ''])
      expect(last.slice(10, 12)).toEqual(['2', 'withdrawn'])
      expect(last[12]).toMatch(told)
    }
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({
      state: 'withdrawn',
      returnComment: '',
      withdrawnReason: FAULTY,
    })
  })

  test('and what took its place says so in the history', async () => {
    const measure = await aMeasure()
    await as('mo').send(`${measure.at(Q1)}/withdrawal`, { reason: FAULTY })
    await as('olive').send(measure.at(Q1), { ...REVISED, step: 'submit' })
    await publish(measure, Q1)
    const { main } = await as(null).open(`${measure.page}/history`)
    expect(main).toContain('Published figure was withdrawn and became 60.0%')
    expect((await as(null).open(measure.page)).main).toContain(
      '2026/27 Q1: reported again as 60.0%',
    )
  })

  test('does not lock its period for the organisation that leads next', async () => {
    const measure = await aMeasure()
    await as('mo').send(`${measure.at(Q1)}/withdrawal`, { reason: FAULTY })
    await handOver(measure, 'KP')

    const silent = await as('percy').send(measure.at(Q1), { ...REVISED, revisionReason: '' })
    expect(silent.errors).toEqual([
      ['#revisionReason', 'Explain why the published figure has to change'],
    ])
    const sent = await as('percy').send(measure.at(Q1), { ...REVISED, step: 'submit' })
    expect(sent.status).toBe(303)
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ version: 2, state: 'submitted' })
  })
})

describe('a forecast', () => {
  const sent = { ...GREEN, forecastValue: '11.1' }

  test('typed over one saved meanwhile is shown beside it', async () => {
    const measure = await aMeasure()
    await as('olive').send(measure.at(), sent)
    const answer = await as('olive').send(measure.at(), { ...sent, forecastValue: '22.2' })
    expect(answer.status).toBe(409)
    expect(answer.main).toContain('Forecast11.1%22.2%')
    expect((await as('olive').open(measure.at())).field('forecastValue').val()).toBe('11.1')

    const left = await as('olive').send(measure.at(), GREEN)
    expect(left.status).toBe(409)
  })

  test('typed after the figure was sent in is refused, not dropped', async () => {
    const measure = await aMeasure()
    await as('olive').send(measure.at(), { ...sent, step: 'submit' })
    const answer = await as('olive').send(measure.at(), { ...sent, forecastValue: '33.3' })
    expect(answer.status).toBe(409)
    expect(answer.heading).toContain('can be changed only after it has been sent back')
  })

  test('sent again with the same figure says how far that has come', async () => {
    const measure = await aMeasure()
    await as('olive').send(measure.at(), { ...sent, step: 'submit' })
    await as('olive').open(measure.at())
    expect((await as('olive').send(measure.at(), sent)).status).toBe(303)
    const { flash } = await as('olive').open(measure.at())
    expect(flash).toContain('84.5% for 2026/27 Q2 is submitted already, so nothing was changed')

    await as('asha').send(`${measure.at()}/approval`)
    await as('olive').send(measure.at(), { ...sent, step: 'submit' })
    expect((await as('olive').open(measure.at())).flash).toContain('is approved already')
  })
})

test('names are for those with a role in the area', async () => {
  const measure = await aMeasure()
  await as('olive').send(measure.at(Q1), { ...REVISED, step: 'submit' })
  await publish(measure, Q1)
  await as('mo').send(`${measure.at(Q1)}/withdrawal`, { reason: FAULTY })
  await as('olive').send(measure.at(Q1), { ...REVISED, step: 'submit' })
  await publish(measure, Q1)

  for (const address of [measure.at(Q1), `${measure.page}/history`]) {
    expect((await as('percy').open(address)).main).toContain('Mo Rahman')
    for (const who of ['sam', null] as const) {
      expect((await as(who).open(address)).main).not.toMatch(/Mo Rahman|Olive Hartley|Asha Mensah/)
    }
  }
})

describe('whoever had a hand in a figure', () => {
  test('does not approve it, though somebody else saved it last', async () => {
    const measure = await aMeasure()
    const answer = await holding('asha', 'data-officer', async asha => {
      await asha.send(measure.at(), RED)
      const { edit } = (await actualsOf(at, measure)).at(-1)!
      const reasonText = 'Two posts were vacant.'
      await as('olive').send(measure.at(), {
        ...RED,
        reasonText,
        edit: String(edit),
        step: 'submit',
      })
      const { main, page } = await asha.open(measure.at())
      expect(main).toContain('You entered this figure yourself')
      expect(page('form[action$="approval"]')).toHaveLength(0)
      return asha.send(`${measure.at()}/approval`)
    })
    expect(answer.status).toBe(403)
    expect((await actualsOf(at, measure)).at(-1)!.state).toBe('submitted')
  })

  test('does not publish it', async () => {
    const measure = await aMeasure()
    await holding('mo', 'data-officer', mo => mo.send(measure.at(), { ...RED, step: 'submit' }))
    await as('asha').send(`${measure.at()}/approval`)
    expect((await as('mo').open(measure.at())).page('form[action$="publication"]')).toHaveLength(0)
    const answer = await as('mo').send(`${measure.at()}/publication`)
    expect(answer.status).toBe(403)
    expect(answer.heading).toContain('You entered this figure yourself')
  })
})

test('a draft that has turned red is asked for its reason when it is sent in', async () => {
  const measure = await aMeasure()
  await as('olive').send(measure.at(), GREEN)
  const { areaId, seriesId } = measure
  await at.inArea('kirkdale', trx =>
    trx('targets').where({ areaId, seriesId }).update({ value: 95 }),
  )

  const answer = await as('olive').send(`${measure.at()}/submission`)
  expect(answer.status).toBe(422)
  expect(answer.errors).toEqual([
    ['#reasonCode', 'Select the main reason, because this figure is red'],
    ['#reasonText', 'Explain why performance is off target'],
  ])
  expect(answer.page('#reasonCode')).toHaveLength(1)
  expect(answer.field('value').val()).toBe('84.5')
  expect((await actualsOf(at, measure)).at(-1)!.state).toBe('draft')
})

describe('dropping a draft', () => {
  test('leaves what was published, and frees the period', async () => {
    const measure = await aMeasure()
    await as('olive').send(measure.at(Q1), { ...REVISED, forecastValue: '64' })
    const { page } = await as('olive').open(measure.at(Q1))
    const form = page('details form[action$="removal"]')
    expect(form.text()).toContain('Drop this draft')

    expect((await as('olive').send(form.attr('action')!)).status).toBe(303)
    const after = await as('olive').open(measure.at(Q1))
    expect(after.flash).toBe('The draft is dropped')
    expect(after.main).toContain('71.0%')
    expect(after.main).not.toContain('60.0%')
    expect(after.field('forecastValue').val()).toBeUndefined()
    expect(await actualsOf(at, measure)).toHaveLength(4)
    expect(await auditOf(at, measure)).toEqual(['revision.drafted', 'actual.dropped'])

    expect((await as('olive').send(`${measure.at(Q1)}/removal`)).status).toBe(303)
    expect(await auditOf(at, measure)).toHaveLength(2)
    expect((await as('olive').send(measure.at(Q1), REVISED)).status).toBe(303)
  })

  test('is for one’s own, and for what is not on its way', async () => {
    const measure = await aMeasure()
    await as('olive').send(measure.at(), RED)
    for (const who of ['percy', 'asha', 'mo', null] as const) {
      expect((await as(who).send(`${measure.at()}/removal`)).status).toBe(403)
    }
    await as('olive').send(`${measure.at()}/submission`)
    expect((await as('olive').send(`${measure.at()}/removal`)).status).toBe(409)
    await as('asha').send(`${measure.at()}/return`, { comment: 'Not this one.' })
    expect((await as('olive').send(`${measure.at()}/removal`)).status).toBe(303)
    expect(await actualsOf(at, measure)).toHaveLength(4)
  })
})
