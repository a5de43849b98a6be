import { audit } from '../../database/audit'
import { enterArea } from '../../database/scope'
import { outOfDate } from '../../domain/refusal'
import { namesAround } from '../passwords/queries'
import { faultOf } from '../passwords/rules'
import { enter } from '../sign-in/entrance'
import { hashOf } from '../sign-in/password'
import { endSessionsOf, savePassword } from '../sign-in/queries'
import type { Arrival } from '../visit'
import { type Invited, useInvitation } from './queries'

/** What is wrong with the password, or where to go now that it has been set and its owner signed in. */
export async function accept(
  arrival: Arrival,
  secret: string,
  invited: Invited,
  tokenHash: string,
  password: string,
): Promise<{ fault: string } | { goTo: string }> {
  const { db: trx } = arrival
  await enterArea(trx, invited.homeAreaId)
  const fault = faultOf(password, [
    ...(await namesAround(trx, invited.homeAreaId)),
    invited.name,
    invited.email,
  ])
  if (fault) return { fault }

  if (!(await useInvitation(trx, tokenHash))) throw outOfDate('This link has just been used')
  await savePassword(trx, invited.id, await hashOf(password))
  await endSessionsOf(trx, invited.id)
  await audit(trx, {
    areaId: invited.homeAreaId,
    by: { id: invited.id, organisationId: null },
    action: 'password.chosen',
    subject: invited.email,
  })
  return { goTo: await enter(arrival, secret, invited) }
}
