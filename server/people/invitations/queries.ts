import type { Database } from '../../database/database'

/** Three days (ASVS 6.4.1). */
const LASTS = '72 hours'

export async function addInvitation(trx: Database, tokenHash: string, userId: string) {
  await trx.raw(
    `insert into invitations (token_hash, user_id, expires_at)
     values (?, ?, now() + interval '${LASTS}')`,
    [tokenHash, userId],
  )
}

export async function endInvitationsOf(trx: Database, userId: string) {
  await trx('invitations').where({ userId, usedAt: null }).update({ usedAt: trx.fn.now() })
}

export interface Invited {
  id: string
  name: string
  email: string
  homeAreaId: string
}

/** Whom the link was made for, while it is neither used nor expired. */
export async function findInvited(trx: Database, tokenHash: string): Promise<Invited | undefined> {
  const { rows } = await trx.raw(
    `select u.id, u.name, u.email, u.home_area_id
     from invitations i join users u on u.id = i.user_id and u.disabled_at is null
     where i.token_hash = ? and i.used_at is null and i.expires_at > now()`,
    [tokenHash],
  )
  return rows[0]
}

/** True for whoever comes first, and only once. */
export async function useInvitation(trx: Database, tokenHash: string): Promise<boolean> {
  const { rowCount } = await trx.raw(
    `update invitations set used_at = now()
     where token_hash = ? and used_at is null and expires_at > now()`,
    [tokenHash],
  )
  return rowCount === 1
}
