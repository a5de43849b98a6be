import { audit } from '../../database/audit'
import { enterArea } from '../../database/scope'
import type { User } from '../../database/tables/people'
import { notAllowed } from '../../domain/refusal'
import { paths, to } from '../../web/paths'
import type { Arrival } from '../visit'
import { addSession, endSession } from './queries'
import { newToken, tokenHash } from './token'

/** A new session each time, so that one known before signing in is worth nothing after. Gives where to go. */
export async function enter(
  { db: trx, areas, sessionToken, setCookie }: Arrival,
  secret: string,
  user: Pick<User, 'id' | 'email' | 'homeAreaId'>,
  next = '',
): Promise<string> {
  const home = areas.find(({ id }) => id === user.homeAreaId)
  if (!home) throw notAllowed('Your area is no longer here')

  const token = newToken()
  if (sessionToken) await endSession(trx, tokenHash(sessionToken, secret))
  await addSession(trx, tokenHash(token, secret), user.id)
  await enterArea(trx, home.id)
  await audit(trx, {
    areaId: home.id,
    by: { id: user.id, organisationId: null },
    action: 'session.started',
    subject: user.email,
  })
  setCookie(token)
  return isLocal(next) ? next : to(paths.area, { area: home.slug })
}

export async function leave(
  { db: trx, actor, home, sessionToken, setCookie }: Arrival,
  secret: string,
): Promise<void> {
  setCookie(null)
  if (!sessionToken) return
  const ended = await endSession(trx, tokenHash(sessionToken, secret))
  if (!ended || !actor || !home) return
  await enterArea(trx, home.id)
  await audit(trx, {
    areaId: home.id,
    by: { id: actor.id, organisationId: null },
    action: 'session.ended',
    subject: actor.name,
  })
}

/** Only a path of this site: never //elsewhere, which a browser reads as another host. */
function isLocal(next: string): boolean {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(next)
}
