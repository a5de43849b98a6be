import { browserFor, browserOn } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { testApp } from '../support/app'
import { hashOf, matches } from '../../server/people/sign-in/password'

const at = demonstrationDatabase()

const PASSWORD = 'otter lantern gravel thimble'

beforeAll(async () => {
  const passwordHash = await hashOf(PASSWORD)
  await at.db('users').whereIn('handle', ['olive', 'percy']).update({ passwordHash })
})

beforeEach(() => at.db('rateLimits').delete())

async function emailOf(handle: string): Promise<string> {
  return (await at.db('users').where({ handle }).first())!.email
}

describe('the cast', () => {
  test('stands on the sign-in page with what each does and for whom', async () => {
    const page = await (await browserFor(null, at.db)).open('/sign-in')
    const lines = page
      .page('.cast li')
      .toArray()
      .map(item => page.page(item).find('div').text().replace(/\s+/g, ' ').trim())

    expect(lines).toHaveLength(9)
    expect(lines[0]).toMatch(/^Olive Hartley ?Data officer, Kirkdale .*Council$/)
    expect(lines.at(-1)).toMatch(/^Sam Pike ?Every role/)
  })

  test.each(['olive', 'percy', 'asha', 'mo', 'singh', 'adeyemi', 'dee', 'ada', 'sam'])(
    '%s comes in with one press',
    async handle => {
      const browser = await browserFor(null, at.db)
      const answer = await browser.send(`/sign-in/as/${handle}`)
      expect(answer.status).toBe(303)
      expect(answer.goesTo).toBe(handle === 'sam' ? '/sallow' : '/kirkdale')
      expect((await browser.open('/account')).status).toBe(200)
    },
  )

  test('is nowhere to be found outside a demonstration', async () => {
    const browser = await browserFor(null, at.db, { demonstration: false })
    const page = await browser.open('/sign-in')
    expect(page.page('.cast')).toHaveLength(0)
    expect(page.text).not.toContain('Olive')
    expect((await browser.send('/sign-in/as/olive')).status).toBe(404)
  })

  test('holds nobody else', async () => {
    const browser = await browserFor(null, at.db)
    expect((await browser.send('/sign-in/as/nobody')).status).toBe(404)
  })
})

describe('a password', () => {
  test('lets its owner in, whatever the case of the address', async () => {
    const browser = await browserFor(null, at.db)
    const email = (await emailOf('olive')).toUpperCase()
    const answer = await browser.send('/sign-in', { email, password: PASSWORD })
    expect(answer.status).toBe(303)
    expect(answer.goesTo).toBe('/kirkdale')
    expect((await browser.open('/account')).main).toContain('Olive Hartley')
  })

  test.each([
    ['another one', 'gravel thimble otter lantern'],
    ['the same in capitals', PASSWORD.toUpperCase()],
    ['the same with a space after it', `${PASSWORD} `],
  ])('is not let in: %s', async (_, password) => {
    const browser = await browserFor(null, at.db)
    const answer = await browser.send('/sign-in', { email: await emailOf('olive'), password })
    expect(answer.status).toBe(422)
    expect(browser.cookie).toBe('')
  })

  test('that is wrong is answered like an address that is unknown', async () => {
    const browser = await browserFor(null, at.db)
    const wrong = await browser.send('/sign-in', {
      email: await emailOf('olive'),
      password: 'not this one at all',
    })
    const unknown = await browser.send('/sign-in', {
      email: 'nobody@kirkdale.example',
      password: 'not this one at all',
    })
    const without = await browser.send('/sign-in', {
      email: await emailOf('asha'),
      password: 'not this one at all',
    })
    for (const answer of [unknown, without]) {
      expect(answer.status).toBe(wrong.status)
      expect(answer.errors).toEqual(wrong.errors)
    }
    expect(wrong.errors).toEqual([
      ['#email', 'The e-mail address and password do not match an account'],
    ])
    expect(wrong.title).toMatch(/^Error: /)
    expect(wrong.field('email').val()).toBe(await emailOf('olive'))
    expect(wrong.field('password').val()).toBeUndefined()
  })

  test('is asked for when it is missing', async () => {
    const answer = await (await browserFor(null, at.db)).send('/sign-in')
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual([
      ['#email', 'Enter your e-mail address'],
      ['#password', 'Enter your password'],
    ])
  })

  test('is kept as Argon2id with its parameters and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashOf(PASSWORD), hashOf(PASSWORD)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await matches(one, PASSWORD)).toBe(true)
    expect(await matches(null, 'nobody at all')).toBe(false)
  })
})

