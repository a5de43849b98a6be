import type { Database } from '../../server/database/database'
import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import { type Standing, standingOn } from '../../server/domain/standing'

export async function within<Result>(
  db: Database,
  name: string,
  work: (trx: Database, area: Area) => Promise<Result>,
): Promise<Result> {
  const area = await db('areas').where({ name }).first()
  if (!area) throw new Error(`No area ${name}`)
  return inScope(db, { areaId: area.id, sight: 'all' }, trx => work(trx, area))
}

/** The standings of an area's measures on one day, by reference. */
export async function standingsOf(
  db: Database,
  name: string,
  today: string,
): Promise<Map<string, Standing>> {
  return within(db, name, async (trx, area) => {
    const rows = await trx('standings')
      .join('indicators', 'indicators.id', 'standings.indicatorId')
      .where({ headline: true })
      .select('reference', 'frequency', 'standing')
    const calendar = { yearStart: area.yearStart }
    return new Map(
      rows.map(({ reference, frequency, standing }) => [
        reference,
        standingOn(standing as unknown as Standing, today, { calendar, frequency }),
      ]),
    )
  })
}

/** References with a reason for concern, the worst first. */
export function worklistOf(standings: ReadonlyMap<string, Standing>): string[] {
  return [...standings]
    .filter(([, { reasons }]) => reasons.length > 0)
    .sort(([, a], [, b]) => b.concernRank - a.concernRank)
    .map(([reference]) => reference)
}

export function tally(words: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word ?? 'none'] = (counts[word ?? 'none'] ?? 0) + 1
  return counts
}
