import { type Browser, browserFor, type Fields } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { filled } from './filled'

const at = demonstrationDatabase()
const NEW = '/kirkdale/indicators/new'

let mo: Browser

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
})

async function described(changes: Fields) {
  return {
    ...filled(await mo.open(NEW), 'form.form'),
    title: 'Trees planted',
    leadOrganisationId: 'kirkdale-council',
    ...changes,
  }
}

test('the partnership manager adds a measure, and it stands on the scorecard', async () => {
  const form = await described({
    reference: 'ENV-90',
    unit: 'trees',
    decimals: '0',
    yearToDate: 'sum',
    partnershipId: 'economy-and-environment',
    outcomeId: 'EDE3',
  })
  const sent = await mo.send(NEW, form)
  expect(sent.goesTo).toBe('/kirkdale/indicators/env-90/targets')
  expect((await mo.open(sent.goesTo!)).main).toContain('No target has been set yet')

  const nobody = await browserFor(null, at.db)
  expect((await nobody.open('/kirkdale/scorecard')).main).toContain('Trees planted')
  expect(
    (await nobody.open('/kirkdale/partnerships/economy-and-environment/scorecard')).main,
  ).toContain('Trees planted')
  expect((await mo.open('/kirkdale/agreements/local-area-agreement')).main).toContain(
    'Trees planted',
  )
  expect((await nobody.open('/kirkdale/indicators/env-90')).status).toBe(200)
  const history = await nobody.open('/kirkdale/indicators/env-90/history')
  expect(history.main).toContain('First definition')
  const olive = await browserFor('olive', at.db)
  expect(
    (await olive.open('/kirkdale/indicators/env-90/actuals/2026-27-q2')).field('value'),
  ).toHaveLength(1)
})

test.each([
  ['reference', { reference: '' }, 'Enter a reference, like env-03'],
  [
    'reference',
    { reference: 'env 3' },
    'Reference must be letters, numbers and hyphens, like env-03',
  ],
  ['reference', { reference: 'new' }, 'Reference cannot be “new”'],
  ['reference', { reference: 'env-03' }, 'There is a measure with this reference already'],
  ['title', { title: '' }, 'Enter the title'],
  ['leadOrganisationId', { leadOrganisationId: '' }, 'Select the lead organisation'],
  [
    'yearToDate',
    { yearToDate: 'ratio' },
    'A year to date from both counts needs both counts to be named',
  ],
  ['per', { per: '0' }, 'Multiplied by must be more than 0 and at most 1,000,000,000'],
] as [string, Fields, string][])(
  'no measure is added with a wrong %s: %j',
  async (field, changes, sentence) => {
    const sent = await mo.send(NEW, await described({ reference: 'env-91', ...changes }))
    expect(sent.status).toBe(422)
    expect(sent.errors).toContainEqual([`#${field}`, sentence])
    expect(sent.field('title').val() ?? '').toBe(changes.title ?? 'Trees planted')
    expect((await mo.open('/kirkdale/indicators/env-91/definition')).status).toBe(404)
  },
)

test('two people who add the same reference at once are told so, in words', async () => {
  const form = await described({ reference: 'env-93' })
  const sent = await Promise.all([mo.send(NEW, form), mo.send(NEW, form)])
  const [first, second] = sent.map(({ status }) => status).sort()
  expect(first).toBe(303)
  expect([409, 422]).toContain(second)
  expect(sent.map(({ main }) => main).join(' ')).toMatch(
    /There is a measure with this reference already|Somebody else has just changed the same thing/,
  )
})

test.each(['olive', 'asha', 'singh', 'dee', 'ada', 'sam'] as const)(
  '%s adds no measure',
  async handle => {
    const browser = await browserFor(handle, at.db)
    expect((await browser.open(NEW)).status).toBe(403)
    expect((await browser.send(NEW, { reference: 'env-92' })).status).toBe(403)
  },
)
