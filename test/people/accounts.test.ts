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

async function chosen(form: Record<string, string | string[]> = {}) {
  const { email, path } = await add(form)
  const browser = await browserFor(null, at.db)
  const answer = await browser.send(path, { password: PASSWORD })
  expect(answer.status).toBe(303)
  return { email, browser, address: await addressOf(email) }
}

describe('the administrator adds a person', () => {
  test('who chooses a password with a link shown once, and is in', async () => {
    const { email, page, path } = await add()
    expect(page.status).toBe(200)
    expect(page.heading).toBe('A link for Rowan Bell')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(path).toMatch(/^\/invitations\/[\w-]{43}$/)
    expect(await events('person.added', email)).toMatchObject([
      { after: { name: 'Rowan Bell', roles: ['partnership-manager'], organisation: null } },
    ])

    const browser = await browserFor(null, at.db)
    const form = await browser.open(path)
    expect(form.heading).toBe('Choose your password')
    expect(form.field('password').attr('autocomplete')).toBe('new-password')

    const answer = await browser.send(path, { password: PASSWORD })
    expect(answer.goesTo).toBe('/kirkdale')
    expect((await browser.open('/kirkdale/people')).status).toBe(200)
    expect(await events('password.chosen', email)).toHaveLength(1)

    const again = await browserFor(null, at.db)
    expect((await again.send('/sign-in', { email, password: PASSWORD })).status).toBe(303)
  })

  test('whose link is kept only as a hash', async () => {
    const { path } = await add()
    const kept = JSON.stringify([await at.db('invitations'), await at.db('sessions')])
    expect(kept).not.toContain(path.split('/').pop())
  })

  test('and hears of every fault at once', async () => {
    const answer = await ada.send('/kirkdale/people')
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual([
      ['#name', 'Enter the person’s name'],
      ['#email', 'Enter the person’s e-mail address'],
      ['#roles', 'Choose at least one role'],
    ])
  })

  test.each([
    ['no address', { email: 'rowan at kirkdale' }, '#email'],
    ['an address somebody has', { email: 'Olive.taken' }, '#email'],
    ['no such role', { roles: 'emperor' }, '#roles'],
    ['a role among others that is none', { roles: ['approver', 'emperor'] }, '#roles'],
    ['a councillor who enters figures', { roles: ['councillor', 'data-officer'] }, '#roles'],
    ['a scrutiny officer who does', { roles: ['scrutiny-officer', 'data-officer'] }, '#roles'],
    ['a manager who approves', { roles: ['partnership-manager', 'approver'] }, '#roles'],
    [
      'an administrator who publishes',
      { roles: ['administrator', 'partnership-manager'] },
      '#roles',
    ],
    ['an officer of no organisation', { roles: 'data-officer' }, '#organisation'],
    ['no such organisation', { organisation: 'nowhere' }, '#organisation'],
  ])('but not with %s', async (_, form: Record<string, string | string[]>, field) => {
    if (form.email === 'Olive.taken') {
      form.email = (await at.db('users').where({ handle: 'olive' }).first())!.email.toUpperCase()
    }
    const before = await at.db('users')
    const answer = await ada.send('/kirkdale/people', {
      ...rowan,
      email: 'new@kirkdale.example',
      ...form,
    })
    expect(answer.status).toBe(422)
    expect(answer.errors.map(([href]) => href)).toContain(field)
    expect(answer.field('name').val()).toBe('Rowan Bell')
    expect(await at.db('users')).toHaveLength(before.length)
  })

  test('and no field of the form sets anything else', async () => {
    const sallow = (await at.db('areas').where({ slug: 'sallow' }).first())!
    const { email } = await add({
      home_area_id: sallow.id,
      area_id: sallow.id,
      password_hash: 'x',
      handle: 'rowan',
      id: sallow.id,
    })
    expect(await at.db('users').where({ email }).first()).toMatchObject({
      passwordHash: null,
      handle: null,
      homeAreaId: (await at.db('areas').where({ slug: 'kirkdale' }).first())!.id,
    })
  })
})

