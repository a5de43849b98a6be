import { type ConcernCode, concernRankOf, worstFirst } from './concern'
import { type IsoDate, periodOf } from './period'
import type { Passing, Standing } from './standing'
import { periodsOverdue } from './standing-due'
import type { Status } from './status'

/** The part of a standing that one line of a long list shows: read a hundred at a time, so kept small. */
export interface Card
  extends Pick<
    Standing,
    | 'starts'
    | 'value'
    | 'target'
    | 'gap'
    | 'shortfallShare'
    | 'status'
    | 'certainty'
    | 'directionPrevious'
    | 'variation'
    | 'flag'
    | 'assurance'
    | 'drawn'
    | 'trial'
    | 'periodsRunning'
    | 'concernRank'
    | 'nextStarts'
    | 'nextDueOn'
    | 'hidden'
  > {
  /** As those see it who are told no small numbers; null where nothing has to be hidden. */
  readonly open: Card | null
  readonly reasons: readonly ConcernCode[]
  /** Of the last 12 periods up to the one judged, oldest first; nulls where there is no figure. */
  readonly values: readonly (number | null)[]
  /** Of the same periods; null also where the target is a range. */
  readonly targets: readonly (number | null)[]
  readonly statuses: readonly (Status | null)[]
}

/** A standing without its words. */
export function cardOf(standing: Standing): Card {
  const { recent } = standing
  return {
    starts: standing.starts,
    value: standing.value,
    target: standing.target,
    gap: standing.gap,
    shortfallShare: standing.shortfallShare,
    status: standing.status,
    certainty: standing.certainty,
    directionPrevious: standing.directionPrevious,
    variation: standing.variation,
    flag: standing.flag,
    assurance: standing.assurance,
    drawn: standing.drawn,
    trial: standing.trial,
    periodsRunning: standing.periodsRunning,
    concernRank: standing.concernRank,
    nextStarts: standing.nextStarts,
    nextDueOn: standing.nextDueOn,
    hidden: standing.hidden,
    open: standing.open && cardOf(standing.open),
    reasons: standing.reasons.map(({ code }) => code),
    values: recent.map(({ value }) => value),
    targets: recent.map(({ target }) => target?.value ?? null),
    statuses: recent.map(({ status }) => status),
  }
}

/** The same card on a given day, as `standingOn` has it. The same object where nothing has passed. */
export function cardOn(
  card: Card,
  today: IsoDate,
  { calendar, frequency }: Pick<Passing, 'calendar' | 'frequency'>,
): Card {
  const { nextStarts, nextDueOn } = card
  if (nextStarts === null || nextDueOn === null || today <= nextDueOn) return card

  const next = periodOf(nextStarts, frequency, calendar)
  const count = periodsOverdue(next, nextDueOn, today, calendar)
  const coded = worstFirst([...card.reasons, 'overdue' as const].map(code => ({ code })))
  const periodsRunning = coded[0]?.code === 'overdue' ? count : card.periodsRunning
  return {
    ...card,
    status: 'overdue',
    periodsRunning: count,
    reasons: coded.map(({ code }) => code),
    concernRank: concernRankOf(coded, { ...card, periodsRunning }),
  }
}
