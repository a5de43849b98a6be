import type { Database } from '../../database/database'

/** Counts one more in the running five minutes, shared by every process, and says how many that makes. */
export async function countAttempt(trx: Database, key: string): Promise<number> {
  const { rows } = await trx.raw(
    `insert into rate_limits as kept (key, points, expire)
     values (?, 1, extract(epoch from now() + interval '5 minutes') * 1000)
     on conflict (key) do update set
       points = case when kept.expire < extract(epoch from now()) * 1000 then 1 else kept.points + 1 end,
       expire = case when kept.expire < extract(epoch from now()) * 1000 then excluded.expire
         else kept.expire end
     returning points`,
    [key],
  )
  return rows[0].points
}

export function clearAttempts(trx: Database, key: string) {
  return trx('rateLimits').where({ key }).delete()
}
