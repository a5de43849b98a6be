import type { AnnualTarget } from '../../database/tables/measures'
import { targetsOfYear } from '../../domain/aggregation'
import { type Period, periodsOfYear } from '../../domain/period'
import type { Target } from '../../domain/target'
import type { PeriodTarget } from '../../measures/targets/queries'
import { type Aim, startsOf } from './aim'
import { seenOf } from './seen'

export interface OwnTarget {
  period: Period
  starts: string
  /** Null where the period alone has been left without one. */
  target: Target | null
}

interface Held {
  annual: AnnualTarget | null
  targets: ReadonlyMap<string, PeriodTarget>
}

/** The periods of a year whose target is not what the target of the year gives them. */
export function ownTargets(aim: Aim, year: number, { annual, targets }: Held): OwnTarget[] {
  const { frequency } = aim.indicator
  const given = annual ? targetsGiven(aim, annual, annual.profile) : []
  return periodsOfYear(year, frequency).flatMap((period, index) => {
    const starts = startsOf(period, aim)
    const held = targets.get(starts)
    const target = held ? boundsOf(held) : null
    const fromYear = given[index] ? boundsOf(given[index]) : null
    return seenOf(target) === seenOf(fromYear) ? [] : [{ period, starts, target }]
  })
}

/** What the target of a year gives each of its periods. */
export function targetsGiven(
  { indicator }: Aim,
  target: Target,
  profile: readonly number[] | null,
): Target[] {
  const { frequency, decimals } = indicator
  return targetsOfYear(boundsOf(target), frequency, indicator, decimals, profile ?? undefined)
}

export function boundsOf({ value, low, high }: Target): Target {
  return { value, low, high }
}
