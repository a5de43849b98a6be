import type { Database } from '../../database/database'
import type { Organisation } from '../../database/tables/people'

/** Every partner body of the area by name, those that have ended too. */
export async function listOrganisations(db: Database, areaId: string): Promise<Organisation[]> {
  return db('organisations').where({ areaId }).orderByRaw('lower(name)')
}
