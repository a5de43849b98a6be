import {
  commitmentConcern,
  type Concern,
  concernRankOf,
  overdueConcern,
  worstFirst,
} from './concern'
import { formatDate } from './format'
import type { Friend } from './friend'
import {
  type Calendar,
  type Frequency,
  type IsoDate,
  PERIOD_NOUNS,
  periodLabel,
  periodOf,
} from './period'
import type { Assurance, Flag, Meaning } from './spc'
import type { Hidden } from './small-numbers'
import { openStanding } from './standing-open'
import { type NextDue, nextDue, periodsOverdue } from './standing-due'
import { historyOf } from './standing-history'
import type { StandingInput } from './standing-input'
import { type Judged, latestJudged, nothingJudged } from './standing-judged'
import { leadingFriends } from './standing-leads'
import { reasonsFor } from './standing-reasons'
import { seriesSignal } from './standing-signal'
import { overdueHeadline } from './standing-words'

/** The version of these rules, stamped on every kept row: a change of rules shows, and is rebuilt. */
export const STANDING_RULES = 2

/** Where one series stands: all that a list needs without touching its figures. */
export interface Standing extends Judged, NextDue {
  /** The same as those see it who are told no small numbers; null where nothing has to be hidden. */
  open: Standing | null
  /** Why the figure itself is hidden; null where it is not. */
  hidden: Hidden | null
  /** Null while no limits are drawn, and for ordinary variation. */
  variation: Meaning | null
  flag: Flag | null
  assurance: Assurance | null
  mean: number | null
  lower: number | null
  upper: number | null
  trial: boolean
  drawn: boolean
  signalSentence: string
  reasons: Concern[]
  /** More is worse; 0 is no concern. */
  concernRank: number
  /** The six friends in the order the data suggests. */
  leads: Friend[]
  rules: number
}

/** Where a series stands, by its figures alone: the same input always gives the same answer. */
export function standingOf(input: StandingInput): Standing {
  const standing = judgedBy(input)
  return { ...standing, open: openStanding(input, standing, judgedBy) }
}

/** A standing as somebody may read it: without small numbers, unless they are told those. */
export function readable(standing: Standing, seesSmall: boolean): Standing {
  return seesSmall ? standing : (standing.open ?? standing)
}

function judgedBy(input: StandingInput): Standing {
  const history = historyOf(input)
  const { sentence, ...signal } = seriesSignal(input, history)
  const judged = history === undefined ? nothingJudged(input) : latestJudged(input, history)
  const reasons = history === undefined ? [] : reasonsFor(input, history, signal, judged)

  return {
    ...judged,
    ...signal,
    signalSentence: sentence,
    ...nextDue(input),
    reasons,
    concernRank: concernRankOf(reasons, judged),
    leads: leadingFriends({ ...signal, status: judged.status }),
    rules: STANDING_RULES,
    open: null,
    hidden: null,
  }
}

/** What has to be known besides the standing to say how it stands on a day. */
export interface Passing {
  readonly calendar: Calendar
  readonly frequency: Frequency
  /** Promises made to scrutiny about this series that are not kept yet. */
  readonly commitments?: readonly { readonly what: string; readonly dueOn: IsoDate }[]
}

/**
 * The same standing on a given day: overdue once the next figure's day has passed without it, and
 * with the promises to scrutiny that have fallen due. What it stood at stays among its reasons.
 * The same object where nothing has passed.
 */
export function standingOn(standing: Standing, today: IsoDate, passing: Passing): Standing {
  const unmet = (passing.commitments ?? [])
    .filter(({ dueOn }) => dueOn < today)
    .map(({ what, dueOn }) => commitmentConcern(what, dueOn))
  const { nextStarts, nextDueOn } = standing

  if (nextStarts !== null && nextDueOn !== null && today > nextDueOn) {
    return overdue(standing, nextStarts, nextDueOn, today, passing, unmet)
  } else if (unmet.length > 0) {
    const reasons = worstFirst([...standing.reasons, ...unmet])
    return { ...standing, reasons, concernRank: concernRankOf(reasons, standing) }
  } else {
    return standing
  }
}

function overdue(
  standing: Standing,
  nextStarts: IsoDate,
  nextDueOn: IsoDate,
  today: IsoDate,
  { calendar, frequency }: Passing,
  unmet: readonly Concern[],
): Standing {
  const period = periodOf(nextStarts, frequency, calendar)
  const label = periodLabel(period, calendar)
  const count = periodsOverdue(period, nextDueOn, today, calendar)
  const concern = overdueConcern(label, nextDueOn, count, PERIOD_NOUNS[frequency])
  const reasons = worstFirst([...standing.reasons, concern, ...unmet])
  const isWorst = reasons[0]?.code === 'overdue'
  const periodsRunning = isWorst ? count : standing.periodsRunning

  return {
    ...standing,
    status: 'overdue',
    periodsRunning: count,
    arithmetic: `The figure for ${label} was due on ${formatDate(nextDueOn)} and has not come, so there is nothing to judge.`,
    headline: overdueHeadline(
      label,
      nextDueOn,
      standing.starts === null ? null : standing.headline,
    ),
    reasons,
    concernRank: concernRankOf(reasons, { ...standing, periodsRunning }),
    leads: leadingFriends({ ...standing, status: 'overdue' }),
  }
}
