import type { Page } from 'playwright-core'
import { FRIENDS } from '../../server/domain/friend'
import { routes } from '../../server/routes'
import { SECRET } from '../support/app'
import { fill, type Place } from '../support/examples'
import { faultsByAxe, journey, sidewaysAt320, signInAs, type Traveller } from '../support/journey'
import { TODAY } from '../support/today'

const the = journey()

const PLACE: Place = { area: 'kirkdale', organisation: 'KC' }
const FIGURES = '/kirkdale/indicators'
const WALK = '/kirkdale/scrutiny/enquiries/hc-07/2026-27-q2'

const everyAddress = routes({
  db: undefined as never,
  today: () => TODAY,
  secret: SECRET,
  production: false,
  demonstration: true,
})
  .filter(({ method, path }) => method === 'get' && !/\.csv$|token|healthz|readyz/.test(path))
  .map(({ path }) => path)

/** Pages that look different from the example a route is given: states, views and steps. */
const BESIDES: Record<string, readonly string[]> = {
  'somebody who has not signed in': [
    '/sign-in',
    '/kirkdale/scorecard?order=outcome',
    '/kirkdale/scorecard?status=red',
    '/kirkdale/scorecard?partner=none',
    `${FIGURES}/hc-07?view=control`,
    `${FIGURES}/hc-07?view=year-to-date`,
    `${FIGURES}/hc-07?view=last-year`,
    `${FIGURES}/saf-02`,
    `${FIGURES}/hc-07/actuals/2025-26-q1`,
    '/kirkdale/nothing-here',
  ],
  'Olive Hartley': [
    `${FIGURES}/env-03/actuals/2026-27-q2`,
    `${FIGURES}/env-03/actuals/2026-27-q2?line=place-ashbeck`,
    `${FIGURES}/adu-02/actuals/2026-27-q2`,
    `${FIGURES}/hc-07/actuals/2025-26-q1`,
    `${FIGURES}/env-03/actuals/2026-27-q3`,
    '/kirkdale/scrutiny',
  ],
  'Percy Okafor': [`${FIGURES}/saf-02/actuals/2026-27-q1`],
  'Asha Mensah': [`${FIGURES}/env-02/actuals/2026-27-q2`],
  'Mo Rahman': [`${FIGURES}/cyp-03/actuals/2026-27-q2`],
  'Cllr Jaswinder Singh': [
    '/kirkdale/scrutiny?all=yes',
    WALK,
    ...FRIENDS.map(friend => `${WALK}/${friend}`),
    ...FRIENDS.map(friend => `/kirkdale/scrutiny/enquiries/saf-02/2026-27-q1/${friend}`),
    `${WALK}/why?reword=1`,
    `${WALK}/plan`,
    `${WALK}/plan?form=print`,
    `${WALK}/plan?form=themes`,
  ],
  'Dee Walsh': [],
  'Ada Brook': [],
}

describe.each(Object.keys(BESIDES))('the pages of %s', who => {
  let traveller: Traveller

  beforeAll(async () => {
    traveller = await the.open()
    if (!who.startsWith('somebody')) await signInAs(traveller.page, who)
  })

  afterAll(() => traveller.close())

  test('have nothing that axe finds, and do not scroll sideways at 320 pixels', async () => {
    const { page, faults } = traveller
    const found: Record<string, unknown> = {}
    const refusals = new Set<string>()
    for (const address of await addressesFor(who)) {
      const fault = await lookAt(page, address, refusals)
      if (fault) found[address] = fault
    }
    expect(found).toEqual({})
    expect(faults.filter(fault => !/40[34]|422/.test(fault))).toEqual([])
  }, 300_000)
})

async function addressesFor(who: string): Promise<string[]> {
  const addresses: string[] = []
  for (const path of everyAddress) addresses.push(await fill(the.at, path, PLACE, null))
  return [...new Set([...addresses, ...BESIDES[who]!])]
}

/** What is wrong with a page; nothing when all is well. One refusal looks like another: the first is looked at. */
async function lookAt(page: Page, address: string, refusals: Set<string>) {
  const answer = await page.goto(address)
  const refusal = `${answer!.status()} ${new URL(page.url()).pathname === '/sign-in'}`
  if (refusal !== '200 false') {
    if (refusals.has(refusal)) return null
    refusals.add(refusal)
  }
  const axe = await faultsByAxe(page)
  const over = await sidewaysAt320(page)
  return axe.length + over === 0 ? null : { axe, over }
}

test('a form sent back, and a figure that two people changed, are as good', async () => {
  const { page, close } = await the.open()
  await signInAs(page, 'Olive Hartley')
  const address = `${FIGURES}/env-03/actuals/2026-27-q2`
  await page.goto(address)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.locator('.govuk-error-summary:focus').waitFor()
  expect([await faultsByAxe(page), await sidewaysAt320(page)]).toEqual([[], 0])

  const other = await page.context().newPage()
  for (const [tab, count] of [
    [other, '9,200'],
    [page, '9,300'],
  ] as const) {
    if (tab === other) await tab.goto(address)
    await tab.getByLabel('Tonnes recycled').fill(count)
    await tab.getByLabel('Tonnes of household').fill('18,300')
    await tab.getByLabel('Final').check()
    await tab.getByRole('button', { name: 'Save draft' }).click()
  }
  await page.getByRole('heading', { name: 'Somebody else changed this figure' }).waitFor()
  expect([await faultsByAxe(page), await sidewaysAt320(page)]).toEqual([[], 0])
  await close()
})
