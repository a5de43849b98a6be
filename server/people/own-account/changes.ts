import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { namesAround } from '../passwords/queries'
import { faultOf } from '../passwords/rules'
import { hashOf, matches } from '../sign-in/password'
import { endSession as endSessionKept, endSessionsOf, savePassword } from '../sign-in/queries'
import type { Account } from './queries'

/** What is wrong, by field; nothing when it has been changed and every other session has ended. */
export async function changePassword(
  trx: Database,
  account: Account,
  { current, password }: { current: string; password: string },
  ownSession: string,
): Promise<Record<string, string> | undefined> {
  if (!(await matches(account.passwordHash, current))) {
    return { current: 'This is not your current password' }
  }
  const names = await namesAround(trx, account.homeAreaId)
  const fault = faultOf(password, [...names, account.name, account.email])
  if (fault) return { password: fault }

  await savePassword(trx, account.id, await hashOf(password))
  await endSessionsOf(trx, account.id, ownSession)
  await record(trx, account, 'password.changed')
  return undefined
}

export async function endSession(
  trx: Database,
  account: Account,
  tokenHash: string,
): Promise<void> {
  await endSessionKept(trx, tokenHash)
  await record(trx, account, 'session.ended')
}

function record(trx: Database, { id, email, homeAreaId }: Account, action: string) {
  return audit(trx, {
    areaId: homeAreaId,
    by: { id, organisationId: null },
    action,
    subject: email,
  })
}
