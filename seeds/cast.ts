import type { Role } from '../server/domain/people'
import { ROLES } from '../server/domain/people'

/** Somebody invented. Those with a handle can be signed in with one click in a demonstration. */
export interface PersonPlan {
  readonly handle: string | null
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** The code of the organisation they act for, if they act for one. */
  readonly organisation: string | null
}

export interface CastMember extends PersonPlan {
  readonly handle: string
  readonly area: 'kirkdale' | 'sallow'
}

/** The standing cast: each role once, and a stranger from the borough next door. */
export const DEMONSTRATION_CAST: readonly CastMember[] = [
  {
    handle: 'olive',
    name: 'Olive Hartley',
    email: 'olive.hartley@kirkdale.example',
    roles: ['data-officer'],
    organisation: 'KC',
    area: 'kirkdale',
  },
  {
    handle: 'percy',
    name: 'Percy Okafor',
    email: 'percy.okafor@police.kirkdale.example',
    roles: ['data-officer'],
    organisation: 'KP',
    area: 'kirkdale',
  },
  {
    handle: 'asha',
    name: 'Asha Mensah',
    email: 'asha.mensah@kirkdale.example',
    roles: ['approver'],
    organisation: 'KC',
    area: 'kirkdale',
  },
  {
    handle: 'mo',
    name: 'Mo Rahman',
    email: 'mo.rahman@kirkdale.example',
    roles: ['partnership-manager'],
    organisation: null,
    area: 'kirkdale',
  },
  {
    handle: 'singh',
    name: 'Cllr Jaswinder Singh',
    email: 'cllr.singh@kirkdale.example',
    roles: ['councillor'],
    organisation: null,
    area: 'kirkdale',
  },
  {
    handle: 'adeyemi',
    name: 'Cllr Tunde Adeyemi',
    email: 'cllr.adeyemi@kirkdale.example',
    roles: ['councillor'],
    organisation: null,
    area: 'kirkdale',
  },
  {
    handle: 'dee',
    name: 'Dee Walsh',
    email: 'dee.walsh@kirkdale.example',
    roles: ['scrutiny-officer'],
    organisation: null,
    area: 'kirkdale',
  },
  {
    handle: 'ada',
    name: 'Ada Brook',
    email: 'ada.brook@kirkdale.example',
    roles: ['administrator'],
    organisation: null,
    area: 'kirkdale',
  },
  {
    handle: 'sam',
    name: 'Sam Pike',
    email: 'sam.pike@sallow.example',
    roles: ROLES,
    organisation: 'SC',
    area: 'sallow',
  },
]
