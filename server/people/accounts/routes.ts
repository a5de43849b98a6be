import { may, mayForAll } from '../../domain/permissions'
import { notFound } from '../../domain/refusal'
import { submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, refusedForm, seeOther } from '../../web/reply'
import { sessionsOf } from '../sign-in/queries'
import { get, post, type Route, type Visit } from '../visit'
import * as administration from './administration'
import { personForm, rolesForm } from './forms'
import { linkPage, peoplePage, personPage } from './page'
import { findPerson, isEmailTaken, listPeople, type Person, standingOrganisations } from './queries'

const LIST = 'people/accounts/people'
const ONE = 'people/accounts/person'
const LINK = 'people/accounts/link'

export function accountRoutes({ secret }: { secret: string }): Route[] {
  return [
    get(paths.people, 'people.read', async visit => page(LIST, await list(visit))),

    post(paths.people, 'people.manage', async visit => {
      const organisations = await standingOrganisations(visit.db, visit.area.id)
      const submission = submit(personForm(organisations.map(({ slug }) => slug)), visit.body)
      if (!submission.ok) {
        return refusedForm(LIST, await list(visit, submission.entered, submission.errors))
      }

      const { name, email, roles, organisation: slug } = submission.form
      if (await isEmailTaken(visit.db, email)) {
        return refusedForm(LIST, await list(visit, submission.entered, TAKEN))
      }
      const organisation = organisations.find(each => each.slug === slug) ?? null
      const path = await administration.addPerson(deskOf(visit), {
        name,
        email,
        roles,
        organisation,
      })
      return page(LINK, linkPage(visit, name, path))
    }),

    get(paths.person, 'people.read', async visit =>
      page(ONE, await one(visit, await personOf(visit))),
    ),

    post(paths.personRoles, 'people.manage', async visit => {
      const person = await personOf(visit)
      const organisations = await standingOrganisations(visit.db, visit.area.id)
      const submission = submit(rolesForm(organisations.map(({ slug }) => slug)), visit.body)
      if (!submission.ok) {
        return refusedForm(ONE, await one(visit, person, submission.entered, submission.errors))
      }

      const { roles, organisation: slug } = submission.form
      const organisation = organisations.find(each => each.slug === slug) ?? null
      await administration.changeRoles(deskOf(visit), person, { roles, organisation })
      return back(visit, `The roles of ${person.name} have been changed`)
    }),

    post(paths.personInvitation, 'people.manage', async visit => {
      const person = await personOf(visit)
      const path = await administration.renewInvitation(deskOf(visit), person)
      return page(LINK, linkPage(visit, person.name, path))
    }),

    post(paths.personSessions, 'people.manage', async visit => {
      const person = await personOf(visit)
      await administration.endSessions(deskOf(visit), person)
      return back(visit, `${person.name} has been signed out everywhere`)
    }),

    post(paths.personDisabling, 'people.manage', async visit => {
      const person = await personOf(visit)
      await administration.disable(deskOf(visit), person)
      return back(visit, `${person.name} can no longer sign in`)
    }),

    post(paths.personEnabling, 'people.manage', async visit => {
      const person = await personOf(visit)
      await administration.enable(deskOf(visit), person)
      return back(visit, `${person.name} can sign in again`)
    }),
  ]

  function deskOf({ db, area, actor }: Visit): administration.Desk {
    return { db, area, actor: actor!, secret }
  }
}

const TAKEN = { email: 'There is an account with this e-mail address already' }
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function personOf(visit: Visit): Promise<Person> {
  const id = visit.params.person!
  const person = UUID.test(id) ? await findPerson(visit.db, visit.area.id, id) : undefined
  if (!person || !maySee(visit, person)) throw notFound('Person')
  return person
}

/** An approver knows only their own organisation's people. */
function maySee({ actor }: Visit, { organisationId }: Person): boolean {
  return mayForAll(actor, 'people.read') || organisationId === actor?.organisationId
}

async function list(visit: Visit, entered = {}, errors = {}) {
  const { db, area, actor } = visit
  const only = mayForAll(actor, 'people.read') ? null : actor!.organisationId
  const people = await listPeople(db, area.id, only)
  const organisations = await standingOrganisations(db, area.id)
  return peoplePage(visit, people, organisations, may(actor, 'people.manage'), entered, errors)
}

async function one(visit: Visit, person: Person, entered = {}, errors = {}) {
  const { db, area, actor } = visit
  const organisations = await standingOrganisations(db, area.id)
  const sessions = await sessionsOf(db, person.id)
  const mayManage = may(actor, 'people.manage') && actor!.id !== person.id
  return personPage(visit, person, organisations, sessions.length, mayManage, entered, errors)
}

function back({ area, params }: Visit, flash: string) {
  return seeOther(to(paths.person, { area: area.slug, person: params.person! }), flash)
}
