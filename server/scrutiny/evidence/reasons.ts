import { capitalised, listOf } from '../../domain/format'
import { REASON_CODES, type ReasonCode } from '../../domain/figure'
import type { IsoDate } from '../../domain/period'
import type { Subject } from './subject'
import { nearLabel } from './wording'

/** So many periods back a reason given before is still remembered. */
const REMEMBERED = 8

const CAUSES: Record<ReasonCode, string> = {
  staffing: 'staffing',
  demand: 'demand',
  funding: 'money',
  process: 'the way the work is done',
  partner: 'another organisation',
  supplier: 'a supplier',
  data: 'how it is counted',
  'weather-or-season': 'the weather or the season',
  'policy-change': 'a change in law or policy',
  target: 'the target itself',
  'one-off': 'a single event',
  other: 'something else',
}

export interface GivenReason {
  readonly starts: IsoDate
  /** 'staffing'; null where words were given and no cause was named. */
  readonly cause: string | null
  readonly text: string
}

export interface Reasons {
  /** The one given with the latest figure. */
  readonly now: GivenReason | null
  /** Those before it, latest first. */
  readonly before: readonly GivenReason[]
  /** A cause given more than once: this period's if it is one, else the commonest. */
  readonly repeated: { readonly cause: string; readonly starts: readonly IsoDate[] } | null
}

/** The reasons given for missing the target, over the last eight periods. */
export function reasonsOf({ figures, latest }: Subject): Reasons {
  const given = figures
    .filter(
      ({ state, starts }) =>
        state === 'published' && latest !== undefined && starts <= latest.starts,
    )
    .slice(-REMEMBERED)
    .reverse()
    .flatMap(({ starts, reasonCode, reasonText }) =>
      reasonCode === null && reasonText === ''
        ? []
        : [{ starts, cause: reasonCode === null ? null : causeOf(reasonCode), text: reasonText }],
    )
  const now = given.find(({ starts }) => starts === latest?.starts) ?? null
  const before = given.filter(reason => reason !== now)
  return { now, before, repeated: repeatedIn(now, before) }
}

/** 'staffing', in words; a code we do not know is something else. */
export function causeOf(code: string | null): string {
  return isReasonCode(code) ? CAUSES[code] : CAUSES.other
}

/** "Staffing was the reason in Q4 and Q1 too.", or null where no reason was given. */
export function reasonSentence(subject: Subject): string | null {
  const { now, before, repeated } = reasonsOf(subject)

  if (repeated !== null) {
    const earlier = repeated.starts.filter(starts => starts !== subject.latest?.starts)
    const when = listOf(
      earlier
        .slice(0, 3)
        .reverse()
        .map(starts => nearLabel(subject, starts)),
    )
    const too = now?.cause === repeated.cause ? ' too' : ''
    return `${capitalised(repeated.cause)} was the reason in ${when}${too}.`
  } else if (now !== null && isNamed(now.cause)) {
    return `The reason given is ${now.cause}.`
  } else if (before[0] !== undefined && isNamed(before[0].cause)) {
    return `${capitalised(before[0].cause)} was the reason in ${nearLabel(subject, before[0].starts)}.`
  } else {
    return null
  }
}

function repeatedIn(now: GivenReason | null, before: readonly GivenReason[]): Reasons['repeated'] {
  const starts = new Map<string, IsoDate[]>()
  for (const { cause, starts: when } of now ? [now, ...before] : before) {
    if (isNamed(cause)) starts.set(cause, [...(starts.get(cause) ?? []), when])
  }
  const repeats = [...starts]
    .map(([cause, when]) => ({ cause, starts: when }))
    .filter(({ starts }) => starts.length > 1)
    .sort((a, b) => b.starts.length - a.starts.length)
  return repeats.find(({ cause }) => cause === now?.cause) ?? repeats[0] ?? null
}

/** Says something: ‘something else’ does not, and words without a cause are read as they stand. */
function isNamed(cause: string | null): cause is string {
  return cause !== null && cause !== CAUSES.other
}

function isReasonCode(code: string | null): code is ReasonCode {
  return (REASON_CODES as readonly (string | null)[]).includes(code)
}
