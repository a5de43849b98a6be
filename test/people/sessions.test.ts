import supertest from 'supertest'
import { SECRET, testApp } from '../support/app'
import { browserFor, browserOn } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { tokenHash } from '../../server/people/sign-in/token'

const at = demonstrationDatabase()

const isIn = async (browser: Awaited<ReturnType<typeof browserFor>>) =>
  (await browser.open('/account')).status === 200

function rowOf(cookie: string) {
  const token = cookie.split('=')[1]!
  return at.db('sessions').where({ tokenHash: tokenHash(token, SECRET) })
}

const longAgo = (text: string) => at.db.raw(`now() - interval '${text}'`)

describe('the cookie', () => {
  const signIn = (production: boolean) =>
    supertest(testApp(at.db, { production }))
      .post('/sign-in/as/olive')
      .set('sec-fetch-site', 'same-origin')

  test('is for this host alone, out of reach of scripts and other sites', async () => {
    const cookie = (await signIn(false)).headers['set-cookie']![0]!
    expect(cookie).toMatch(/^six-friends=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('is Secure and __Host- in production', async () => {
    const cookie = (await signIn(true)).headers['set-cookie']![0]!
    expect(cookie).toMatch(
      /^__Host-six-friends=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('is kept only as a hash, and a hash is no cookie', async () => {
    const browser = await browserFor('olive', at.db)
    const token = browser.cookie.split('=')[1]!
    const kept = await at.db('sessions')
    expect(JSON.stringify(kept)).not.toContain(token)

    const thief = browserOn(testApp(at.db))
    thief.cookie = `six-friends=${tokenHash(token, SECRET)}`
    expect(await isIn(thief)).toBe(false)
  })

  test('of before signing in is worth nothing after', async () => {
    const fixed = `six-friends=${'a'.repeat(43)}`
    const browser = browserOn(testApp(at.db))
    browser.cookie = fixed
    await browser.send('/sign-in/as/olive')
    expect(browser.cookie).not.toBe(fixed)

    const attacker = browserOn(testApp(at.db))
    attacker.cookie = fixed
    expect(await isIn(attacker)).toBe(false)
  })

  test('changes with each sign-in, and the one before ends', async () => {
    const browser = await browserFor('olive', at.db)
    const before = browser.cookie
    await browser.send('/sign-in/as/percy')
    expect(browser.cookie).not.toBe(before)

    const old = browserOn(testApp(at.db))
    old.cookie = before
    expect(await isIn(old)).toBe(false)
  })
})

describe('a session ends', () => {
  test('by signing out, at once and everywhere the cookie went', async () => {
    const browser = await browserFor('olive', at.db)
    const copy = browserOn(testApp(at.db))
    copy.cookie = browser.cookie

    const out = await browser.send('/sign-out')
    expect(out.status).toBe(303)
    expect(out.headers['set-cookie']?.[0]).toContain('Max-Age=0')
    expect(await isIn(copy)).toBe(false)
  })

  test('after half an hour without a request, and not before', async () => {
    const browser = await browserFor('olive', at.db)
    await rowOf(browser.cookie).update({ seenAt: longAgo('29 minutes') })
    expect(await isIn(browser)).toBe(true)
    await rowOf(browser.cookie).update({ seenAt: longAgo('31 minutes') })
    expect(await isIn(browser)).toBe(false)
  })

  test('is put off by each request', async () => {
    const browser = await browserFor('olive', at.db)
    await rowOf(browser.cookie).update({ seenAt: longAgo('20 minutes') })
    await browser.open('/kirkdale/scorecard')
    const [row] = await rowOf(browser.cookie)
    expect(Date.now() - row!.seenAt.getTime()).toBeLessThan(120_000)
  })

  test('after twelve hours in all, however busy', async () => {
    const browser = await browserFor('olive', at.db)
    const [row] = await rowOf(browser.cookie)
    const hours = (row!.expiresAt.getTime() - row!.createdAt.getTime()) / 3_600_000
    expect(hours).toBeCloseTo(12, 3)
    await rowOf(browser.cookie).update({ expiresAt: longAgo('1 second') })
    expect(await isIn(browser)).toBe(false)
  })

  test('when its owner is shut out', async () => {
    const browser = await browserFor('percy', at.db)
    await at.db('users').where({ handle: 'percy' }).update({ disabledAt: at.db.fn.now() })
    expect(await isIn(browser)).toBe(false)
    expect((await (await browserFor(null, at.db)).send('/sign-in/as/percy')).status).toBe(404)
    await at.db('users').where({ handle: 'percy' }).update({ disabledAt: null })
  })
})

test('what was seen while signed in is not kept for whoever presses back', async () => {
  const browser = await browserFor('olive', at.db)
  for (const path of ['/account', '/kirkdale/scorecard', '/kirkdale/returns', '/kirkdale/people']) {
    expect((await browser.open(path)).headers['cache-control']).toBe('no-store')
  }
})

test('a role that is taken away is gone with the very next request', async () => {
  const ada = await browserFor('ada', at.db)
  expect((await ada.open('/kirkdale/people')).status).toBe(200)
  const { id } = (await at.db('users').where({ handle: 'ada' }).first())!
  await at.inArea('kirkdale', trx => trx('appointments').where({ userId: id }).delete())
  expect((await ada.open('/kirkdale/people')).status).toBe(403)
  await at.inArea('kirkdale', async trx => {
    const area = await trx('areas').where({ slug: 'kirkdale' }).first()
    await trx('appointments').insert({ areaId: area!.id, userId: id, role: 'administrator' })
  })
})
