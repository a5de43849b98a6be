import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { actualsOf, addMeasure, auditOf, GREEN, RED } from './a-measure'

const at = demonstrationDatabase()

let olive: Browser
let other: Browser

beforeAll(async () => {
  olive = await browserFor('olive', at.db)
  // A second data officer of the council, made from somebody the cast already has.
  await at.inArea('kirkdale', async trx => {
    const council = (await trx('organisations').where({ code: 'KC' }).first())!
    const dee = (await trx('users').where({ handle: 'dee' }).first())!
    await trx('appointments').where({ areaId: council.areaId, userId: dee.id }).delete()
    await trx('appointments').insert({
      areaId: council.areaId,
      userId: dee.id,
      role: 'data-officer',
      organisationId: council.id,
    })
  })
  other = await browserFor('dee', at.db)
})

test('pressed twice is once', async () => {
  const measure = await addMeasure(at, { reference: 'twice-1' })
  await olive.send(measure.at(), GREEN)
  const again = await olive.send(measure.at(), GREEN)
  expect(again.status).toBe(303)
  expect((await actualsOf(at, measure)).filter(({ state }) => state === 'draft')).toMatchObject([
    { edit: 1 },
  ])
  expect(await auditOf(at, measure)).toEqual(['actual.recorded'])
})

test('sent in twice is once', async () => {
  const measure = await addMeasure(at, { reference: 'twice-2' })
  const sent = { ...RED, step: 'submit' }
  expect((await olive.send(measure.at(), sent)).status).toBe(303)
  expect((await olive.send(measure.at(), sent)).status).toBe(303)
  expect(await auditOf(at, measure)).toEqual(['actual.recorded', 'actual.submitted'])
})

test('twenty identical posts at once are one figure', async () => {
  const measure = await addMeasure(at, { reference: 'twice-3' })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => olive.send(measure.at(), { ...RED, step: 'submit' })),
  )
  expect(answers.map(({ status }) => status)).toEqual(new Array(20).fill(303))
  const held = await actualsOf(at, measure)
  expect(held.filter(({ state }) => state !== 'published')).toMatchObject([
    { state: 'submitted', version: 1, value: 61.2 },
  ])
  expect(await auditOf(at, measure)).toEqual(['actual.recorded', 'actual.submitted'])
})

test('of different posts at once one is kept, and the others are shown it', async () => {
  const measure = await addMeasure(at, { reference: 'twice-4' })
  const answers = await Promise.all(
    ['81', '82', '83', '84'].map(value => olive.send(measure.at(), { ...GREEN, value })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
  expect(await auditOf(at, measure)).toEqual(['actual.recorded'])
})

describe('two people at the same figure', () => {
  async function conflict(reference: string) {
    const measure = await addMeasure(at, { reference })
    await other.send(measure.at(), { ...GREEN, value: '91' })
    const answer = await olive.send(measure.at(), {
      ...RED,
      forecastValue: '64',
      forecastLow: '60',
      forecastHigh: '70',
    })
    return { measure, answer }
  }

  test('both versions are shown, and nothing is lost', async () => {
    const { measure, answer } = await conflict('both-1')
    expect(answer.status).toBe(409)
    expect(answer.heading).toBe('Somebody else changed this figure')
    expect(answer.main).toContain('Dee Walsh')
    expect(answer.main).toContain('91.0%')
    expect(answer.main).toContain('61.2%')
    expect(answer.main).toContain('Three posts were vacant all quarter.')
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ value: 91, edit: 1 })
  })

  test('mine can be kept, with everything that was typed', async () => {
    const { measure, answer } = await conflict('both-2')
    const form = answer.page('main form')
    const fields = Object.fromEntries(
      form
        .find('input[type=hidden]')
        .toArray()
        .map(input => [answer.page(input).attr('name')!, answer.page(input).attr('value')!]),
    )
    expect((await olive.send(form.attr('action')!, fields)).status).toBe(303)
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({
      value: 61.2,
      edit: 2,
      reasonCode: 'staffing',
    })
    const page = await olive.open(measure.at())
    expect(page.field('forecastValue').val()).toBe('64')
    expect(page.field('forecastHigh').val()).toBe('70')
  })

  test('theirs can be kept, by going back to it', async () => {
    const { measure, answer } = await conflict('both-3')
    const link = answer.page('main a.govuk-button').attr('href')!
    expect((await olive.open(link)).field('value').val()).toBe('91')
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ value: 91, edit: 1 })
  })
})
