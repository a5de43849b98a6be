import { tidy } from '../../../domain/number'
import { capitalised } from '../../../domain/format'
import { claimedEffect, sinceDay, tallyOf } from '../actions'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, counted, figure, sharpened, size } from '../wording'
import { findActions, type HeldAction } from './queries'

export const enough = evidence('5a', findActions, showEnough)

export function showEnough(subject: Subject, actions: readonly HeldAction[]): Exhibit {
  const { open, done } = tallyOf(actions, subject.today)
  const sized = open.filter(({ effect }) => effect !== null)
  const gap = Math.max(0, -(subject.latest?.judgement.gap ?? 0))
  const isJudged = subject.latest?.judgement.gap != null
  const claimed = claimedEffect(subject, sized)
  const rest = tidy(gap - claimed)
  const claims = done.filter(({ effect }) => effect !== null)
  const missing = sized.length === 0

  return exhibit({
    missing,
    finding: findingFor(subject, { gap, claimed, rest, open: open.length, missing }),
    sharpened: sharpened(
      [
        missing
          ? open.length === 0
            ? 'No action is under way.'
            : `${capitalised(counted(open.length, 'action'))} ${open.length === 1 ? 'is' : 'are'} under way, and none says what it will add.`
          : `Effects claimed: ${size(subject, claimed)}.`,
        gap > 0 ? `Gap: ${size(subject, gap)}.` : null,
        sized.length > 0 && sized.length < open.length
          ? `${capitalised(counted(open.length - sized.length, 'action'))} ${open.length - sized.length === 1 ? 'has' : 'have'} no size.`
          : null,
      ],
      missing
        ? open.length > 0
          ? 'How much will each add, and is that enough?'
          : gap > 0
            ? 'What would close it, who will do it, and by when?'
            : isJudged
              ? 'What keeps it on target?'
              : 'Who is working on it, and what should come of it?'
        : gap === 0
          ? 'Is that enough to stay on target?'
          : rest > 0
            ? 'What closes the rest?'
            : 'What makes you sure that the effects will come?',
    ),
    facts: factsOf({
      'Gap to the target': isJudged && (gap > 0 ? size(subject, gap) : 'none'),
      'Effects claimed for actions not done': missing ? 'none' : size(subject, claimed),
      'Not covered': !missing && gap > 0 && (rest > 0 ? size(subject, rest) : 'nothing'),
      'Actions without a size': String(open.length - sized.length),
    }),
    table:
      claims.length === 0
        ? null
        : {
            caption: 'What actions done before were to add, and what the line did',
            head: ['Action', 'Claimed', 'What came'],
            rows: claims
              .slice(0, 6)
              .map(action => [action.title, size(subject, action.effect), cameOf(subject, action)]),
          },
    source: asHeld(subject, 'the action plan'),
  })
}

interface Sum {
  gap: number
  claimed: number
  rest: number
  open: number
  missing: boolean
}

function findingFor(subject: Subject, { gap, claimed, rest, open, missing }: Sum): string {
  if (missing && open === 0) {
    return gap > 0
      ? `No action is under way against a gap of ${size(subject, gap)}`
      : 'No action is under way'
  } else if (missing) {
    return 'No action under way says how much it will add'
  } else if (gap === 0) {
    return `There is no gap now; ${size(subject, claimed)} more is claimed`
  } else if (rest > 0) {
    return `The effects claimed leave ${size(subject, rest)} of the gap uncovered`
  } else {
    return `The effects claimed would cover the gap of ${size(subject, gap)}`
  }
}

function cameOf(subject: Subject, { doneOn }: HeldAction): string {
  const since = doneOn === null ? null : sinceDay(subject, doneOn)
  if (since === null || !subject.latest) return 'too early to say'
  return `${figure(subject, since.from)} before, ${figure(subject, subject.latest.value)} now`
}
