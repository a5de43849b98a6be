import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { OPEN_FOR_ENTRY } from '../../domain/figure'
import type { Actor } from '../../domain/people'
import { outOfDate } from '../../domain/refusal'
import { dropDrafts } from '../forecasts/queries'
import { keepStandings } from '../standings/keep'
import type { DueActual } from './due'
import { amounts, subjectOf } from './entry'
import { deleteDraft, findVersions, lockSeries } from './queries'

/** Drops a draft that is not wanted after all. What was published stands as it did before. */
export function removeDraft(db: Database, by: Actor, due: DueActual): Promise<void> {
  return db.transaction(async trx => {
    await lockSeries(trx, due.series)
    const versions = await findVersions(trx, due.series, due.starts)
    const inHand = versions.find(({ state }) => state === 'submitted' || state === 'approved')
    if (inHand) {
      throw outOfDate(`This figure has been ${inHand.state}, so it cannot be dropped`)
    }
    const draft = versions.find(({ state }) => OPEN_FOR_ENTRY.includes(state))
    if (!draft || !(await deleteDraft(trx, draft))) return

    await dropDrafts(trx, due.series, due.starts)
    await audit(trx, {
      areaId: due.area.id,
      by,
      action: 'actual.dropped',
      subject: subjectOf(due),
      before: amounts(draft),
    })
    await keepStandings(trx, due.area, [due.series.id])
  })
}
