import type { AnnualTarget } from '../../database/tables/measures'
import { yearToDate } from '../../domain/aggregation'
import { formatFigure, formatNumber, listOf } from '../../domain/format'
import { round } from '../../domain/number'
import { type Period, periodEnds, periodLabel, periodOf, periodsOfYear } from '../../domain/period'
import { formatTarget, judge, STATUS_WORDS } from '../../domain/status'
import { LEAST_SHARE_REWARDED, rewardGrant, shareOfStretch } from '../../domain/stretch'
import { paths, to } from '../../web/paths'
import { type Aim, lineSlug, slugOf, startsOf, thisYear, yearPeriod } from './aim'
import { spreads } from './forms'

/** Every year with a target, the latest first. */
export function yearsOf(aim: Aim, mayEdit: boolean) {
  const { annual, targets, calendar } = aim
  const years = new Set([
    ...annual.keys(),
    ...[...targets.keys()].map(starts => periodOf(starts, 'year', calendar).year),
  ])
  return [...years].sort((a, b) => b - a).map(year => yearOf(aim, year, mayEdit))
}

function yearOf(aim: Aim, year: number, mayEdit: boolean) {
  const { indicator, annual, calendar } = aim
  const held = annual.get(year)
  return {
    label: periodLabel(yearPeriod(year), calendar),
    isRecent: year >= thisYear(aim) - 1,
    target: held ? formatTarget(held, indicator) : null,
    facts: held ? factsOf(aim, held) : [],
    change: mayEdit ? changeLink(aim, { year: slugOf(yearPeriod(year), aim) }) : null,
    rows:
      indicator.frequency === 'year' && held
        ? rowsOf(aim, year, false)
        : rowsOf(aim, year, mayEdit),
  }
}

export function changeLink(aim: Aim, query: { year?: string; period?: string }): string {
  const values = { area: aim.area.slug, reference: aim.indicator.reference }
  return `${to(paths.targets, values, { line: lineSlug(aim.line), ...query })}#change`
}

function rowsOf(aim: Aim, year: number, mayEdit: boolean) {
  return periodsOfYear(year, aim.indicator.frequency)
    .filter(period => aim.targets.has(startsOf(period, aim)))
    .map(period => rowOf(aim, period, mayEdit))
}

function rowOf(aim: Aim, period: Period, mayEdit: boolean) {
  const { indicator, targets, figures, calendar } = aim
  const starts = startsOf(period, aim)
  const target = targets.get(starts)!
  const value = figures.get(starts)?.value ?? null
  const tolerance = { kind: indicator.toleranceKind, size: indicator.toleranceSize }
  const judged = value === null ? null : judge(value, { ...indicator, tolerance, target }).status
  return {
    label: periodLabel(period, calendar),
    target: formatTarget(target, indicator),
    actual: formatFigure(value, indicator),
    judged,
    word: judged ? STATUS_WORDS[judged] : '',
    change: mayEdit ? changeLink(aim, { period: slugOf(period, aim) }) : null,
  }
}

function factsOf(aim: Aim, held: AnnualTarget) {
  const { indicator } = aim
  return [
    { label: 'Over the year', text: spreadOf(aim, held) },
    {
      label: 'Baseline',
      text: held.baseline === null ? '' : formatFigure(held.baseline, indicator),
    },
    { label: 'Stretch', text: held.stretch === null ? '' : formatFigure(held.stretch, indicator) },
    { label: 'Stretch reached', text: reachedOf(aim, held) },
  ].filter(({ text }) => text !== '')
}

function spreadOf(aim: Aim, { profile }: AnnualTarget): string {
  if (aim.indicator.frequency === 'year') return ''
  if (!spreads(aim)) return 'The same in every period'
  if (profile === null) return 'Spread evenly'
  const whole = profile.reduce((sum, share) => sum + share, 0)
  const shares = profile.map(share => `${formatNumber(round((share / whole) * 100, 1), 0)}%`)
  return `In shares of ${listOf(shares)}`
}

/** How much of the stretch the year so far has reached, and what that earns. */
function reachedOf(
  aim: Aim,
  { year, baseline, stretch, rewardGrant: grant }: AnnualTarget,
): string {
  if (baseline === null || stretch === null) return ''
  const { indicator, figures, calendar, today } = aim
  const periods = periodsOfYear(year, indicator.frequency)
  const so = yearToDate(
    periods.map(period => figures.get(startsOf(period, aim)) ?? null),
    indicator,
  )
  const share = so.value === null ? null : shareOfStretch(so.value, baseline, stretch)
  if (share === null) return 'No figures yet'

  const isOver = so.missing.length === 0 && periodEnds(yearPeriod(year), calendar) < today
  const reached = `${formatNumber(round(share * 100, 0), 0)}% ${isOver ? 'of it' : 'of it so far'}`
  if (grant === null) return reached
  const earned = `£${formatNumber(rewardGrant(share, grant), 0)} of £${formatNumber(grant, 0)}`
  if (share < LEAST_SHARE_REWARDED) return `${reached}; reward grant begins at 60%`
  return `${reached}, ${isOver ? 'earning' : 'which would earn'} ${earned} of reward grant`
}
