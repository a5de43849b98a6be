import type { Database } from '../../database/database'

export function listAreas(db: Database) {
  return db('areas').orderByRaw('lower(name)')
}

export function findAreaBySlug(db: Database, slug: string) {
  return db('areas').where({ slug }).first()
}

export function findAreaByName(db: Database, name: string) {
  return db('areas').whereRaw('lower(name) = lower(?)', [name]).first()
}

export async function addArea(db: Database, area: { id: string; slug: string; name: string }) {
  await db('areas').insert(area)
}
