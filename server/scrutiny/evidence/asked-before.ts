import { formatDate } from '../../domain/format'
import type { IsoDate } from '../../domain/period'
import type { QuestionId } from '../../domain/questions'
import { type Outcome, type Settled, settledAnswers } from './promises'
import type { Subject } from './subject'
import { figure, labelOf } from './wording'

/** An answer given before to the same question, and what became of it. */
export interface AskedBefore {
  readonly question: QuestionId
  /** '2026/27 Q1' */
  readonly period: string
  readonly heldOn: IsoDate
  readonly answeredBy: string
  readonly answer: string
  readonly outcome: Outcome
  /** "Not kept." */
  readonly verdict: string
  /** "2026/27 Q1, Dr Patel: “Recruitment will close the gap by Q2.” Not kept: 78.0% was promised." */
  readonly sentence: string
}

/** Every earlier answer about the measure, the latest first. */
export function askedBefore(subject: Subject): AskedBefore[] {
  return settledAnswers(subject)
    .map(settled => beforeOf(subject, settled))
    .reverse()
}

function beforeOf(subject: Subject, { answer, outcome }: Settled): AskedBefore {
  const period = labelOf(subject, answer.starts)
  const verdict = verdictOf(subject, answer, outcome)
  const who = answer.answeredBy === '' ? 'no name recorded' : answer.answeredBy
  const said =
    answer.answer.trim() === ''
      ? `asked on ${formatDate(answer.heldOn)}, and no answer is on record.`
      : `${who}: “${answer.answer.trim()}”`
  return {
    question: answer.question,
    period,
    heldOn: answer.heldOn,
    answeredBy: answer.answeredBy,
    answer: answer.answer,
    outcome,
    verdict,
    sentence: `${period}, ${said} ${verdict}`,
  }
}

function verdictOf(
  subject: Subject,
  { dueOn, promisedValue, promisedFor, settledOn }: Settled['answer'],
  outcome: Outcome,
) {
  const promised =
    promisedValue === null || promisedFor === null
      ? ''
      : `: ${figure(subject, promisedValue)} was promised for ${labelOf(subject, promisedFor)}`
  switch (outcome) {
    case 'kept':
      return `Kept${promised}.`
    case 'not-kept':
      return `Not kept${promised}.`
    case 'waiting':
      return dueOn === null
        ? 'Taken away, with no date.'
        : `Taken away, due on ${formatDate(dueOn)}.`
    case 'answered':
      return settledOn === null ? 'Answered.' : `Answered on ${formatDate(settledOn)}.`
    case 'partly':
      return `Partly answered${promised}.`
    case 'not-answered':
      return dueOn !== null && dueOn < subject.today
        ? `Not answered: it was due on ${formatDate(dueOn)}.`
        : 'Not answered.'
  }
}
