import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { actualsOf, addMeasure, auditOf, type Measure, RED } from './a-measure'

const at = demonstrationDatabase()

/** A quarter whose figure has been published, and is open for a revision. */
const Q1 = '2026-27-q1'
const REVISED = { ...RED, value: '66', revisionReason: 'One ward had been counted twice.' }

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

function aMeasure(): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `rev-${made}`, values: [70, 70, 70, 71] })
}

async function revised(): Promise<Measure> {
  const measure = await aMeasure()
  const address = measure.at(Q1)
  await olive.send(address, { ...REVISED, step: 'submit' })
  await asha.send(`${address}/approval`)
  expect((await mo.send(`${address}/publication`)).status).toBe(303)
  return measure
}

test('a published figure changes only with a reason', async () => {
  const measure = await aMeasure()
  const form = await olive.open(measure.at(Q1))
  expect(form.main).toContain('Published figure')
  expect(form.main).toContain('Why does the published figure have to change?')

  const answer = await olive.send(measure.at(Q1), { ...REVISED, revisionReason: '' })
  expect(answer.status).toBe(422)
  expect(answer.errors).toEqual([
    ['#revisionReason', 'Explain why the published figure has to change'],
  ])
  expect(await actualsOf(at, measure)).toHaveLength(4)
})

test('until the revision is published the old figure stands', async () => {
  const measure = await aMeasure()
  await olive.send(measure.at(Q1), { ...REVISED, step: 'submit' })
  await asha.send(`${measure.at(Q1)}/approval`)
  const { main } = await nobody.open(measure.page)
  expect(main).toContain('71.0%')
  expect(main).not.toContain('66.0%')
})

test('the old one is kept and shown: reported 71, revised to 66', async () => {
  const measure = await revised()
  const versions = (await actualsOf(at, measure)).filter(({ starts }) => starts === '2026-04-01')
  expect(versions).toMatchObject([
    { version: 1, state: 'superseded', value: 71 },
    { version: 2, state: 'published', value: 66, revisionReason: REVISED.revisionReason },
  ])
  expect(await auditOf(at, measure)).toEqual([
    'revision.drafted',
    'actual.submitted',
    'actual.approved',
    'revision.published',
  ])

  const { main, page } = await nobody.open(measure.page)
  expect(main).toContain('66.0% in 2026/27 Q1 against 80.0%: red')
  expect(main).toContain(
    '2026/27 Q1: reported 71.0%, revised to 66.0%. One ward had been counted twice.',
  )
  expect(page('tbody tr').first().text()).toContain('Reported 71.0%, revised to 66.0%')

  const figure = await nobody.open(measure.at(Q1))
  expect(figure.main).toContain('Replaced by a revision 71.0%')
  expect(figure.main).toContain('Revised because: One ward had been counted twice.')
  expect(figure.main).not.toContain('Olive Hartley')
})

test('a revision can be revised', async () => {
  const measure = await revised()
  const address = measure.at(Q1)
  await olive.send(address, { ...REVISED, value: '65', step: 'submit' })
  await asha.send(`${address}/approval`)
  await mo.send(`${address}/publication`)
  const { main } = await nobody.open(measure.page)
  expect(main).toContain('Reported 71.0%, then 66.0%, revised to 65.0%')
  expect(main).toContain('2026/27 Q1: reported 66.0%, revised to 65.0%')
})

describe('withdrawing', () => {
  test('needs a reason', async () => {
    const measure = await aMeasure()
    const answer = await mo.send(`${measure.at(Q1)}/withdrawal`, { reason: '' })
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual([['#reason', 'Explain why the figure is withdrawn']])
    expect((await actualsOf(at, measure)).at(-1)!.state).toBe('published')
  })

  test('takes the figure from every page, and keeps it with the reason', async () => {
    const measure = await aMeasure()
    await mo.send(`${measure.at(Q1)}/withdrawal`, { reason: 'The counter was faulty.' })

    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ state: 'withdrawn', value: 71 })
    expect(await auditOf(at, measure)).toEqual(['actual.withdrawn'])
    const { main } = await nobody.open(measure.page)
    expect(main).toContain('70.0% in 2025/26 Q4')
    expect(main).not.toContain('71.0%')
    expect((await nobody.open(measure.at(Q1))).main).not.toContain('71.0%')
    expect((await nobody.open(`${measure.page}.csv`)).text).not.toContain('71')
    const seen = (await mo.open(measure.at(Q1))).main
    expect(seen).toMatch(/Withdrawn on \d+ \w+ \d{4}: The counter was faulty\./)
  })

  test('what was withdrawn can be put right, as a new version', async () => {
    const measure = await aMeasure()
    const address = measure.at(Q1)
    await mo.send(`${address}/withdrawal`, { reason: 'The counter was faulty.' })
    await olive.send(address, { ...REVISED, step: 'submit' })
    await asha.send(`${address}/approval`)
    expect((await mo.send(`${address}/publication`)).status).toBe(303)
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ version: 2, state: 'published' })
  })
})
