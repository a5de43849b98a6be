import type { Database } from '../../database/database'

/** Names that anybody here would try in a password: the area's, its organisations', the service's. */
export async function namesAround(trx: Database, areaId: string): Promise<string[]> {
  const { rows } = await trx.raw(
    `select name from areas where id = ?
     union all select name from organisations where area_id = ?
     union all select code from organisations where area_id = ?`,
    [areaId, areaId, areaId],
  )
  return ['Six Friends', ...rows.map(({ name }: { name: string }) => name)]
}