describe('guessing', () => {
  test('ends after ten tries at an account, even with the right password, from anywhere', async () => {
    const email = await emailOf('percy')
    const app = testApp(at.db)
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await browserOn(app).send('/sign-in', { email, password: 'wrong' })
      expect(answer.errors[0]?.[1]).toMatch(/do not match/)
    }
    const late = await browserOn(testApp(at.db)).send('/sign-in', { email, password: PASSWORD })
    expect(late.status).toBe(422)
    expect(late.errors[0]?.[1]).toMatch(/too many attempts/i)
    const other = await browserOn(app).send('/sign-in', {
      email: await emailOf('olive'),
      password: PASSWORD,
    })
    expect(other.status).toBe(303)
  })

  test('is over after five minutes', async () => {
    const email = await emailOf('percy')
    const browser = await browserFor(null, at.db)
    for (let tries = 0; tries < 11; tries += 1) {
      await browser.send('/sign-in', { email, password: 'wrong' })
    }
    await at.db('rateLimits').update({ expire: Date.now() - 1000 })
    expect((await browser.send('/sign-in', { email, password: PASSWORD })).status).toBe(303)
  })

  test('ends for an address after fifty tries at many accounts, and a forged header does not help', async () => {
    const app = testApp(at.db)
    await at.db('rateLimits').insert({
      key: 'sign-in address 127.0.0.1',
      points: 50,
      expire: Date.now() + 60_000,
    })
    await at.db('rateLimits').insert({
      key: 'sign-in address ::ffff:127.0.0.1',
      points: 50,
      expire: Date.now() + 60_000,
    })
    const browser = browserOn(app, { 'x-forwarded-for': '203.0.113.9' })
    const answer = await browser.send('/sign-in', {
      email: await emailOf('olive'),
      password: PASSWORD,
    })
    expect(answer.errors[0]?.[1]).toMatch(/too many attempts/i)
  })

  test('does not add up over sign-ins that succeed', async () => {
    const browser = await browserFor(null, at.db)
    const email = await emailOf('olive')
    for (let tries = 0; tries < 12; tries += 1) {
      expect((await browser.send('/sign-in', { email, password: PASSWORD })).status).toBe(303)
    }
  })
})

describe('after signing in', () => {
  test('one is where one wanted to go', async () => {
    const browser = await browserFor(null, at.db)
    const refused = await browser.open('/kirkdale/people?x=1')
    expect(refused.status).toBe(303)
    expect(refused.goesTo).toBe('/sign-in?next=%2Fkirkdale%2Fpeople%3Fx%3D1')

    const form = await browser.open(refused.goesTo!)
    const next = form.page('form[action="/sign-in/as/ada"] input[name=next]').val()
    const answer = await browser.send('/sign-in/as/ada', { next: String(next) })
    expect(answer.goesTo).toBe('/kirkdale/people?x=1')
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '\\\\elsewhere.example',
    ' /kirkdale',
    '',
  ])('one is never sent elsewhere: %j', async next => {
    const browser = await browserFor(null, at.db)
    expect((await browser.send('/sign-in/as/ada', { next })).goesTo).toBe('/kirkdale')
  })

  test('a list in place of a text is no place to go', async () => {
    const browser = await browserFor(null, at.db)
    const answer = await browser.send('/sign-in/as/ada', { next: ['/account', '/sallow'] })
    expect(answer.goesTo).toBe('/kirkdale')
  })
})
