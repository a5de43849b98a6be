import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const PATH = '/kirkdale/indicators/env-03/actuals/2026-27-q2'

/** Fields that no form has: an officer who adds them has the developer tools open. */
const SLIPPED_IN = {
  state: 'published',
  status: 'published',
  version: '9',
  approved_by: '00000000-0000-7000-8000-000000000001',
  approvedBy: '00000000-0000-7000-8000-000000000001',
  published_at: '2026-11-23',
  'organisation_id[]': 'x',
  __proto__: 'x',
  constructor: 'x',
}

test('fields that were slipped into a form change nothing', async () => {
  const olive = await browserFor('olive', at.db)
  const police = await at.inArea('kirkdale', trx =>
    trx('organisations').where({ code: 'KP' }).first(),
  )
  const form = await olive.open(PATH)
  const entered = Object.fromEntries(
    form
      .page('main form[method=post] input[type=hidden]')
      .toArray()
      .map(field => [form.page(field).attr('name')!, String(form.page(field).val() ?? '')]),
  )
  const answer = await olive.send(PATH, {
    ...entered,
    numerator: '8140',
    denominator: '18500',
    value: '',
    availability: 'figure',
    certainty: 'provisional',
    reasonCode: 'demand',
    reason_code: 'demand',
    reasonText: 'A depot was closed for five weeks.',
    reason_text: 'A depot was closed for five weeks.',
    organisation_id: police!.id,
    organisationId: police!.id,
    area_id: police!.id,
    ...SLIPPED_IN,
  })
  expect(answer.errors).toEqual([])
  expect(answer.status).toBe(303)

  const rows = await at.inArea('kirkdale', async trx => {
    const { rows } = await trx.raw(
      `select a.state, a.version, a.approved_by, a.published_at, o.code
       from actuals a join series s on s.area_id = a.area_id and s.id = a.series_id
         join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
         join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
       where i.reference = 'env-03' and s.kind = 'headline' and a.starts = '2026-07-01'`,
    )
    return rows
  })
  expect(rows).toEqual([
    { state: 'draft', version: 1, approvedBy: null, publishedAt: null, code: 'KC' },
  ])
})

test('steps cannot be skipped: nothing is published that was not approved, nor approved that was not submitted', async () => {
  const [asha, mo] = [await browserFor('asha', at.db), await browserFor('mo', at.db)]
  for (const [browser, step] of [
    [mo, 'publication'],
    [asha, 'approval'],
  ] as const) {
    const answer = await browser.send(`${PATH}/${step}`)
    expect([404, 409, 422]).toContain(answer.status)
  }
  const states = await at.inArea('kirkdale', async trx => {
    const { rows } = await trx.raw(
      `select a.state from actuals a join series s on s.area_id = a.area_id and s.id = a.series_id
         join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
       where i.reference = 'env-03' and s.kind = 'headline' and a.starts = '2026-07-01'`,
    )
    return rows.map(({ state }: { state: string }) => state)
  })
  expect(states).toEqual(['draft'])
})
