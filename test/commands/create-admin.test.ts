import { inviteAdministrator } from '../../server/people/accounts/first-administrator'
import { SECRET } from '../support/app'
import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const PASSWORD = 'otter lantern gravel thimble'

const invite = (area: string, email: string) =>
  inviteAdministrator(at.db, SECRET, { area, email, name: 'Ida Marsh' })

test('an area that is new begins with its administrator, who brings in the others', async () => {
  const path = await invite('Fenwick & Marsh', 'Ida@fenwick.example')
  const ida = await browserFor(null, at.db, { demonstration: false })
  const answer = await ida.send(path, { password: PASSWORD })
  expect(answer.goesTo).toBe('/fenwick-marsh')

  const people = await ida.open('/fenwick-marsh/people')
  expect(people.main).toContain('Ida Marsh')
  expect(people.main).not.toContain('Olive')
  const added = await ida.send('/fenwick-marsh/people', {
    name: 'Noor Shah',
    email: 'noor@fenwick.example',
    roles: 'partnership-manager',
  })
  expect(added.heading).toBe('A link for Noor Shah')
  expect((await ida.open('/kirkdale/people')).status).toBe(403)
})

test('asked again for the same person, it makes a new link and ends the old one', async () => {
  const first = await invite('Oakmere', 'ida@oakmere.example')
  const second = await invite('oakmere', 'ida@oakmere.example')
  const browser = await browserFor(null, at.db)
  expect((await browser.open(first)).status).toBe(404)
  expect((await browser.open(second)).status).toBe(200)
  expect(await at.db('areas').where({ slug: 'oakmere' })).toHaveLength(1)
})

test('an area that is there is found by its name or its address, and not made again', async () => {
  await invite('KIRKDALE', 'ida@kirkdale.example')
  expect(await at.db('areas').whereRaw('lower(name) = ?', ['kirkdale'])).toHaveLength(1)
  const events = await at.inArea('kirkdale', trx =>
    trx('auditEvents').where({ action: 'administrator.invited' }),
  )
  expect(events).toMatchObject([{ subject: 'ida@kirkdale.example', userId: null }])
})

test.each([
  ['somebody with another part', 'Kirkdale', 'olive'],
  ['somebody of another area', 'Kirkdale', 'sam'],
])('%s does not become an administrator by it', async (_, area, handle) => {
  const { email } = (await at.db('users').where({ handle }).first())!
  await expect(invite(area, email)).rejects.toThrow(/not an administrator of Kirkdale/)
})

test('somebody who was shut out does not come back by it', async () => {
  await invite('Elmstead', 'ida@elmstead.example')
  await at
    .db('users')
    .where({ email: 'ida@elmstead.example' })
    .update({ disabledAt: at.db.fn.now() })
  await expect(invite('Elmstead', 'ida@elmstead.example')).rejects.toThrow(/shut out/)
})

test.each(['Sign in', 'account', 'Static', 'API', '!!!', 'healthz'])(
  'an area may not be called %s, for that is an address of the service',
  async name => {
    await expect(invite(name, 'ida@nowhere.example')).rejects.toThrow(/cannot be the name/)
    expect(await at.db('users').where({ email: 'ida@nowhere.example' })).toEqual([])
  },
)
