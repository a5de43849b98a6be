import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const open = demonstrationDatabase()

test('a councillor sees what gives cause for concern, each with its reason in a sentence', async () => {
  const singh = await browserFor('singh', open.db)
  const list = await singh.open('/kirkdale/scrutiny?all=yes')

  expect(list.status).toBe(200)
  expect(list.heading).toBe('What should we ask about?')
  const cards = list.page('.card').toArray()
  expect(cards.length).toBeGreaterThan(20)
  for (const card of cards) {
    expect(list.page(card).find('.card__why').text().trim()).toMatch(/^[A-Z0-9].+\.$/)
    expect(list.page(card).find('a.btn').attr('href')).toMatch(
      /^\/kirkdale\/scrutiny\/enquiries\/[a-z]+-\d+\/20\d\d-/,
    )
  }
})

test('the list is in order of concern, never of the alphabet or the owner', async () => {
  const singh = await browserFor('singh', open.db)
  const list = await singh.open('/kirkdale/scrutiny?all=yes')
  const statuses = list
    .page('.card .st')
    .toArray()
    .map(one => list.page(one).text().trim())

  expect(statuses.indexOf('Amber')).toBeGreaterThan(statuses.lastIndexOf('Red'))
  expect(list.page('.card').length).toBe(statuses.length)
})

test('overdue figures are on it, and say since when', async () => {
  const singh = await browserFor('singh', open.db)
  const list = await singh.open('/kirkdale/scrutiny?reason=overdue')

  expect(list.main).toContain('Domestic burglary')
  expect(list.page('.card__why').first().text()).toMatch(/due/)
})

test('it can be narrowed to one reason by a plain link', async () => {
  const singh = await browserFor('singh', open.db)
  const all = await singh.open('/kirkdale/scrutiny?all=yes')
  const worse = await singh.open('/kirkdale/scrutiny?reason=adverse-signal&all=yes')

  expect(worse.page('.card').length).toBeGreaterThan(0)
  expect(worse.page('.card').length).toBeLessThan(all.page('.card').length)
  expect(all.page('a[href="/kirkdale/scrutiny?reason=adverse-signal"]').length).toBe(1)
})

test('an unknown reason shows everything', async () => {
  const singh = await browserFor('singh', open.db)
  const all = await singh.open('/kirkdale/scrutiny?all=yes')
  const odd = await singh.open('/kirkdale/scrutiny?all=yes&reason=%3Cscript%3E')

  expect(odd.page('.card').length).toBe(all.page('.card').length)
})

test('the download holds what the list holds', async () => {
  const singh = await browserFor('singh', open.db)
  const list = await singh.open('/kirkdale/scrutiny?all=yes')
  const csv = await singh.open('/kirkdale/scrutiny.csv')

  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.text.trim().split('\r\n')).toHaveLength(list.page('.card').length + 1)
})

test('a promise to scrutiny that has fallen due is a reason of its own', async () => {
  const singh = await browserFor('singh', open.db)
  const list = await singh.open('/kirkdale/scrutiny?reason=commitment-unmet&all=yes')

  expect(list.page('.card').length).toBeGreaterThan(0)
  expect(list.main).toMatch(/promised/)
})

test('officers who enter figures and administrators are refused it', async () => {
  for (const handle of ['olive', 'asha', 'ada'] as const) {
    const browser = await browserFor(handle, open.db)
    expect((await browser.open('/kirkdale/scrutiny')).status).toBe(403)
  }
})

test('the partnership manager reads it, but prepares no questions', async () => {
  const mo = await browserFor('mo', open.db)
  const list = await mo.open('/kirkdale/scrutiny')

  expect(list.status).toBe(200)
  expect(list.page('.card a.btn')).toHaveLength(0)
})

test('a neighbour’s councillor sees only the neighbour’s list', async () => {
  const sam = await browserFor('sam', open.db)

  expect((await sam.open('/kirkdale/scrutiny')).status).toBe(403)
  expect((await sam.open('/sallow/scrutiny')).status).toBe(200)
})
