import type { Database } from '../../database/database'
import type { Area } from '../../database/tables/people'
import { findAreaBySlug } from './queries'

export interface Atlas {
  find(slug: string): Promise<Area | undefined>
}

/** Areas are read on every request and change hardly ever: each is remembered for a few seconds. */
export function atlas(db: Database, seconds = 5): Atlas {
  const known = new Map<string, { area: Area; until: number }>()

  return {
    async find(slug) {
      const remembered = known.get(slug)
      if (remembered && remembered.until > Date.now()) return remembered.area

      const area = await findAreaBySlug(db, slug)
      if (area) known.set(slug, { area, until: Date.now() + seconds * 1000 })
      else known.delete(slug)
      return area
    },
  }
}
