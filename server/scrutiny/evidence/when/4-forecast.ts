import { formatDate, plural } from '../../../domain/format'
import { yardsticks } from '../../../domain/forecast-yardsticks'
import { nextPeriod, periodLabel, periodStarts, periodsInYear } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { findForecasts, type FrozenForecast } from '../forecast-queries'
import type { Subject } from '../subject'
import { asHeld, bare, dayOf, figure, labelOf, sharpened, span, target } from '../wording'
import { runRate, runRateWords } from '../year'

export const forecast = evidence('4', findForecasts, showForecast)

export function showForecast(subject: Subject, held: readonly FrozenForecast[]): Exhibit {
  const { indicator, latest, calendar, period } = subject
  const following = latest ? nextPeriod(latest.period) : period
  const label = periodLabel(following, calendar)
  const next = held.findLast(
    one => one.horizon === 'period' && one.starts === periodStarts(following, calendar),
  )
  const yearEnd = held.findLast(one => one.horizon === 'year-end' && isThisYear(subject, one))
  const needed = runRateWords(subject)
  const machine = expected(subject)
  const isSeasonal = indicator.seasonal ? machine.seasonal?.[0] : undefined
  const annual = indicator.annual.find(({ year }) => year === following.year)
  const best = bestEver(subject)

  return exhibit({
    missing: next === undefined && yearEnd === undefined,
    finding: findingFor(subject, { next, yearEnd, label, needed }),
    sharpened: sharpened(
      [
        next === undefined
          ? `No forecast was sent for ${label}.`
          : `Your forecast for ${label} is ${rangeOf(subject, next)}.`,
        needed,
      ],
      next === undefined
        ? 'Why not, and what do you expect, with a range?'
        : 'Is that still what you expect, and for the year end?',
    ),
    facts: factsOf({
      [`Forecast for ${label}`]: next
        ? `${rangeOf(subject, next)}, sent on ${formatDate(dayOf(next.frozenAt))}`
        : 'none sent',
      'Forecast for the year end': yearEnd
        ? `${rangeOf(subject, yearEnd)}, sent on ${formatDate(dayOf(yearEnd.frozenAt))}`
        : 'none sent',
      'Target for the year': annual && target(subject, annual),
      'If nothing changes': machine.naive && figure(subject, machine.naive[0]!.value),
      'Same period last year': isSeasonal && figure(subject, isSeasonal.value),
      'Going by all the figures so far':
        machine.smoothed && smoothedWords(subject, machine.smoothed[0]!),
      'Best ever': best !== null && figure(subject, best),
    }),
    notes: needed === null ? [] : [needed],
    source: asHeld(
      subject,
      held.length === 0
        ? 'the ledger of forecasts'
        : `${plural(held.length, 'forecast')} frozen with the returns`,
    ),
  })
}

/** A running total starts afresh each year: neither its last value nor its highest foretells the next. */
function expected({ indicator, history }: Subject) {
  const isTotal = indicator.shape === 'cumulative'
  const values = isTotal ? [] : (history?.figures.map(each => each?.value ?? null) ?? [])
  return yardsticks(values, { horizon: 1, season: periodsInYear(indicator.frequency) })
}

/** Null where no way is better, and for running totals. */
function bestEver({ indicator, latest }: Subject): number | null {
  if (latest === undefined || indicator.shape === 'cumulative') return null
  if (indicator.polarity === 'higher-is-better') return latest.high
  return indicator.polarity === 'lower-is-better' ? latest.low : null
}

function isThisYear({ calendar, latest, period }: Subject, { starts }: FrozenForecast): boolean {
  const year = (latest?.period ?? period).year
  const opens = periodStarts({ frequency: 'year', year, number: 1 }, calendar)
  const ends = periodStarts({ frequency: 'year', year: year + 1, number: 1 }, calendar)
  return starts >= opens && starts < ends
}

interface Known {
  next: FrozenForecast | undefined
  yearEnd: FrozenForecast | undefined
  label: string
  needed: string | null
}

function findingFor(subject: Subject, { next, yearEnd, label, needed }: Known): string {
  const rate = runRate(subject)
  if (next === undefined && yearEnd === undefined) {
    const orYearEnd = subject.indicator.frequency === 'year' ? '' : ' or the year end'
    return `No forecast was sent for ${label}${orYearEnd}`
  } else if (rate?.reach === 'beyond' && rate.outcome === 'open') {
    const { lower, upper } = rate.limits!
    return `The year needs ${bare(subject, rate.needed)} each ${subject.noun}, and it usually runs from ${span(subject, lower, upper)}`
  } else if (next !== undefined) {
    return `${labelOf(subject, next.starts)} is forecast at ${figure(subject, next.value)}`
  } else {
    return needed ?? `The year end is forecast at ${figure(subject, yearEnd!.value)}`
  }
}

function rangeOf(subject: Subject, { value, low, high }: FrozenForecast): string {
  return low === null || high === null
    ? figure(subject, value)
    : `${figure(subject, value)}, between ${span(subject, low, high, 'and')}`
}

function smoothedWords(
  subject: Subject,
  { value, lower, upper }: { value: number; lower: number | null; upper: number | null },
): string {
  const isShare = subject.indicator.unit === '%'
  const within = (edge: number) => (isShare ? Math.min(100, Math.max(0, edge)) : edge)
  return lower === null || upper === null
    ? figure(subject, value)
    : `${figure(subject, value)}, about 7 times in 10 between ${span(subject, within(lower), within(upper), 'and')}`
}
