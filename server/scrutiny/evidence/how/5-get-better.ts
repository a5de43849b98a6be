import { capitalised, formatDate } from '../../../domain/format'
import { type ActionTally, claimedEffect, isDone, sinceDay, tallyOf } from '../actions'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, counted, figure, howMany, sharpened, size } from '../wording'
import { findActions, type HeldAction } from './queries'

export const getBetter = evidence('5', findActions, showGetBetter)

export function showGetBetter(subject: Subject, actions: readonly HeldAction[]): Exhibit {
  const tally = tallyOf(actions, subject.today)
  const { all, done, open, late } = tally
  const source = asHeld(subject, 'the action plan')
  if (all.length === 0) {
    return exhibit({
      missing: true,
      finding: 'No action is recorded',
      sharpened: sharpened(
        ['No action to improve it is recorded.'],
        'How will it get better, who will do it, and by when?',
      ),
      facts: factsOf({ Actions: 'none' }),
      source,
    })
  }

  const line = lineSince(subject, done)
  const promised = late.filter(({ promisedToScrutiny }) => promisedToScrutiny).length
  return exhibit({
    finding: `${progress(tally, subject.today)}${line === null ? '' : `, and the line ${line.short}`}`,
    sharpened: sharpened(
      [
        `${progress(tally, subject.today)}.`,
        line?.sentence ?? null,
        promised > 0
          ? `${capitalised(counted(promised, 'late action'))} ${promised === 1 ? 'was' : 'were'} promised to us.`
          : null,
      ],
      open.length === 0
        ? 'What comes next, from whom, and by when?'
        : all.length === 1
          ? 'How will it make things better, and by how much?'
          : 'How will the rest make it better?',
    ),
    facts: factsOf({
      Done: String(done.length),
      'Under way or to come': String(open.length),
      Late: String(late.length),
      'Promised to scrutiny and late': promised > 0 && String(promised),
      'Effect claimed for what is left':
        claimedEffect(subject, open) > 0 && size(subject, claimedEffect(subject, open)),
    }),
    table: {
      caption: 'Actions, by the date they are due',
      head: ['Action', 'Owner', 'Due', 'Stands at', 'The line since'],
      rows: all
        .slice(0, 8)
        .map(action => [
          action.title,
          action.owner === ''
            ? `${action.organisation}, nobody named`
            : `${action.owner}, ${action.organisation}`,
          formatDate(action.dueOn),
          stateWords(action, subject.today),
          action.doneOn === null ? '–' : sinceWords(subject, action.doneOn),
        ]),
    },
    source,
  })
}

/** 'Five actions: two done, one late'. */
function progress({ all, done, late }: ActionTally, today: string): string {
  const only = all[0]
  if (all.length === 1 && only) {
    return `One action is recorded: it is ${isDone(only) ? 'done' : only.dueOn < today ? 'late' : STATES[only.status]}`
  }
  const behind = late.length > 0 ? `, ${howMany(late.length)} late` : ''
  return `${capitalised(counted(all.length, 'action'))}: ${howMany(done.length)} done${behind}`
}

const STATES = {
  'not-started': 'not started',
  'under-way': 'under way',
  done: 'done',
  paused: 'paused',
  dropped: 'dropped',
} as const

function stateWords(action: HeldAction, today: string): string {
  if (isDone(action)) return action.doneOn ? `done ${formatDate(action.doneOn)}` : 'done'
  return `${STATES[action.status]}${action.dueOn < today ? ', late' : ''}`
}

/** What the line did since the first of the actions was done. */
function lineSince(subject: Subject, done: readonly HeldAction[]) {
  const first = done.flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn])).sort()[0]
  const since = first === undefined ? null : sinceDay(subject, first)
  const latest = subject.latest
  if (since === null || since.direction === null || !latest) return null

  const words = {
    better: { short: 'has got better', sentence: 'The line has got better since' },
    worse: { short: 'has got worse', sentence: 'The line has got worse since' },
    'no-real-change': {
      short: 'has not moved',
      sentence: 'The line has not moved by more than chance since',
    },
  }[since.direction]
  return {
    short: words.short,
    sentence: `${words.sentence}: ${figure(subject, since.from)} then, ${figure(subject, latest.value)} now.`,
  }
}

function sinceWords(subject: Subject, doneOn: string): string {
  const since = sinceDay(subject, doneOn)
  if (since === null || since.direction === null) return 'too early to say'
  const change = { better: 'better', worse: 'worse', 'no-real-change': 'no real change' }[
    since.direction
  ]
  return `${change}, from ${figure(subject, since.from)}`
}
