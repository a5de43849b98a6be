import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { Actual } from '../../database/tables/performance'
import type { Actor } from '../../domain/people'
import { notAllowed, outOfDate } from '../../domain/refusal'
import { releaseForecasts } from '../forecasts/queries'
import { keepStandings } from '../standings/keep'
import { hadAHandIn } from './approval'
import type { DueActual } from './due'
import { amounts, subjectOf } from './entry'
import { findVersions, lockSeries, moveActual } from './queries'

/** Shows an approved figure to all. One published before it stays on record as superseded. */
export function publishActual(db: Database, by: Actor, due: DueActual): Promise<Actual> {
  return db.transaction(async trx => {
    await lockSeries(trx, due.series)
    const versions = await findVersions(trx, due.series, due.starts)
    const approved = versions.find(({ state }) => state === 'approved')
    const published = versions.find(({ state }) => state === 'published')
    if (!approved) {
      if (published) return published
      throw outOfDate('This figure has not been approved, so it cannot be published')
    }
    if (hadAHandIn(approved, by)) {
      throw notAllowed('You entered this figure yourself, so somebody else has to publish it')
    }
    if (approved.approvedBy === by.id) {
      throw notAllowed('You approved this figure yourself, so somebody else has to publish it')
    }

    if (published) await moveActual(trx, published, 'published', 'superseded', {})
    const stamp = { publishedBy: by.id, publishedAt: new Date() }
    const after = await moveActual(trx, approved, 'approved', 'published', stamp)
    if (!after) throw outOfDate('This figure was changed by somebody else a moment ago')

    await releaseForecasts(trx, due.series, due.starts, stamp.publishedAt)
    await audit(trx, {
      areaId: due.area.id,
      by,
      action: published ? 'revision.published' : 'actual.published',
      subject: subjectOf(due),
      before: amounts(published ?? approved),
      after: amounts(after),
    })
    await keepStandings(trx, due.area, [due.series.id])
    return after
  })
}

/** Takes a published figure back, with the reason; it stays on record. */
export function withdrawActual(
  db: Database,
  by: Actor,
  due: DueActual,
  reason: string,
): Promise<Actual> {
  return db.transaction(async trx => {
    await lockSeries(trx, due.series)
    const versions = await findVersions(trx, due.series, due.starts)
    const published = versions.find(({ state }) => state === 'published')
    if (!published) throw outOfDate('This figure is not published, so it cannot be withdrawn')

    const after = await moveActual(trx, published, 'published', 'withdrawn', {
      withdrawnBy: by.id,
      withdrawnAt: new Date(),
      withdrawnReason: reason,
    })
    if (!after) throw outOfDate('This figure was changed by somebody else a moment ago')
    await audit(trx, {
      areaId: due.area.id,
      by,
      action: 'actual.withdrawn',
      subject: subjectOf(due),
      before: amounts(published),
      after: { ...amounts(after), reason },
    })
    await keepStandings(trx, due.area, [due.series.id])
    return after
  })
}
