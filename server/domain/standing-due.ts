import {
  addDays,
  type Calendar,
  daysBetween,
  type IsoDate,
  nextPeriod,
  type Period,
  periodEnds,
  periodOf,
  periodStarts,
} from './period'
import type { StandingInput } from './standing-input'

/** The next period that has no figure; both null where none is asked for. */
export interface NextDue {
  /** Its first day. */
  nextStarts: IsoDate | null
  /** The day its figure is due: the measure's lag after its last day. */
  nextDueOn: IsoDate | null
}

/** A figure sent in but not yet published is no longer the partner's to send, so it is not waited for. */
export function nextDue({ definition, calendar, figures, submittedUpTo }: StandingInput): NextDue {
  const { frequency, startsOn, retiredOn = null, lagDays } = definition
  const published = figures.at(-1)?.starts ?? ''
  const latest = submittedUpTo !== null && submittedUpTo > published ? submittedUpTo : published
  const following = latest === '' ? null : nextPeriod(periodOf(latest, frequency, calendar))
  const opening = startsOn === null ? null : periodOf(startsOn, frequency, calendar)
  const next = laterOf(following, opening, calendar)

  if (next === null || (retiredOn !== null && periodStarts(next, calendar) >= retiredOn)) {
    return { nextStarts: null, nextDueOn: null }
  } else {
    return {
      nextStarts: periodStarts(next, calendar),
      nextDueOn: addDays(periodEnds(next, calendar), lagDays),
    }
  }
}

/** How many periods are without a figure by a day, the first of them having been due on `dueOn`. */
export function periodsOverdue(
  first: Period,
  dueOn: IsoDate,
  today: IsoDate,
  calendar: Calendar,
): number {
  const lag = daysBetween(periodEnds(first, calendar), dueOn)
  let count = 0
  for (let period = first; today > addDays(periodEnds(period, calendar), lag); count++) {
    period = nextPeriod(period)
  }
  return count
}

function laterOf(a: Period | null, b: Period | null, calendar: Calendar): Period | null {
  if (a === null || b === null) {
    return a ?? b
  } else {
    return periodStarts(a, calendar) > periodStarts(b, calendar) ? a : b
  }
}
