import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Actor } from '../../domain/people'
import { type Period, periodsOfYear } from '../../domain/period'
import { outOfDate } from '../../domain/refusal'
import type { Target } from '../../domain/target'
import {
  findAnnualTargets,
  findTargets,
  insertChange,
  lockLine,
  removeAnnualTarget,
  removeTargets,
  saveAnnualTarget,
  saveTargets,
} from '../../measures/targets/queries'
import { keepStandings } from '../standings/keep'
import { type Aim, slugOf, startsOf, yearPeriod } from './aim'
import type { AnnualForm, PeriodForm } from './forms'
import { boundsOf, ownTargets, targetsGiven } from './own'
import { seenOf } from './seen'

/** Sets or removes the target of a year and, from it, that of each of its periods. */
export function setAnnualTarget(
  db: Database,
  by: Actor,
  aim: Aim,
  year: number,
  form: AnnualForm,
): Promise<void> {
  const { area, line, indicator } = aim
  return db.transaction(async trx => {
    await lockLine(trx, line)
    const before = (await findAnnualTargets(trx, line)).find(each => each.year === year) ?? null
    const held = before && amountsOf(before)
    const periods = periodsOfYear(year, indicator.frequency)
    const starts = periods.map(period => startsOf(period, aim))
    const targets = new Map((await findTargets(trx, line)).map(each => [each.starts, each]))
    const own = ownTargets(aim, year, { annual: before, targets })

    if (form.step === 'remove') {
      refuseWhenOld(form.seen, held)
      await removeAnnualTarget(trx, line, year)
      await removeTargets(trx, line, starts)
      for (const { period, target } of own) {
        await record(trx, by, aim, period, target, null, form.reason)
      }
      await record(trx, by, aim, yearPeriod(year), held, null, form.reason)
    } else {
      const { target, baseline, stretch, rewardGrant, profile } = form
      const after = { ...target, baseline, stretch, rewardGrant, profile }
      if (seenOf(held) === seenOf(after)) return
      refuseWhenOld(form.seen, held)
      const each = targetsGiven(aim, target, profile)
      await saveAnnualTarget(trx, { areaId: area.id, seriesId: line.id, year, ...after })
      await saveTargets(
        trx,
        line,
        each.map((one, index) => ({ starts: starts[index]!, ...one })),
      )
      for (const { period, target: replaced } of own) {
        const given = boundsOf(each[period.number - 1]!)
        if (seenOf(replaced) !== seenOf(given)) {
          await record(trx, by, aim, period, replaced, given, form.reason)
        }
      }
      await record(trx, by, aim, yearPeriod(year), held, after, form.reason)
    }
    await keepStandings(trx, area, [line.id])
  })
}

/** Sets or removes the target of one period; the year's stays as it is. */
export function setPeriodTarget(
  db: Database,
  by: Actor,
  aim: Aim,
  period: Period,
  form: PeriodForm,
): Promise<void> {
  const { area, line } = aim
  const starts = startsOf(period, aim)
  return db.transaction(async trx => {
    await lockLine(trx, line)
    const before = (await findTargets(trx, line)).find(each => each.starts === starts)
    const held = before ? boundsOf(before) : null

    if (form.step === 'remove') {
      refuseWhenOld(form.seen, held)
      await removeTargets(trx, line, [starts])
      await record(trx, by, aim, period, held, null, form.reason)
    } else {
      const after = boundsOf(form.target)
      if (seenOf(held) === seenOf(after)) return
      refuseWhenOld(form.seen, held)
      await saveTargets(trx, line, [{ starts, ...after }])
      await record(trx, by, aim, period, held, after, form.reason)
    }
    await keepStandings(trx, area, [line.id])
  })
}

function amountsOf(annual: Target & Omit<AnnualForm, 'step' | 'target' | 'reason' | 'seen'>) {
  const { baseline, stretch, rewardGrant, profile } = annual
  return { ...boundsOf(annual), baseline, stretch, rewardGrant, profile }
}

/** Whoever did not see what they would replace is asked to look again first. */
function refuseWhenOld(seen: string | null, held: object | null) {
  if (seen !== null && seen !== seenOf(held)) {
    throw outOfDate('Somebody else changed this target while you were at it')
  }
}

async function record(
  trx: Database,
  by: Actor,
  aim: Aim,
  period: Period,
  before: object | null,
  after: object | null,
  reason: string,
) {
  const { area, line, indicator } = aim
  if (before === null && after === null) return
  const slug = slugOf(period, aim)
  await insertChange(trx, {
    areaId: area.id,
    id: newId(),
    seriesId: line.id,
    period: slug,
    before,
    after,
    reason,
    changedBy: by.id,
  })
  await audit(trx, {
    areaId: area.id,
    by,
    action: after === null ? 'target.removed' : 'target.set',
    subject: `${indicator.reference} ${slug}`,
    before: before ?? undefined,
    after: { ...after, line: line.label || 'headline', reason },
  })
}
