import { capitalised, formatDate, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { openQuestions } from '../promises'
import { ANSWERERS, questionOf } from '../../../domain/questions'
import type { Subject } from '../subject'
import { asHeld, counted, oneOf, sharpened } from '../wording'
import { findHeld, type Gaps } from './decision-queries'

const NAMES: Record<keyof Gaps, string> = {
  forecasts: 'forecasts',
  actions: 'actions',
  risks: 'risks',
  benchmarks: 'like areas',
  assessments: 'effects on people and places',
  budget: 'money',
  responsibilities: 'who is responsible',
  triggers: 'what happens if it goes on',
}

export const mustKnow = evidence('8a', findHeld, showMustKnow)

export function showMustKnow(subject: Subject, held: Gaps): Exhibit {
  const open = openQuestions(subject)
  const gaps = (Object.keys(NAMES) as (keyof Gaps)[]).filter(name => !held[name])
  const unknown = oneOf(gaps.slice(0, 3).map(name => NAMES[name]))

  return exhibit({
    missing: open.length === 0 && gaps.length > 0,
    finding:
      open.length > 0
        ? `${capitalised(counted(open.length, 'question'))} from earlier meetings ${open.length === 1 ? 'is' : 'are'} still open`
        : gaps.length > 0
          ? `Nothing is held on ${unknown}`
          : 'No earlier question is open, and each kind of evidence is held',
    sharpened: sharpened(
      [
        open.length > 0
          ? `${capitalised(counted(open.length, 'earlier question'))} ${open.length === 1 ? 'is' : 'are'} still open.`
          : null,
        gaps.length > 0 ? `Nothing is held on ${unknown}.` : null,
        subject.absence?.kind === 'overdue'
          ? `The figure for ${subject.label} has not come.`
          : null,
      ],
      'What must we know before deciding, who can supply it, and by when?',
    ),
    facts: factsOf({
      'Earlier questions still open': String(open.length),
      'Nothing is held on': gaps.length > 0 && listOf(gaps.map(name => NAMES[name])),
      'Figure for the period': subject.absence?.sentence,
    }),
    table:
      open.length === 0
        ? null
        : {
            caption: 'Questions still open',
            head: ['Question', 'Asked', 'Who can say', 'Due'],
            rows: open
              .slice(0, 6)
              .map(({ answer }) => [
                `${answer.question} · ${questionOf(answer.question).plain}`,
                formatDate(answer.heldOn),
                answer.answeredBy ||
                  listOf(
                    questionOf(answer.question).answerers.map(who => ANSWERERS[who].toLowerCase()),
                  ),
                answer.dueOn ? formatDate(answer.dueOn) : 'no date',
              ]),
          },
    source: asHeld(subject, 'earlier answers and the evidence on this measure'),
  })
}
