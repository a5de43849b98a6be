import { type Amounts, figureValue } from '../../server/domain/figure'
import { round, tidy } from '../../server/domain/number'
import type { Period } from '../../server/domain/period'
import type { MeasurePlan, PlannedFigure, Story } from '../measure-plan'
import { type Random, randomFor } from '../random'
import type { Timeline } from '../timeline'

/** The figures of one measure, oldest first; null where nothing was ever sent. */
export interface Line {
  readonly plan: MeasurePlan
  readonly periods: readonly Period[]
  /** What each period gave by itself. */
  readonly own: readonly (Amounts | null)[]
  /** As reported: the running total of the year where the measure is cumulative. */
  readonly reported: readonly (Amounts | null)[]
  /** The latest place with a published figure. */
  readonly published: number
  readonly lagDays: number
}

const USUAL_LAG = 45
const RETIRED_PERIODS_AGO = 6
/** A populated denominator varies by about this share. */
const CASES_VARY = 0.03

export function lineOf(plan: MeasurePlan, time: Timeline): Line {
  const periods = measuredPeriods(plan, time)
  const own = ownFigures(plan, periods)
  const latest = periods.at(-1)!

  return {
    plan,
    periods,
    own,
    reported: plan.kind.shape === 'cumulative' ? runningTotals(plan, periods, own) : own,
    published: publishedUpTo(plan, own),
    lagDays: plan.lag === 'soon' ? time.lagFor(latest, DAYS_TO_SPARE) : (plan.lag ?? USUAL_LAG),
  }
}

const DAYS_TO_SPARE = 7

/** Every period that has ended while the measure was in use. */
export function measuredPeriods(plan: MeasurePlan, time: Timeline): readonly Period[] {
  const ended = time.ended(plan.frequency)
  const measured = ended.slice(-(plan.measured ?? ended.length))
  return plan.retired ? measured.slice(0, -RETIRED_PERIODS_AGO) : measured
}

/** A figure of the plan as amounts: the nearest counts where the measure has counts. */
export function amountsOf(figure: PlannedFigure, plan: MeasurePlan, cases: number): Amounts {
  const { kind, story } = plan
  if (story.cases === undefined) {
    const value = typeof figure === 'number' ? round(figure, kind.decimals) : figure[0]
    return { value, numerator: null, denominator: null }
  }

  const step = story.halves ? 2 : 1
  const [numerator, denominator] =
    typeof figure === 'number'
      ? [Math.round(((figure * cases) / kind.per) * step) / step, cases]
      : figure
  return counted(
    Math.max(0, kind.per === 100 ? Math.min(numerator, denominator) : numerator),
    denominator,
    kind.per,
  )
}

export function counted(numerator: number, denominator: number, per: number): Amounts {
  const value = figureValue({ value: null, numerator, denominator }, per)
  return { value, numerator, denominator }
}

/** How the cumulative figures of a line add up; also for its parts. */
export function runningTotals(
  { kind }: MeasurePlan,
  periods: readonly Period[],
  own: readonly (Amounts | null)[],
): (Amounts | null)[] {
  let before: Amounts | null = null
  return own.map((amounts, place) => {
    const earlier = periods[place]!.number === 1 ? null : before
    before = amounts === null ? earlier : added(earlier, amounts, kind.per)
    return amounts === null ? null : before
  })
}

function added(before: Amounts | null, now: Amounts, per: number): Amounts {
  if (before === null) {
    return now
  } else if (now.numerator !== null && now.denominator !== null) {
    return counted(
      tidy(before.numerator! + now.numerator),
      tidy(before.denominator! + now.denominator),
      per,
    )
  } else {
    return { value: tidy(before.value! + now.value!), numerator: null, denominator: null }
  }
}

function ownFigures(plan: MeasurePlan, periods: readonly Period[]): (Amounts | null)[] {
  const { story } = plan
  const random = randomFor(plan.reference)
  const last = periods.length - 1
  const tail = story.tail ?? []
  const words = new Set((plan.words ?? []).map(({ back }) => back))

  return periods.map((period, place) => {
    const back = last - place
    const cases = casesAt(plan, period, periods.at(-1)!, random)
    const drawn =
      levelAt(story, place / Math.max(1, last), back, period) + story.noise * random.normal()
    const told = tail[tail.length - 1 - back]
    if (story.gaps?.includes(back) || words.has(back)) return null
    return amountsOf(told ?? Math.max(0, drawn), plan, cases)
  })
}

function levelAt(story: Story, gone: number, back: number, { number }: Period): number {
  const stepped = (story.steps ?? []).reduce(
    (sum, step) => sum + (back <= step.back ? step.by : 0),
    0,
  )
  return story.from + (story.to - story.from) * gone + (story.season?.[number - 1] ?? 0) + stepped
}

function casesAt({ story, kind }: MeasurePlan, period: Period, latest: Period, random: Random) {
  const growth = (1 + (story.growth ?? 0)) ** (period.year - latest.year)
  const vary = 1 + CASES_VARY * random.normal()
  return Math.max(1, Math.round((story.cases ?? 1) * growth * (kind.steady ? 1 : vary)))
}

function publishedUpTo({ latest }: MeasurePlan, own: readonly (Amounts | null)[]): number {
  const held = latest === undefined ? own : own.slice(0, -1)
  return held.findLastIndex(amounts => amounts !== null)
}
