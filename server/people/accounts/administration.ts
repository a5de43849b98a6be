import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Area } from '../../database/tables/people'
import { actsForOrganisation, type Actor, type Role } from '../../domain/people'
import { notAllowed } from '../../domain/refusal'
import { invite } from '../invitations/invite'
import { endSessionsOf } from '../sign-in/queries'
import { addUser, type Person, replaceAppointments, setDisabled } from './queries'

/** One administrator at work in one area, inside the transaction that is committed when the answer is sent. */
export interface Desk {
  db: Database
  area: Area
  actor: Actor
  secret: string
}

export interface Part {
  roles: readonly Role[]
  organisation: { id: string; slug: string } | null
}

/** Adds somebody who may choose a password with the link that is given back, and never again. */
export async function addPerson(
  desk: Desk,
  { name, email, ...part }: { name: string; email: string } & Part,
): Promise<string> {
  const { db, area, secret } = desk
  const id = newId()
  await addUser(db, { id, email, name, homeAreaId: area.id })
  await appoint(desk, id, part)
  await record(desk, 'person.added', email, undefined, { name, ...told(part) })
  return invite(db, secret, id)
}

/** Takes effect with their very next request. */
export async function changeRoles(desk: Desk, person: Person, part: Part): Promise<void> {
  notOneself(desk, person, 'You cannot change your own roles. Ask another administrator.')
  await appoint(desk, person.id, part)
  const before = { roles: person.roles, organisation: person.organisation }
  await record(desk, 'person.roles-changed', person.email, before, told(part))
}

export async function renewInvitation(desk: Desk, person: Person): Promise<string> {
  notOneself(
    desk,
    person,
    'You cannot make a link for yourself. Change your password on your account page.',
  )
  if (person.disabledAt)
    throw notAllowed(`${person.name} may not sign in. Let them in again first.`)
  await record(desk, 'invitation.renewed', person.email)
  return invite(desk.db, desk.secret, person.id)
}

export async function endSessions(desk: Desk, person: Person): Promise<void> {
  await endSessionsOf(desk.db, person.id)
  await record(desk, 'sessions.ended', person.email)
}

/** Out at once, wherever they are signed in. */
export async function disable(desk: Desk, person: Person): Promise<void> {
  notOneself(desk, person, 'You cannot shut yourself out. Ask another administrator.')
  await setDisabled(desk.db, person.id, true)
  await endSessionsOf(desk.db, person.id)
  await record(desk, 'person.disabled', person.email)
}

export async function enable(desk: Desk, person: Person): Promise<void> {
  await setDisabled(desk.db, person.id, false)
  await record(desk, 'person.enabled', person.email)
}

function appoint({ db, area }: Desk, userId: string, { roles, organisation }: Part) {
  const organisationId = actsForOrganisation(roles) ? (organisation?.id ?? null) : null
  return replaceAppointments(db, area.id, userId, roles, organisationId)
}

function notOneself({ actor }: Desk, person: Person, refusal: string) {
  if (actor.id === person.id) throw notAllowed(refusal)
}

function told({ roles, organisation }: Part) {
  return { roles, organisation: organisation?.slug ?? null }
}

function record(desk: Desk, action: string, subject: string, before?: object, after?: object) {
  return audit(desk.db, { areaId: desk.area.id, by: desk.actor, action, subject, before, after })
}
