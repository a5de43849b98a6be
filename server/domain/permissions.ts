import type { Actor, Role } from './people'

/** `yes`: anywhere in their area. `own`: only for their own organisation, or what is theirs alone. */
export type Grant = 'yes' | 'own'

export interface Rule {
  /** Also for people who have not signed in. */
  public?: true
  /** For whoever has signed in, even where they hold no role. */
  signedIn?: true
  roles: Partial<Record<Role, Grant>>
}

const everyone: Rule = { public: true, signedIn: true, roles: {} }
const signedIn: Rule = { signedIn: true, roles: {} }

/**
 * Who may do what. Every route names one row; a route without a row is refused.
 * Three separations are absolute: councillors never touch data, officers never touch
 * councillors' questions, administrators never touch either.
 */
export const PERMISSIONS = {
  'site.read': everyone,
  'published.read': everyone,
  'account.own': signedIn,
  'returns.read': {
    roles: { 'data-officer': 'yes', approver: 'yes', 'partnership-manager': 'yes' },
  },
  'actuals.enter': { roles: { 'data-officer': 'own' } },
  'actuals.submit': { roles: { 'data-officer': 'own' } },
  'actuals.approve': { roles: { approver: 'own' } },
  'actuals.publish': { roles: { 'partnership-manager': 'yes' } },
  'periods.manage': { roles: { 'partnership-manager': 'yes' } },
  /** Targets with their reasons, agreements, partnerships and the register of them. */
  'register.read': {
    roles: {
      councillor: 'yes',
      'data-officer': 'yes',
      approver: 'yes',
      'partnership-manager': 'yes',
      'scrutiny-officer': 'yes',
      administrator: 'yes',
    },
  },
  'indicators.edit': { roles: { 'partnership-manager': 'yes' } },
  'indicators.propose': { roles: { 'data-officer': 'own', approver: 'own' } },
  'targets.edit': { roles: { 'partnership-manager': 'yes' } },
  'agreements.edit': { roles: { 'partnership-manager': 'yes' } },
  'worklist.read': {
    roles: { councillor: 'yes', 'partnership-manager': 'yes', 'scrutiny-officer': 'yes' },
  },
  'enquiries.own': { roles: { councillor: 'yes' } },
  'audit.read': {
    roles: {
      councillor: 'own',
      'data-officer': 'own',
      approver: 'own',
      'partnership-manager': 'yes',
      'scrutiny-officer': 'yes',
      administrator: 'yes',
    },
  },
  'people.read': {
    roles: { approver: 'own', 'partnership-manager': 'yes', administrator: 'yes' },
  },
  'people.manage': { roles: { administrator: 'yes' } },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof PERMISSIONS

/** May they ever? The route is refused outright when not. */
export function may(actor: Actor | null, action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  if (rule.public) return true
  if (!actor) return false
  return rule.signedIn === true || actor.roles.some(role => rule.roles[role] !== undefined)
}

/** May they for this organisation? */
export function mayFor(actor: Actor | null, action: Action, organisationId: string): boolean {
  const rule: Rule = PERMISSIONS[action]
  if (!actor || rule.public || rule.signedIn) return may(actor, action)
  return actor.roles.some(role => {
    const grant = rule.roles[role]
    return grant === 'yes' || (grant === 'own' && actor.organisationId === organisationId)
  })
}

/** May they for every organisation of the area? */
export function mayForAll(actor: Actor | null, action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  if (!actor || rule.public || rule.signedIn) return may(actor, action)
  return actor.roles.some(role => rule.roles[role] === 'yes')
}
