export const ROLES = [
  'councillor',
  'data-officer',
  'approver',
  'partnership-manager',
  'scrutiny-officer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  councillor: 'Scrutiny councillor',
  'data-officer': 'Data officer',
  approver: 'Approver',
  'partnership-manager': 'Partnership manager',
  'scrutiny-officer': 'Scrutiny officer',
  administrator: 'Administrator',
}

/** Somebody signed in, as they stand in one area: in another area they hold no role at all. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisationId: string | null
}

/** Roles that act for an organisation; all others act for the area. */
export const ORGANISATION_ROLES: readonly Role[] = ['data-officer', 'approver']

/** Roles that shut out every other: councillors never touch data, administrators never touch anything. */
const ALONE: readonly Role[] = ['councillor', 'administrator']

export function actsForOrganisation(roles: readonly Role[]): boolean {
  return roles.some(role => ORGANISATION_ROLES.includes(role))
}

/** Roles that one person may not hold together: who checks, publishes or scrutinises does not enter. */
const APART: readonly (readonly [Role, Role])[] = [
  ['scrutiny-officer', 'data-officer'],
  ['scrutiny-officer', 'approver'],
  ['partnership-manager', 'data-officer'],
  ['partnership-manager', 'approver'],
]

/**
 * The first two roles among these that may not be held by one person; else nothing.
 * Source: the permission matrix and its three separations.
 */
export function clashOf(roles: readonly Role[]): readonly [Role, Role] | undefined {
  const alone = roles.find(role => ALONE.includes(role))
  const other = roles.find(role => role !== alone)
  if (alone !== undefined && other !== undefined) return [alone, other]
  return APART.find(pair => pair.every(role => roles.includes(role)))
}
