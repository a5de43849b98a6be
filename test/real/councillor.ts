import type { Database } from '../../server/database/database'
import { newId } from '../../server/database/id'
import { testApp } from '../support/app'
import { type Browser, browserOn } from '../support/browser'
import { within } from './area'

/** A scrutiny councillor of an imported area, signed in, on the day its figures were news. */
export async function councillorOf(
  db: Database,
  { name, slug, today }: { name: string; slug: string; today: string },
): Promise<Browser> {
  const handle = `councillor-of-${slug}`
  if (!(await db('users').where({ handle }).first())) await appoint(db, name, handle)

  const browser = browserOn(testApp(db, { today: () => today }))
  const { status } = await browser.send(`/sign-in/as/${handle}`)
  if (status !== 303) throw new Error(`${handle} could not sign in: ${status}`)
  return browser
}

async function appoint(db: Database, area: string, handle: string): Promise<void> {
  await within(db, area, async (trx, { id: areaId }) => {
    const id = newId()
    const email = `${handle}@example.org`
    await trx('users').insert({ id, email, name: 'A Councillor', handle, homeAreaId: areaId })
    await trx('appointments').insert({ areaId, userId: id, role: 'councillor' })
  })
}
