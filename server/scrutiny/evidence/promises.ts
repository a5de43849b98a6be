import { type IsoDate, periodOf, periodStarts } from '../../domain/period'
import { judge } from '../../domain/status'
import type { PastAnswer } from './queries'
import type { Subject } from './subject'

/** What became of an earlier answer. Silence past the due date is no answer. */
export type Outcome = 'answered' | 'partly' | 'not-answered' | 'waiting' | 'kept' | 'not-kept'

export interface Settled {
  readonly answer: PastAnswer
  readonly outcome: Outcome
}

/** Each earlier answer with what became of it by today; promised figures are held against what came. */
export function settledAnswers(subject: Subject): Settled[] {
  return subject.answers.map(answer => ({ answer, outcome: outcomeOf(subject, answer) }))
}

/** Those that still wait for a proper answer, or went without one. */
export function openQuestions(subject: Subject): Settled[] {
  return settledAnswers(subject).filter(
    ({ answer, outcome }) =>
      answer.settledOn === null && (outcome === 'not-answered' || outcome === 'waiting'),
  )
}

export function outcomeOf(subject: Subject, answer: PastAnswer): Outcome {
  const { verdict, settledOn, dueOn } = answer
  const promise = promiseOf(subject, answer)

  if (promise !== null) {
    return promise
  } else if (settledOn !== null) {
    return 'answered'
  } else if (verdict === 'taken-away') {
    return dueOn !== null && dueOn < subject.today ? 'not-answered' : 'waiting'
  } else {
    return verdict
  }
}

/** Null where nothing that can be checked was promised, or its day has not come. */
function promiseOf(subject: Subject, { promisedValue, promisedFor }: PastAnswer): Outcome | null {
  if (promisedFor === null) return null

  const reached = valueFor(subject, promisedFor)
  if (reached !== null && promisedValue !== null) {
    const { gap } = judge(reached, {
      ...subject.input.definition,
      target: { value: promisedValue, low: null, high: null },
    })
    return (gap ?? 0) >= 0 ? 'kept' : 'not-kept'
  } else {
    return null
  }
}

/** The figure of the period that a day lies in; null until it comes. */
function valueFor({ figures, period, calendar }: Subject, day: IsoDate): number | null {
  const promised = periodStarts(periodOf(day, period.frequency, calendar), calendar)
  const row = figures.find(({ state, starts }) => state === 'published' && starts === promised)
  return row?.value ?? null
}
