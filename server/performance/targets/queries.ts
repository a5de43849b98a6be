import type { Database } from '../../database/database'
import type { Series } from '../../database/tables/measures'
import type { Actual } from '../../database/tables/performance'

export type PublishedFigure = Pick<Actual, 'starts' | 'value' | 'numerator' | 'denominator'>

/** The published figures of a line, oldest first. */
export function findPublished(db: Database, { areaId, id }: Series): Promise<PublishedFigure[]> {
  return db('actuals')
    .where({ areaId, seriesId: id, state: 'published' })
    .orderBy('starts')
    .select('starts', 'value', 'numerator', 'denominator')
}
