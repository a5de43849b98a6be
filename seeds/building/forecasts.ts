import { round } from '../../server/domain/number'
import {
  addDays,
  nextPeriod,
  type Period,
  periodsInYear,
  previousPeriod,
} from '../../server/domain/period'
import type { ForecastPlan } from '../borough-plan'
import { randomFor } from '../random'
import type { Line } from './line'
import type { Register } from './register'

/** Enough for a track record to be given as rates. */
const USUALLY_MADE = 9
const FROZEN_AFTER_DAYS = -8

export function addForecasts(register: Register) {
  for (const plan of register.plan.forecasts) addForecast(register, plan)
}

/** One forecast with each return: of the next period, and of the year's end. */
function addForecast(register: Register, plan: ForecastPlan) {
  const line = register.line(plan.reference)
  const { lead, frequency, polarity, kind, latest } = line.plan
  const random = randomFor(`${plan.reference} forecasts`)
  const towardsGood = polarity === 'lower-is-better' ? -1 : 1
  const spread = () => plan.optimism * towardsGood + plan.scatter * random.normal()
  const amount = (value: number) => round(Math.max(0, value), kind.decimals)

  const add = (
    horizon: 'period' | 'year-end',
    of: Period,
    madeIn: Period,
    value: number,
    frozen = true,
  ) => {
    const { time } = register
    const madeAt = time.moment(addDays(time.ends(madeIn), line.lagDays + FROZEN_AFTER_DAYS), 11)
    register.sheaf.add('forecasts', {
      id: register.id('forecast', plan.reference, horizon, time.starts(madeIn)),
      seriesId: register.series(plan.reference),
      organisationId: register.organisation(lead),
      horizon,
      starts: time.starts(of),
      madeIn: time.starts(madeIn),
      value: amount(value),
      low: amount(value - plan.width),
      high: round(Math.max(0, value) + plan.width, kind.decimals),
      madeBy: register.enterer(lead),
      madeAt,
      frozenAt: frozen ? madeAt : null,
      approvedAt: frozen ? madeAt : null,
      releasedAt: frozen ? madeAt : null,
    })
  }

  const first = line.published - (plan.made ?? USUALLY_MADE) + 1
  for (let place = first; place <= line.published; place++) {
    const period = line.periods[place]!
    const value = line.reported[place]?.value
    if (value == null) continue
    add('period', period, previousPeriod(period), value + spread())
    add(
      'year-end',
      yearEnd(period),
      previousPeriod(period),
      yearEndOf(line, place) + 1.5 * spread(),
    )
  }

  const now = line.periods[line.published]!
  const expected = expectedNext(line)
  add('period', nextPeriod(now), now, expected + spread())
  add('year-end', yearEnd(nextPeriod(now)), now, yearEndOf(line, line.published) + spread())
  if (latest === 'draft') {
    const drafted = nextPeriod(now)
    add('period', nextPeriod(drafted), drafted, expected + spread(), false)
  }

  function yearEnd({ year }: Period): Period {
    return { frequency, year, number: periodsInYear(frequency) }
  }
}

/** The latest figure again; a running total goes on by its average step. */
function expectedNext({ plan, periods, reported, own, published }: Line): number {
  const latest = reported[published]!.value!
  const isTotal = plan.kind.shape === 'cumulative' && plan.kind.yearToDate === 'sum'
  if (!isTotal) return latest

  const { number } = periods[published]!
  const step = own[published]!.value!
  return number === periodsInYear(plan.frequency) ? step : latest + latest / number
}

/** What the year came to, or is coming to at the present pace. */
function yearEndOf({ plan, periods, reported }: Line, place: number): number {
  const { year, number } = periods[place]!
  const inYear = periodsInYear(plan.frequency)
  const places = periods.flatMap((period, at) => (period.year === year ? [at] : []))
  const values = places.flatMap(at => reported[at]?.value ?? [])
  const last = values.at(-1)!

  if (plan.kind.yearToDate !== 'sum') {
    return last
  } else if (plan.kind.shape === 'cumulative') {
    return values.length === inYear ? last : ((reported[place]?.value ?? last) / number) * inYear
  } else {
    return (values.reduce((sum, value) => sum + value, 0) / values.length) * inYear
  }
}
