import { ROLE_NAMES, ROLES, type Role } from '../../domain/people'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { Visit } from '../visit'
import type { Person } from './queries'

interface Organisation {
  slug: string
  name: string
}

type Here = Pick<Visit, 'area' | 'origin'>

interface Choices {
  roles: { value: string; text: string; hint?: { text: string } }[]
  organisations: { value: string; text: string }[]
}

export function peoplePage(
  { area }: Here,
  people: readonly Person[],
  organisations: readonly Organisation[],
  mayManage: boolean,
  entered: Entered,
  errors: FieldErrors,
) {
  return {
    title: 'People',
    people: people.map(person => ({
      name: person.name,
      href: to(paths.person, { area: area.slug, person: person.id }),
      roles: rolesOf(person),
      organisation: person.organisation ?? '',
      state: stateOf(person),
    })),
    mayManage,
    action: to(paths.people, { area: area.slug }),
    auditHref: to(paths.audit, { area: area.slug }),
    choices: choicesOf(organisations),
    entered,
    chosen: chosenOf(entered.roles),
    errors,
  } satisfies Page & Record<string, unknown>
}

export function personPage(
  { area }: Here,
  person: Person,
  organisations: readonly (Organisation & { id: string })[],
  sessions: number,
  mayManage: boolean,
  entered: Entered,
  errors: FieldErrors,
) {
  const values = { area: area.slug, person: person.id }
  const own = organisations.find(({ id }) => id === person.organisationId)
  const isRefused = Object.keys(errors).length > 0

  return {
    title: person.name,
    trail: [{ text: 'People', href: to(paths.people, values) }, { text: person.name }],
    facts: [
      { key: 'E-mail address', value: person.email },
      { key: 'Roles', value: rolesOf(person) || 'None' },
      { key: 'Organisation', value: person.organisation ?? 'Acts for the whole area' },
      { key: 'State', value: stateOf(person) },
      { key: 'Signed in', value: timesOf(sessions) },
    ],
    isDisabled: person.disabledAt !== null,
    isSignedIn: sessions > 0,
    mayManage,
    actions: {
      roles: to(paths.personRoles, values),
      invitation: to(paths.personInvitation, values),
      sessions: to(paths.personSessions, values),
      disabling: to(paths.personDisabling, values),
      enabling: to(paths.personEnabling, values),
    },
    choices: choicesOf(organisations),
    chosen: isRefused ? chosenOf(entered.roles) : person.roles,
    organisation: isRefused ? entered.organisation : own?.slug,
    errors,
  } satisfies Page & Record<string, unknown>
}

/** The only time the link is seen: what is kept is its hash. */
export function linkPage({ area, origin }: Here, name: string, path: string) {
  return {
    title: `A link for ${name}`,
    name,
    link: `${origin}${path}`,
    trail: [{ text: 'People', href: to(paths.people, { area: area.slug }) }],
  }
}

const HINTS: Partial<Record<Role, string>> = {
  councillor: 'Prepares questions. Cannot be held together with another role.',
  'data-officer': 'Enters the figures of their organisation.',
  approver: 'Signs off the figures of their organisation.',
  'partnership-manager': 'Publishes figures, and keeps measures and targets.',
  'scrutiny-officer': 'Organises the committees’ work.',
  administrator: 'Manages people. Cannot be held together with another role.',
}

function choicesOf(organisations: readonly Organisation[]): Choices {
  return {
    roles: ROLES.map(role => ({
      value: role,
      text: ROLE_NAMES[role],
      ...(HINTS[role] && { hint: { text: HINTS[role] } }),
    })),
    organisations: [
      { value: '', text: 'None: they act for the whole area' },
      ...organisations.map(({ slug, name }) => ({ value: slug, text: name })),
    ],
  }
}

function chosenOf(roles: unknown): unknown[] {
  return [roles ?? []].flat()
}

function rolesOf({ roles }: Person): string {
  return ROLES.filter(role => roles.includes(role))
    .map(role => ROLE_NAMES[role])
    .join(', ')
}

function stateOf({ disabledAt, hasPassword }: Person): string {
  if (disabledAt) return 'Shut out'
  return hasPassword ? 'Can sign in' : 'No password yet'
}

function timesOf(sessions: number): string {
  if (sessions === 0) return 'Not now'
  return sessions === 1 ? 'In one place' : `In ${sessions} places`
}
