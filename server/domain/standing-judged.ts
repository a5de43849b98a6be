import { type Direction, directionOf } from './direction'
import type { Certainty } from './figure'
import { type IsoDate, PERIOD_NOUNS, periodLabel } from './period'
import type { History } from './standing-history'
import type { StandingInput } from './standing-input'
import { absenceOf, headlineOf } from './standing-words'
import { arithmeticOf, type Status } from './status'
import type { Target } from './target'

/** The part of a standing that the latest published figure decides. Amounts are in the measure's unit. */
export interface Judged {
  /** First day of the period judged; null where nothing is published. */
  starts: IsoDate | null
  value: number | null
  numerator: number | null
  denominator: number | null
  target: Target | null
  /** Negative when short of the target. */
  gap: number | null
  tolerance: number | null
  /** Tolerances short; null where there is no tolerance. */
  shortfallShare: number | null
  status: Status
  certainty: Certainty | null
  directionPrevious: Direction | null
  directionYear: Direction | null
  /** Periods running in red or amber (or, once overdue, without a figure); else 0. */
  periodsRunning: number
  /** "Why is this red?" */
  arithmetic: string
  headline: string
  /** The last 12 periods up to the one judged; nulls where there is no figure. */
  recent: {
    starts: IsoDate
    value: number | null
    target: Target | null
    status: Status | null
  }[]
}

const PERIODS_SHOWN = 12
const NO_JUDGEMENT = { gap: null, tolerance: null, shortfallShare: null }

export function nothingJudged({ definition }: StandingInput): Judged {
  const none = 'No figure has been published yet.'
  return {
    starts: null,
    value: null,
    numerator: null,
    denominator: null,
    target: null,
    ...NO_JUDGEMENT,
    status: definition.polarity === 'context-only' ? 'context-only' : 'not-yet-due',
    certainty: null,
    directionPrevious: null,
    directionYear: null,
    periodsRunning: 0,
    arithmetic: none,
    headline: none,
    recent: [],
  }
}

export function latestJudged({ definition, calendar }: StandingInput, history: History): Judged {
  const { last } = history
  const figure = history.figures[last]!
  const { value, numerator, denominator, certainty } = figure
  const judgement = history.judgedAt(last)
  const status = judgement?.status ?? 'not-applicable'
  const target = history.targetAt(last)
  const label = periodLabel(history.periodAt(last), calendar)
  const noun = PERIOD_NOUNS[definition.frequency]
  const periodsRunning = runOf(history, status)

  return {
    starts: figure.starts,
    value,
    numerator,
    denominator,
    target,
    gap: judgement?.gap ?? null,
    tolerance: judgement?.tolerance ?? null,
    shortfallShare: judgement?.shortfallShare ?? null,
    status,
    certainty,
    ...directionsAt(last, history, definition),
    periodsRunning,
    arithmetic: judgement
      ? arithmeticOf(judgement, { ...definition, target }, definition)
      : absenceOf(figure, label),
    headline: headlineOf({
      figure,
      label,
      noun,
      format: definition,
      target,
      status,
      periodsRunning,
    }),
    recent: recentOf(history),
  }
}

/** A new definition has nothing before it to be compared with. */
function directionsAt(
  last: number,
  { charted, figures, breaks, inYear, rule, chartedTargetAt, targetAt }: History,
  definition: StandingInput['definition'],
): Pick<Judged, 'directionPrevious' | 'directionYear'> {
  const isBroken = (from: number) => breaks.some(place => place > from && place <= last)
  const compared = rule.shape === 'cumulative' ? figures : charted
  const before = last - 1
  const yearBefore = last - inYear

  return {
    directionPrevious: isBroken(before)
      ? null
      : directionOf(charted[last] ?? null, charted[before] ?? null, {
          ...definition,
          target: chartedTargetAt(last),
        }),
    directionYear: isBroken(yearBefore)
      ? null
      : directionOf(compared[last] ?? null, compared[yearBefore] ?? null, {
          ...definition,
          target: targetAt(last),
        }),
  }
}

/** A period without a figure ends a run: nobody knows what it would have been. */
function runOf(history: History, status: Status): number {
  if (status !== 'red' && status !== 'amber') return 0

  let place = history.last
  while (place >= 0 && history.judgedAt(place)?.status === status) place--
  return history.last - place
}

function recentOf({ last, figures, startsAt, targetAt, judgedAt }: History): Judged['recent'] {
  const from = Math.max(0, last - PERIODS_SHOWN + 1)
  return Array.from({ length: last - from + 1 }, (_, index) => {
    const place = from + index
    const figure = figures[place] ?? null
    return {
      starts: startsAt(place),
      value: figure?.value ?? null,
      target: targetAt(place),
      status: figure === null ? null : (judgedAt(place)?.status ?? 'not-applicable'),
    }
  })
}
