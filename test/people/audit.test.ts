import { audit } from '../../server/database/audit'
import { newId } from '../../server/database/id'
import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

/** One event of each kind that differs in who may see it. */
beforeAll(async () => {
  await browserFor('percy', at.db)
  await at.inArea('kirkdale', async trx => {
    const area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
    const idOf = async (handle: string) => (await trx('users').where({ handle }).first())!.id
    const organisationOf = async (handle: string) =>
      (await trx('appointments')
        .where({ areaId: area.id, userId: await idOf(handle) })
        .first())!.organisationId
    const by = async (handle: string) => ({
      id: await idOf(handle),
      organisationId: await organisationOf(handle),
    })
    const tell = async (action: string, handle: string, subject: string) =>
      audit(trx, {
        areaId: area.id,
        by: await by(handle),
        action,
        subject,
        after: { value: 314159 },
      })

    await tell('actual.recorded', 'olive', 'zz-council 2026-27-q2')
    await tell('actual.recorded', 'percy', 'zz-police 2026-27-q2')
    await tell('actual.published', 'mo', 'zz-published 2026-27-q2')
    await tell('enquiry.planned', 'singh', 'zz-enquiry 2026-27-q2')
  })
})

async function seenBy(handle: Handle, about = 'zz-'): Promise<string[]> {
  const page = await (await browserFor(handle, at.db)).open(`/kirkdale/audit?about=${about}`)
  return page
    .page('tbody tr td:nth-child(3)')
    .toArray()
    .map(cell => page.page(cell).text().trim().split(' ')[0]!)
    .sort()
}

test.each<[Handle, string[]]>([
  ['mo', ['zz-council', 'zz-police', 'zz-published']],
  ['dee', ['zz-council', 'zz-police', 'zz-published']],
  ['ada', ['zz-council', 'zz-police', 'zz-published']],
  ['olive', ['zz-council']],
  ['asha', ['zz-council']],
  ['percy', ['zz-police']],
  ['singh', ['zz-enquiry', 'zz-published']],
  ['adeyemi', ['zz-published']],
])('%s sees what is theirs to see', async (handle, expected) => {
  expect(await seenBy(handle)).toEqual(expected)
})

test('only administrators see who signed in', async () => {
  const email = (await at.db('users').where({ handle: 'percy' }).first())!.email
  expect(await seenBy('ada', encodeURIComponent(email))).toContain(email)
  expect(await seenBy('mo', encodeURIComponent(email))).not.toContain(email)
})

test('it is said in words, without the figures', async () => {
  const page = await (await browserFor('mo', at.db)).open('/kirkdale/audit?about=zz-council')
  expect(page.main).toContain('Figure recorded')
  expect(page.main).toContain('Olive Hartley')
  expect(page.main).toContain('One change about “zz-council”.')
  expect(page.text).not.toContain('314159')
})

test('what was asked for is written back as text', async () => {
  const page = await (await browserFor('mo', at.db)).open('/kirkdale/audit?about=%3Cb%3E%27%25_%5C')
  expect(page.main).toContain("Nothing has been recorded about “<b>'%_\\”.")
})

test('no more than 200 are shown', async () => {
  await at.inArea('kirkdale', async trx => {
    const { id: areaId } = (await trx('areas').where({ slug: 'kirkdale' }).first())!
    const rows = Array.from({ length: 201 }, () => ({
      areaId,
      id: newId(),
      action: 'actual.recorded',
      subject: 'many',
    }))
    await trx('auditEvents').insert(rows)
  })
  const page = await (await browserFor('ada', at.db)).open('/kirkdale/audit?about=many')
  expect(page.page('tbody tr')).toHaveLength(200)
  expect(page.main).toContain('The latest 200 changes about “many”.')
})

test('nobody can change what is on record, not even the service', async () => {
  await expect(
    at.inArea('kirkdale', trx => trx('auditEvents').update({ action: 'x' })),
  ).rejects.toThrow(/permission denied/)
  await expect(at.inArea('kirkdale', trx => trx('auditEvents').delete())).rejects.toThrow(
    /permission denied/,
  )
})

test('a stranger with every role elsewhere sees nothing here', async () => {
  const sam = await browserFor('sam', at.db)
  expect((await sam.open('/kirkdale/audit')).status).toBe(403)
  expect((await sam.open('/sallow/audit')).main).not.toContain('zz-')
})
