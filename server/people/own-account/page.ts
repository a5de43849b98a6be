import { createHash } from 'node:crypto'
import type { Area } from '../../database/tables/people'
import { ROLE_NAMES } from '../../domain/people'
import type { FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { momentOf } from '../moment'
import type { Account } from './queries'

interface Session {
  tokenHash: string
  createdAt: Date
  seenAt: Date
}

export function accountPage(
  account: Account,
  home: Area | null,
  sessions: readonly Session[],
  ownHash: string,
  errors: FieldErrors,
) {
  return {
    title: 'Your account',
    trail: home
      ? [{ text: home.name, href: to(paths.area, { area: home.slug }) }, { text: 'Your account' }]
      : [],
    facts: [
      { key: 'Name', value: account.name },
      { key: 'E-mail address', value: account.email },
      { key: 'Roles', value: account.roles.map(role => ROLE_NAMES[role]).join(', ') || 'None' },
      { key: 'Organisation', value: account.organisation ?? `Acts for ${home?.name}` },
    ],
    hasPassword: account.passwordHash !== null,
    email: account.email,
    passwordAction: paths.accountPassword,
    sessions: sessions.map(({ tokenHash, createdAt, seenAt }) => ({
      began: momentOf(createdAt),
      used: momentOf(seenAt),
      isThis: tokenHash === ownHash,
      action: to(paths.accountSession, { session: sessionName(tokenHash) }),
    })),
    errors,
  } satisfies Page & Record<string, unknown>
}

/** A name that can stand in an address: what is kept of the session cannot be worked out from it. */
export function sessionName(tokenHash: string): string {
  return createHash('sha256').update(tokenHash).digest('base64url').slice(0, 16)
}
