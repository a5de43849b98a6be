import { targetsOfYear } from '../../server/domain/aggregation'
import { type Period, periodSlug } from '../../server/domain/period'
import { rangeOf, type Target, targetOf } from '../../server/domain/target'
import type { MeasurePlan } from '../measure-plan'
import type { Timeline } from '../timeline'
import { measuredPeriods } from './line'
import type { Register } from './register'

/** The target of each period that has ended, and of the rest of the year. */
export function targetsOf(plan: MeasurePlan, time: Timeline): Map<string, Target> {
  const found = new Map<string, Target>()
  const { target, frequency, kind } = plan
  if (target === null) return found

  const ended = time.ended(frequency)
  for (const period of plannedPeriods(plan, time)) {
    const annual = annualTarget(plan, period, time)
    const { decimals } = kind
    const given = targetsOfYear(annual, frequency, kind, decimals, target.profile)[
      period.number - 1
    ]!
    found.set(time.starts(period), changedSince(plan, period, ended) ?? given)
  }
  return found
}

export function addTargets(register: Register, plan: MeasurePlan) {
  const { sheaf, time } = register
  const { target } = plan
  if (target === null) return

  const seriesId = register.series(plan.reference)
  for (const [starts, bounds] of targetsOf(plan, time)) {
    sheaf.add('targets', { seriesId, starts, ...bounds })
  }

  const years = [...new Set(plannedPeriods(plan, time).map(({ year }) => year))]
  for (const year of years) {
    const isThisYear = year === time.year
    sheaf.add('annualTargets', {
      seriesId,
      year,
      ...annualTarget(plan, { frequency: plan.frequency, year, number: 1 }, time),
      baseline: target.baseline ?? null,
      stretch: isThisYear ? (target.stretch ?? null) : null,
      rewardGrant: isThisYear ? (target.rewardGrant ?? null) : null,
      profile: target.profile ? [...target.profile] : null,
    })
  }
  addChange(register, plan)
}

/** Those measured, and for a measure that goes on the rest of the year. */
function plannedPeriods(plan: MeasurePlan, time: Timeline): readonly Period[] {
  const measured = measuredPeriods(plan, time)
  const ahead = time.planned(plan.frequency).slice(time.ended(plan.frequency).length)
  return plan.retired ? measured : [...measured, ...ahead]
}

function addChange({ sheaf, time, id, series, manager }: Register, plan: MeasurePlan) {
  const changed = plan.target?.changed
  if (!changed) return

  const period = time.ended(plan.frequency).at(-1 - changed.back)!
  const starts = time.starts(period)
  const after = targetsOf(plan, time).get(starts)!
  sheaf.add('targetChanges', {
    id: id('target change', plan.reference, changed.back),
    seriesId: series(plan.reference),
    period: periodSlug(period, time.calendar),
    before: targetOf(changed.from),
    after,
    reason: changed.reason,
    changedBy: manager,
    changedAt: time.moment(starts, 15),
  })
}

function annualTarget({ target }: MeasurePlan, { year }: Period, time: Timeline): Target {
  const { values = [], range } = target!
  const yearsAgo = time.year - year
  return range
    ? rangeOf(range[0], range[1])
    : targetOf(values[Math.max(0, values.length - 1 - yearsAgo)]!)
}

/** The target before it was changed in the middle of its year. */
function changedSince(
  plan: MeasurePlan,
  period: Period,
  ended: readonly Period[],
): Target | undefined {
  const changed = plan.target?.changed
  const from = changed && ended.at(-1 - changed.back)
  const isBefore = from && period.year === from.year && period.number < from.number
  return isBefore ? targetOf(changed.from) : undefined
}
