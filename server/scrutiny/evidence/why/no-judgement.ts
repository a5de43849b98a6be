import { formatDate } from '../../../domain/format'
import type { Absence, AbsenceKind } from '../absence'
import { type Exhibit, exhibit, factsOf } from '../exhibit'
import { linePicture } from '../line-picture'
import type { Position } from '../position'
import type { Subject } from '../subject'
import { asHeld, counted, figure, figureWithCounts, fromReturn, sharpened } from '../wording'

/** There is nothing to explain until the figure comes: the question is turned on that. */
export function withoutFigure(subject: Subject): Exhibit {
  const { absence, latest } = subject
  const sentence = absence?.sentence ?? `No figure has been published for ${subject.label}.`
  return exhibit({
    missing: true,
    finding: findingFor(subject, absence),
    sharpened: sharpened([sentence, lastKnown(subject)], QUESTIONS[absence?.kind ?? 'no-cases']),
    ...linePicture(subject),
    facts: factsOf({
      'Figure for': subject.label,
      Due: absence && formatDate(absence.dueOn),
      Late: absence !== null && absence.daysLate > 0 && counted(absence.daysLate, 'day'),
      'Owed by': subject.lead.name,
      'Last figure': latest && `${figureWithCounts(subject, latest)} in ${latest.label}`,
    }),
    source: asHeld(subject, 'the returns'),
  })
}

/** Without a target nothing is short of it. */
export function withoutTarget(subject: Subject, latest: Position): Exhibit {
  const now = figureWithCounts(subject, latest)
  const isContext = latest.judgement.status === 'context-only'
  return exhibit({
    missing: true,
    finding: isContext
      ? 'This measure gives context: neither way is better, so nothing is short'
      : `No target is set, so ${figure(subject, latest.value)} is neither good nor bad`,
    sharpened: isContext
      ? sharpened(
          [`It stood at ${now} in ${latest.label}.`],
          'What does it tell us about the results that do have targets?',
        )
      : sharpened(
          [`It stood at ${now} in ${latest.label}, and no target is set.`],
          'What result is wanted, by when, and who decides?',
        ),
    ...linePicture(subject),
    facts: factsOf({ Actual: now, Target: isContext ? 'none: for context' : 'none set' }),
    notes: [subject.standing.signalSentence],
    source: fromReturn(subject),
  })
}

function findingFor(subject: Subject, absence: Absence | null): string {
  switch (absence?.kind) {
    case 'overdue':
      return `No figure for ${subject.label}: ${counted(absence.daysLate, 'day')} late`
    case 'not-yet-due':
      return `The figure for ${subject.label} is not due yet`
    case 'not-yet-available':
      return `The figure for ${subject.label} is not available yet`
    case 'not-applicable':
      return `No figure applies in ${subject.label}`
    case 'suppressed':
      return `The figure for ${subject.label} is too small to be shown`
    default:
      return `No figure is held for ${subject.label}`
  }
}

function lastKnown({ latest, ...subject }: Subject): string | null {
  // One too small to show has been published all the same.
  if (latest === undefined && subject.absence?.kind === 'suppressed') return null
  return latest === undefined
    ? 'None has ever been published.'
    : `The last, for ${latest.label}, was ${figure({ latest, ...subject }, latest.value)}.`
}

const QUESTIONS: Record<AbsenceKind, string> = {
  overdue: 'Why is it late, and when will we have it?',
  'not-yet-due': 'What do you expect it to show?',
  'not-applicable': 'Why does it not apply, and what should we look at instead?',
  'not-yet-available': 'What is holding it up?',
  suppressed: 'What can you tell us without naming anybody?',
  'no-cases': 'What should we look at instead?',
}
