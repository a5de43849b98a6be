import { compareConcern } from '../../domain/concern'
import { readable, standingOn } from '../../domain/standing'
import type { Visit } from '../../people/visit'
import { findScorecard, type ScorecardRow } from '../../performance/scorecard/queries'
import { findCommitments } from './queries'

/** Every measure that gives cause for concern today, the most first. */
export async function getWorklist({ db, area, calendar, today }: Visit): Promise<ScorecardRow[]> {
  const rows = await findScorecard(db, area.id, null)
  const commitments = await findCommitments(db, area.id)

  return rows
    .map(row => ({
      ...row,
      standing: standingOn(readable(row.standing, false), today, {
        calendar,
        frequency: row.frequency,
        commitments: commitments.filter(({ reference }) => reference === row.reference),
      }),
    }))
    .filter(({ standing }) => standing.reasons.length > 0)
    .sort((a, b) => compareConcern(concernOf(a), concernOf(b)))
}

function concernOf({ reference, standing }: ScorecardRow) {
  return { reference, concernRank: standing.concernRank }
}
