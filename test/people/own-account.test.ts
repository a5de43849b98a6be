import { hashOf } from '../../server/people/sign-in/password'
import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const PASSWORD = 'otter lantern gravel thimble'
const ANOTHER = 'vexed walrus paints gables'

beforeEach(async () => {
  await at.db('rateLimits').delete()
  await at
    .db('users')
    .where({ handle: 'olive' })
    .update({ passwordHash: await hashOf(PASSWORD) })
})

test('the account page says who one is', async () => {
  const page = await (await browserFor('olive', at.db)).open('/account')
  expect(page.heading).toBe('Your account')
  expect(page.main).toContain('Olive Hartley')
  expect(page.main).toContain('Data officer')
  expect(page.main).toMatch(/Kirkdale .*Council/)
  expect(page.field('current').attr('autocomplete')).toBe('current-password')
  expect(page.field('password').attr('type')).toBe('password')
})

test('nobody has an account page', async () => {
  const nobody = await browserFor(null, at.db)
  expect((await nobody.open('/account')).goesTo).toBe('/sign-in?next=%2Faccount')
  expect((await nobody.send('/account/password')).status).toBe(403)
})

test('a new password is taken, and every other session ends', async () => {
  const here = await browserFor('olive', at.db)
  const elsewhere = await browserFor('olive', at.db)

  const saved = await here.send('/account/password', { current: PASSWORD, password: ANOTHER })
  expect(saved.goesTo).toBe('/account')
  expect((await here.open('/account')).flash).toMatch(/password has been changed/)
  expect((await elsewhere.open('/account')).status).toBe(303)

  const email = (await at.db('users').where({ handle: 'olive' }).first())!.email
  const later = await browserFor(null, at.db)
  expect((await later.send('/sign-in', { email, password: PASSWORD })).status).toBe(422)
  expect((await later.send('/sign-in', { email, password: ANOTHER })).status).toBe(303)
  const events = await at.inArea('kirkdale', trx =>
    trx('auditEvents').where({ action: 'password.changed', subject: email }),
  )
  expect(events).toHaveLength(1)
})

test.each([
  ['the current one wrong', { current: 'not it', password: ANOTHER }, '#current'],
  ['the current one missing', { password: ANOTHER }, '#current'],
  ['no new one', { current: PASSWORD }, '#password'],
  ['a short one', { current: PASSWORD, password: 'gravel thimble' }, '#password'],
  ['one’s own name', { current: PASSWORD, password: 'Olive Hartley 1984' }, '#password'],
  ['the name of the council', { current: PASSWORD, password: 'KirkdaleCouncil!!' }, '#password'],
])('a password is not changed with %s', async (_, form: Record<string, string>, field) => {
  const olive = await browserFor('olive', at.db)
  const before = await at.db('users').where({ handle: 'olive' }).first()
  const answer = await olive.send('/account/password', form)
  expect(answer.status).toBe(422)
  expect(answer.errors.map(([href]) => href)).toContain(field)
  expect(await at.db('users').where({ handle: 'olive' }).first()).toEqual(before)
})

test('the current password cannot be guessed here either', async () => {
  const olive = await browserFor('olive', at.db)
  for (let tries = 0; tries < 10; tries += 1) {
    await olive.send('/account/password', { current: 'wrong', password: ANOTHER })
  }
  const late = await olive.send('/account/password', { current: PASSWORD, password: ANOTHER })
  expect(late.errors).toEqual([['#current', expect.stringMatching(/too many attempts/i)]])
})

describe('one’s own sessions', () => {
  test('are listed, and another can be ended', async () => {
    await at.db('sessions').delete()
    const here = await browserFor('olive', at.db)
    const lost = await browserFor('olive', at.db)
    const page = await here.open('/account')
    expect(page.main).toContain('Here')
    const ends = page.page('form[action^="/account/sessions/"]')
    expect(ends).toHaveLength(1)

    await here.send(ends.attr('action')!)
    expect((await lost.open('/account')).status).toBe(303)
    expect((await here.open('/account')).status).toBe(200)
  })

  test('are nobody else’s to end', async () => {
    const olive = await browserFor('olive', at.db)
    await browserFor('olive', at.db)
    const end = (await olive.open('/account'))
      .page('form[action^="/account/sessions/"]')
      .attr('action')!
    const percy = await browserFor('percy', at.db)
    expect((await percy.send(end)).status).toBe(404)
    expect((await olive.send(end)).status).toBe(303)
  })
})
