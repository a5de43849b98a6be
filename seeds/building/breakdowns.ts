import type { Amounts } from '../../server/domain/figure'
import type { BreakdownPlan, PartPlan } from '../borough-plan'
import type { MeasurePlan } from '../measure-plan'
import { type Random, randomFor } from '../random'
import { partRow } from './actuals'
import { counted, type Line, runningTotals } from './line'
import type { Register } from './register'
import { targetsOf } from './targets'

/** How much the parts of a whole move about from period to period. */
const PARTS_VARY = 0.06
const THOUSAND = 1000

/** Lines by place, group and partner that add up to the headline in every period. */
export function addBreakdowns(register: Register) {
  for (const plan of register.plan.breakdowns) addBreakdown(register, plan)
}

function addBreakdown(register: Register, plan: BreakdownPlan) {
  const { sheaf, id, organisation, series } = register
  const line = register.line(plan.reference)
  const shares = sharesOf(line, plan)

  plan.parts.forEach((part, at) => {
    const seriesId = series(plan.reference, plan.kind, part.key)
    const owner = part.organisation ?? line.plan.lead
    sheaf.add('series', {
      id: seriesId,
      indicatorId: id('indicator', plan.reference),
      kind: plan.kind,
      key: part.key,
      label: part.label,
      organisationId: organisation(owner),
      position: at + 1,
    })

    const own = shares.map(parts => parts?.[at] ?? null)
    const reported =
      line.plan.kind.shape === 'cumulative' ? runningTotals(line.plan, line.periods, own) : own
    reported.forEach((amounts, place) => {
      if (amounts && place <= line.published) {
        sheaf.add('actuals', partRow(register, line, place, amounts, seriesId, owner))
      }
    })

    if (line.plan.story.cases !== undefined) addPartTargets(register, line.plan, seriesId)
    addSpending(register, plan, part, seriesId)
  })
}

/** A share of the whole's target makes no sense for a number; a rate is wanted everywhere alike. */
function addPartTargets({ sheaf, time }: Register, plan: MeasurePlan, seriesId: string) {
  for (const [starts, bounds] of targetsOf(plan, time)) {
    sheaf.add('targets', { seriesId, starts, ...bounds })
  }
}

function addSpending(
  { sheaf, time }: Register,
  plan: BreakdownPlan,
  { key }: PartPlan,
  seriesId: string,
) {
  const kept = plan.spending?.[key]
  if (kept === undefined) return
  const [spend, staff] = kept
  for (const back of [1, 0]) {
    sheaf.add('placeSpending', {
      seriesId,
      year: time.year - back,
      spend: (spend - back * Math.round(spend / 20)) * THOUSAND,
      staff,
    })
  }
}

/** The amounts of each part, period by period; null for a part that has none. */
function sharesOf({ plan, periods, own }: Line, { reference, kind, parts }: BreakdownPlan) {
  const random = randomFor(`${reference} by ${kind}`)

  return own.map((whole, place) => {
    const back = periods.length - 1 - place
    const weights = parts.map(part => (back < (part.until ?? 0) ? 0 : part.share))
    return whole && split(whole, parts, weights, plan, random)
  })
}

function split(
  whole: Amounts,
  parts: readonly PartPlan[],
  weights: readonly number[],
  { kind, story }: MeasurePlan,
  random: Random,
): (Amounts | null)[] {
  const step = story.halves ? 2 : 1
  const tilted = (sizes: readonly number[]) =>
    sizes.map((size, at) => size * parts[at]!.tilt * (1 + PARTS_VARY * random.normal()))

  if (whole.numerator === null || whole.denominator === null) {
    return allocate(whole.value!, tilted(weights), 1).map((value, at) =>
      weights[at] === 0 ? null : { value, numerator: null, denominator: null },
    )
  }

  const cases = allocate(
    whole.denominator,
    weights.map(size => (kind.steady ? size : size * (1 + PARTS_VARY * random.normal()))),
    1,
  )
  const most = kind.per === 100 ? cases : cases.map(() => Number.POSITIVE_INFINITY)
  const hits = allocate(whole.numerator, tilted(cases), step, most)
  return cases.map((denominator, at) =>
    weights[at] === 0 || denominator === 0 ? null : counted(hits[at]!, denominator, kind.per),
  )
}

/** Shares a total out in whole steps (or halves), by weight, none above its most; it all adds up. */
function allocate(
  total: number,
  weights: readonly number[],
  step: number,
  most: readonly number[] = weights.map(() => Number.POSITIVE_INFINITY),
): number[] {
  const sum = weights.reduce((whole, weight) => whole + weight, 0)
  const exact = weights.map(weight => (total * step * weight) / sum)
  const given = exact.map((share, at) => Math.min(Math.floor(share), most[at]! * step))

  let left = Math.round(total * step) - given.reduce((whole, share) => whole + share, 0)
  const order = exact.map((_, at) => at).sort((a, b) => rest(exact[b]!) - rest(exact[a]!))
  while (left > 0) {
    for (const at of order) {
      if (left > 0 && weights[at]! > 0 && given[at]! < most[at]! * step) {
        given[at]!++
        left--
      }
    }
  }
  return given.map(share => share / step)
}

function rest(share: number): number {
  return share - Math.floor(share)
}
