import { browserFor, type Browser } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const PASSWORD = 'otter lantern gravel thimble'

const rowan = { name: 'Rowan Bell', roles: 'partnership-manager', organisation: '' }

let ada: Browser
let made = 0

beforeAll(async () => {
  ada = await browserFor('ada', at.db)
})

beforeEach(() => at.db('rateLimits').delete())

/** Adds somebody with an address of their own, and gives it with the link that was shown. */
async function add(form: Record<string, string | string[]> = {}) {
  made += 1
  const email = `rowan${made}@kirkdale.example`
  const page = await ada.send('/kirkdale/people', { ...rowan, email, ...form })
  if (page.status !== 200) throw new Error(page.main)
  return { email, page, path: new URL(page.page('#link').text().trim()).pathname }
}

async function addressOf(email: string): Promise<string> {
  return `/kirkdale/people/${(await at.db('users').where({ email }).first())!.id}`
}

function events(action: string, subject: string) {
  return at.inArea('kirkdale', trx => trx('auditEvents').where({ action, subject }))
}

describe('a link', () => {
  test('works once', async () => {
    const { path } = await add()
    await (await browserFor(null, at.db)).send(path, { password: PASSWORD })
    const late = await browserFor(null, at.db)
    expect((await late.open(path)).heading).toBe('This link no longer works')
    expect((await late.send(path, { password: PASSWORD })).status).toBe(404)
  })

  test('works for 72 hours', async () => {
    const { path } = await add()
    const browser = await browserFor(null, at.db)
    const [kept] = await at.db('invitations').orderBy('createdAt', 'desc').limit(1)
    const hours = (kept!.expiresAt.getTime() - kept!.createdAt.getTime()) / 3_600_000
    expect(hours).toBeCloseTo(72, 3)

    await at
      .db('invitations')
      .where({ tokenHash: kept!.tokenHash })
      .update({ expiresAt: at.db.fn.now() })
    const late = await browser.open(path)
    expect(late.status).toBe(404)
    expect(late.main).toMatch(/within 72 hours/)
    expect((await browser.send(path, { password: PASSWORD })).status).toBe(404)
  })

  test('that never was is answered like one that was used', async () => {
    const browser = await browserFor(null, at.db)
    expect((await browser.open(`/invitations/${'x'.repeat(43)}`)).heading).toBe(
      'This link no longer works',
    )
  })

  test('stops working when a new one is made', async () => {
    const { email, path } = await add()
    const renewed = await ada.send(`${await addressOf(email)}/invitation`)
    const browser = await browserFor(null, at.db)
    expect((await browser.open(path)).status).toBe(404)
    expect((await browser.open(new URL(renewed.page('#link').text().trim()).pathname)).status).toBe(
      200,
    )
    expect(await events('invitation.renewed', email)).toHaveLength(1)
  })

  test.each([
    ['', 'Enter a password'],
    ['gravel thimble', 'Password must be 15 characters or more'],
    [`${'gravel thimble otter lantern '.repeat(9)}`, 'Password must be 256 characters or fewer'],
    ['Kirkdale Council 2026', /harder to guess/],
    ['RowanBell123456', /harder to guess/],
    ['SixFriendsSixFriends', /harder to guess/],
    ['qwertyuiop123456', /harder to guess/],
  ])('takes no poor password: %j', async (password, fault) => {
    const { path } = await add()
    const browser = await browserFor(null, at.db)
    const answer = await browser.send(path, { password })
    expect(answer.status).toBe(422)
    expect(answer.errors[0]?.[1]).toMatch(fault)
    expect((await browser.open(path)).status).toBe(200)
  })
})
