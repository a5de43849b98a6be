import { z } from 'zod'
import {
  nextPeriod,
  periodLabel,
  periodsInYear,
  periodsOfYear,
  type Period,
  previousPeriod,
} from '../../domain/period'
import { formatFigure } from '../../domain/format'
import type { Target } from '../../domain/target'
import { optionalDecimal, shortText } from '../../web/forms'
import { type Aim, startsOf } from './aim'

export interface AnnualForm {
  step: 'save' | 'remove'
  target: Target
  baseline: number | null
  stretch: number | null
  rewardGrant: number | null
  /** One share a period; null for even ones. */
  profile: number[] | null
  reason: string
  seen: string | null
}

export interface PeriodForm {
  step: 'save' | 'remove'
  target: Target
  reason: string
  seen: string | null
}

const common = {
  step: z.enum(['save', 'remove']).default('save'),
  seen: z.string().nullable().default(null),
  value: optionalDecimal('Target must be a number, like 80'),
  low: optionalDecimal('Lowest wanted must be a number, like 4'),
  high: optionalDecimal('Highest wanted must be a number, like 6'),
  reason: shortText(1000, {
    missing: 'Explain why the target is set or changed',
    tooLong: 'Reason must be 1,000 characters or fewer',
  }),
}

/** The target of a whole year, and how it is spread over its periods. */
export function annualForm(aim: Aim): z.ZodType<AnnualForm> {
  const shares = periodsOfYear(0, aim.indicator.frequency).map(
    ({ number }) =>
      [`share-${number}`, optionalDecimal('Share must be a number, like 25')] as const,
  )
  return z
    .object({
      ...common,
      baseline: optionalDecimal('Baseline must be a number, like 71.2'),
      stretch: optionalDecimal('Stretch must be a number, like 85'),
      rewardGrant: optionalDecimal('Reward grant must be an amount, like 250,000'),
      profile: z.enum(['even', 'own']).default('even'),
      ...(Object.fromEntries(shares) as Record<`share-${number}`, (typeof shares)[number][1]>),
    })
    .superRefine((form, context) => {
      if (form.step === 'remove') return
      const say = sayer(context)
      targetFaults(aim, form, say)
      stretchFaults(aim, form, say)
      if (form.profile === 'own') shareFaults(aim, sharesIn(aim, form), say)
    })
    .transform(form => ({
      step: form.step,
      target: targetIn(aim, form),
      baseline: form.baseline,
      stretch: form.stretch,
      rewardGrant: form.rewardGrant,
      profile:
        form.profile === 'own' && spreads(aim)
          ? sharesIn(aim, form).map(share => share ?? 0)
          : null,
      reason: form.reason,
      seen: form.seen,
    }))
}

/** The target of one period alone, in place of what the year's target gives it. */
export function periodForm(aim: Aim, period: Period): z.ZodType<PeriodForm> {
  return z
    .object(common)
    .superRefine((form, context) => {
      if (form.step === 'remove') return
      const say = sayer(context)
      targetFaults(aim, form, say)
      if (form.value !== null) climbFaults(aim, period, form.value, say)
    })
    .transform(({ step, reason, seen, ...form }) => ({
      step,
      reason,
      seen,
      target: targetIn(aim, form),
    }))
}

/** Whether a year's target is shared out over its periods rather than holding in each. */
export function spreads({ indicator: { shape, yearToDate, frequency } }: Aim): boolean {
  const addsUp =
    shape === 'discrete' ? yearToDate === 'sum' : yearToDate === 'sum' || yearToDate === 'latest'
  return addsUp && periodsInYear(frequency) > 1
}

export function isRange({ indicator }: Aim): boolean {
  return indicator.polarity === 'range-is-better'
}

type Say = (path: string, message: string) => void
type Ends = Pick<Target, 'value' | 'low' | 'high'>

function sayer(context: z.RefinementCtx): Say {
  return (path, message) => context.addIssue({ code: 'custom', path: [path], message })
}

function targetIn(aim: Aim, { value, low, high }: Ends): Target {
  return isRange(aim) ? { value: null, low, high } : { value, low: null, high: null }
}

function targetFaults(aim: Aim, { value, low, high }: Ends, say: Say) {
  if (!isRange(aim)) {
    if (value === null) say('value', 'Enter the target')
  } else if (low === null) {
    say('low', 'Enter the lowest figure that is wanted')
  } else if (high === null) {
    say('high', 'Enter the highest figure that is wanted')
  } else if (low > high) {
    say('high', 'The highest figure wanted must not be below the lowest')
  }
}

interface Reach {
  baseline: number | null
  stretch: number | null
  rewardGrant: number | null
}

function stretchFaults({ indicator }: Aim, { baseline, stretch, rewardGrant }: Reach, say: Say) {
  if (stretch !== null && baseline === null) {
    say('baseline', 'Enter the baseline from which the stretch is counted')
  } else if (stretch !== null && baseline !== null) {
    const isUp = indicator.polarity === 'higher-is-better'
    if (isUp ? stretch <= baseline : stretch >= baseline) {
      const way = isUp ? 'higher' : 'lower'
      say('stretch', `Stretch must be ${way} than the baseline, because ${way} is better`)
    }
  }
  if (rewardGrant !== null && rewardGrant < 0) {
    say('rewardGrant', 'Reward grant must be 0 or more')
  } else if (rewardGrant !== null && stretch === null) {
    say('stretch', 'Enter the stretch for which the reward grant is paid')
  }
}

function sharesIn({ indicator }: Aim, form: object): (number | null)[] {
  const given = form as Record<string, number | null>
  return periodsOfYear(0, indicator.frequency).map(({ number }) => given[`share-${number}`] ?? null)
}

function shareFaults(aim: Aim, shares: readonly (number | null)[], say: Say) {
  if (!spreads(aim)) return
  const negative = shares.findIndex(share => share !== null && share < 0)
  if (shares.some(share => share === null)) {
    say(
      `share-${shares.indexOf(null) + 1}`,
      'Enter a share for every period, 0 where there is none',
    )
  } else if (negative >= 0) {
    say(`share-${negative + 1}`, 'Share must be 0 or more')
  } else if (!shares.some(share => share! > 0)) {
    say('share-1', 'At least one share must be more than 0')
  }
}

/** A total of the year so far only climbs, and ends at the year's target. */
function climbFaults(aim: Aim, period: Period, value: number, say: Say) {
  const { indicator, targets, annual, calendar } = aim
  if (indicator.shape !== 'cumulative' || indicator.yearToDate !== 'sum') return

  const beside = (other: Period) =>
    other.year === period.year ? (targets.get(startsOf(other, aim))?.value ?? null) : null
  const before = beside(previousPeriod(period))
  const after = beside(nextPeriod(period))
  const whole = annual.get(period.year)?.value ?? null
  const isLast = period.number === periodsInYear(indicator.frequency)

  if (before !== null && value < before) {
    const label = periodLabel(previousPeriod(period), calendar)
    say(
      'value',
      `Figures add up over the year, so the target must not be below ${formatFigure(before, indicator)}, that of ${label}`,
    )
  } else if (after !== null && value > after) {
    const label = periodLabel(nextPeriod(period), calendar)
    say(
      'value',
      `Figures add up over the year, so the target must not be above ${formatFigure(after, indicator)}, that of ${label}`,
    )
  } else if (isLast && whole !== null && value !== whole) {
    say(
      'value',
      'The last period ends the year, so its target is that of the year. Change the target of the year instead',
    )
  }
}
