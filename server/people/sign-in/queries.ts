import type { Database } from '../../database/database'
import type { Role } from '../../domain/people'

/** Half an hour without a request, or twelve hours in all, ends a session (ASVS 7.3). */
export const IDLE = '30 minutes'
const ABSOLUTE = '12 hours'

interface SignedIn {
  id: string
  name: string
  homeAreaId: string
  flash: string | null
  roles: Role[]
  organisationId: string | null
}

/**
 * Who is behind a session and what they may see in the area entered, all in one go:
 * the transaction's own sight is set from the row that was found, never from anything sent in.
 */
export async function findSignedIn(
  trx: Database,
  tokenHash: string,
  areaId: string | null,
  readFlash: boolean,
): Promise<SignedIn | undefined> {
  const { rows } = await trx
    .raw(
      `with live as (
       select token_hash, user_id, flash, seen_at from sessions
       where token_hash = ? and expires_at > now() and seen_at > now() - interval '${IDLE}'
     ), touched as (
       update sessions set seen_at = now(), flash = case when ? then null else sessions.flash end
       from live where sessions.token_hash = live.token_hash
         and (live.seen_at < now() - interval '1 minute' or (? and live.flash is not null))
       returning sessions.token_hash
     ), found as (
       select u.id, u.name, u.home_area_id, live.flash,
         coalesce(array_agg(a.role) filter (where a.role is not null), '{}') as roles,
         max(a.organisation_id::text) filter (where a.role in ('data-officer', 'approver'))
           as organisation_id
       from live join users u on u.id = live.user_id and u.disabled_at is null
         left join appointments a on a.user_id = u.id and a.area_id = ?::uuid
       group by u.id, u.name, u.home_area_id, live.flash
     )
     select *, set_config('app.user_id', id::text, true),
       set_config('app.organisation_id', coalesce(organisation_id, ''), true),
       set_config('app.sight', case when roles && array['partnership-manager', 'scrutiny-officer']
         then 'approved' else 'published' end, true)
     from found`,
      [tokenHash, readFlash, readFlash, areaId],
    )
    // Asked on every request, and dearer to plan than to run.
    .options({ name: 'signed-in' })
  return rows[0]
}

export async function addSession(trx: Database, tokenHash: string, userId: string) {
  await trx.raw(
    `insert into sessions (token_hash, user_id, expires_at)
     values (?, ?, now() + interval '${ABSOLUTE}')`,
    [tokenHash, userId],
  )
}

export function leaveFlash(trx: Database, tokenHash: string, flash: string) {
  return trx('sessions').where({ tokenHash }).update({ flash })
}

/** The user whose session it was. */
export async function endSession(trx: Database, tokenHash: string): Promise<string | undefined> {
  const [ended] = await trx('sessions').where({ tokenHash }).delete('userId')
  return ended?.userId
}

export function endSessionsOf(trx: Database, userId: string, exceptHash = '') {
  return trx('sessions').where({ userId }).whereNot({ tokenHash: exceptHash }).delete()
}

/** Those that would still be let in, the latest used first. */
export function sessionsOf(trx: Database, userId: string) {
  return trx('sessions')
    .where({ userId })
    .whereRaw(`expires_at > now() and seen_at > now() - interval '${IDLE}'`)
    .orderBy('seenAt', 'desc')
}

export function findUserByHandle(trx: Database, handle: string) {
  return trx('users').where({ handle, disabledAt: null }).first()
}

export function findUserByEmail(trx: Database, email: string) {
  return trx('users').where({ email: email.toLowerCase(), disabledAt: null }).first()
}

export function savePassword(trx: Database, userId: string, passwordHash: string) {
  return trx('users').where({ id: userId }).update({ passwordHash })
}
