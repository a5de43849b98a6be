import type { Database } from '../../database/database'
import { paths, to } from '../../web/paths'
import { newToken, tokenHash } from '../sign-in/token'
import { addInvitation, endInvitationsOf } from './queries'

/** Makes the one link with which somebody chooses a password; links made for them before end with it. */
export async function invite(trx: Database, secret: string, userId: string): Promise<string> {
  const token = newToken()
  await endInvitationsOf(trx, userId)
  await addInvitation(trx, tokenHash(token, secret), userId)
  return to(paths.invitation, { token })
}
