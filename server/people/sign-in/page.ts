import { ROLE_NAMES, ROLES } from '../../domain/people'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { CastMember } from './cast-queries'

interface SignInPage extends Page {
  cast: { name: string; role: string; where: string; action: string }[]
  entered: Entered
  next: string
}

export function signInPage(
  cast: readonly CastMember[],
  next: string,
  entered: Entered = {},
  errors: FieldErrors = {},
): SignInPage {
  return {
    title: 'Sign in',
    cast: [...cast].sort(byPart).map(person => ({
      name: person.name,
      role: roleOf(person),
      where: person.organisation ?? person.area,
      action: to(paths.signInAs, { handle: person.handle }),
    })),
    entered,
    errors,
    next,
  }
}

/** In the order in which a figure passes from hand to hand; whoever holds every part comes last. */
const ORDER = [
  'data-officer',
  'approver',
  'partnership-manager',
  'councillor',
  'scrutiny-officer',
  'administrator',
] as const

function byPart(one: CastMember, other: CastMember): number {
  return placeOf(one) - placeOf(other) || one.name.localeCompare(other.name, 'en-GB')
}

function placeOf({ roles }: CastMember): number {
  return roles.length === 1 ? ORDER.findIndex(role => role === roles[0]) : ORDER.length
}

function roleOf({ roles }: CastMember): string {
  if (roles.length === ROLES.length) return 'Every role'
  return roles.map(role => ROLE_NAMES[role]).join(' and ')
}