describe('roles', () => {
  test('change with the next request, and the change is on record', async () => {
    const { email, browser, address } = await chosen()
    expect((await browser.open('/kirkdale/people')).status).toBe(200)
    const saved = await ada.send(`${address}/roles`, { roles: 'scrutiny-officer' })
    expect(saved.goesTo).toBe(address)
    expect((await ada.open(address)).flash).toMatch(/roles of Rowan Bell have been changed/)
    expect((await browser.open('/kirkdale/people')).status).toBe(403)
    expect(await events('person.roles-changed', email)).toMatchObject([
      { before: { roles: ['partnership-manager'] }, after: { roles: ['scrutiny-officer'] } },
    ])
  })

  test('stay as they were when what was chosen does not fit together', async () => {
    const { address } = await chosen()
    const answer = await ada.send(`${address}/roles`, { roles: ['councillor', 'approver'] })
    expect(answer.status).toBe(422)
    expect((await ada.open(address)).main).toContain('Partnership manager')
  })

  test('are never one’s own to change, nor is being shut out', async () => {
    const own = await addressOf((await at.db('users').where({ handle: 'ada' }).first())!.email)
    for (const step of ['roles', 'disabling', 'invitation']) {
      const answer = await ada.send(`${own}/${step}`, { roles: 'partnership-manager' })
      expect(answer.status).toBe(403)
    }
    expect((await ada.open('/kirkdale/people')).status).toBe(200)
    expect((await ada.open(own)).page('form[action$="/roles"]')).toHaveLength(0)
  })
})

describe('somebody who leaves', () => {
  test('is out at once, cannot come back, and can be let in again', async () => {
    const { email, browser, address } = await chosen()
    expect((await ada.open(address)).main).toContain('In one place')
    await ada.send(`${address}/disabling`)
    expect((await browser.open('/account')).status).toBe(303)
    expect((await browser.send('/sign-in', { email, password: PASSWORD })).status).toBe(422)
    expect((await ada.send(`${address}/invitation`)).status).toBe(403)

    await ada.send(`${address}/enabling`)
    expect((await browser.send('/sign-in', { email, password: PASSWORD })).status).toBe(303)
    expect(await events('person.disabled', email)).toHaveLength(1)
    expect(await events('person.enabled', email)).toHaveLength(1)
  })

  test('cannot use a link made before', async () => {
    const { email, path } = await add()
    await ada.send(`${await addressOf(email)}/disabling`)
    expect((await (await browserFor(null, at.db)).open(path)).status).toBe(404)
  })
})

test('the administrator signs somebody out everywhere', async () => {
  const { browser, address } = await chosen()
  await ada.send(`${address}/sessions/end`)
  expect((await browser.open('/account')).status).toBe(303)
})

describe('the list of people', () => {
  test('is the manager’s to read and not to change', async () => {
    const page = await (await browserFor('mo', at.db)).open('/kirkdale/people')
    expect(page.main).toContain('Olive Hartley')
    expect(page.page('main form')).toHaveLength(0)
  })

  test('shows an approver their own organisation and nobody else', async () => {
    const asha = await browserFor('asha', at.db)
    const page = await asha.open('/kirkdale/people')
    expect(page.main).toContain('Olive Hartley')
    expect(page.main).not.toContain('Percy')
    const percy = await addressOf((await at.db('users').where({ handle: 'percy' }).first())!.email)
    expect((await asha.open(percy)).status).toBe(404)
    const olive = await addressOf((await at.db('users').where({ handle: 'olive' }).first())!.email)
    expect((await asha.open(olive)).status).toBe(200)
  })

  test('holds nobody of another area, and their page is not to be found', async () => {
    expect((await ada.open('/kirkdale/people')).main).not.toContain('Sam Pike')
    const sam = (await at.db('users').where({ handle: 'sam' }).first())!
    expect((await ada.open(`/kirkdale/people/${sam.id}`)).status).toBe(404)
    for (const step of ['roles', 'disabling', 'invitation', 'sessions/end', 'enabling']) {
      const answer = await ada.send(`/kirkdale/people/${sam.id}/${step}`, { roles: 'councillor' })
      expect(answer.status).toBe(404)
    }
    expect((await ada.open('/kirkdale/people/nobody')).status).toBe(404)
  })
})
