import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import { enterArea, inScope } from '../../database/scope'
import type { Area } from '../../database/tables/people'
import { wrongInput } from '../../domain/refusal'
import { paths } from '../../web/paths'
import { addArea, findAreaByName, findAreaBySlug } from '../areas/queries'
import { invite } from '../invitations/invite'
import { findUserByEmail } from '../sign-in/queries'
import { addUser, findPerson, isEmailTaken, replaceAppointments } from './queries'

interface Wanted {
  area: string
  email: string
  name: string
}

/**
 * For the command line: makes an administrator, and their area when there is none of that name,
 * and gives the path of the link with which they choose a password. Run again for the same person
 * it makes them a new link.
 */
export function inviteAdministrator(
  db: Database,
  secret: string,
  { area: areaName, email: typed, name }: Wanted,
): Promise<string> {
  const email = typed.trim().toLowerCase()

  return inScope(db, { areaId: null }, async trx => {
    const area = await areaNamed(trx, areaName.trim())
    await enterArea(trx, area.id)
    const id = await administratorOf(trx, area, email, name.trim())
    await audit(trx, { areaId: area.id, by: null, action: 'administrator.invited', subject: email })
    return invite(trx, secret, id)
  })
}

async function areaNamed(trx: Database, name: string): Promise<Pick<Area, 'id' | 'name'>> {
  const slug = slugOf(name)
  const known = (await findAreaByName(trx, name)) ?? (await findAreaBySlug(trx, slug))
  if (known) return known
  if (slug === '' || RESERVED.has(slug)) {
    throw wrongInput(`"${name}" cannot be the name of an area. Choose another.`)
  }
  const area = { id: newId(), slug, name }
  await addArea(trx, area)
  return area
}

async function administratorOf(
  trx: Database,
  area: Pick<Area, 'id' | 'name'>,
  email: string,
  name: string,
): Promise<string> {
  const user = await findUserByEmail(trx, email)
  if (!user) {
    if (await isEmailTaken(trx, email))
      throw wrongInput(`${email} belongs to an account that was shut out.`)
    const id = newId()
    await addUser(trx, { id, email, name, homeAreaId: area.id })
    await replaceAppointments(trx, area.id, id, ['administrator'], null)
    return id
  }

  const person = await findPerson(trx, area.id, user.id)
  if (!person?.roles.includes('administrator')) {
    throw wrongInput(`${email} belongs to an account that is not an administrator of ${area.name}.`)
  }
  return user.id
}

/** The first part of every address that is not an area's. */
const RESERVED = new Set([
  'static',
  'metrics',
  'api',
  ...Object.values(paths).flatMap(path => /^\/([a-z-]+)/.exec(path)?.[1] ?? []),
])

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
