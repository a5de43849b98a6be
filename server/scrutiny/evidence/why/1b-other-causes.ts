import { capitalised, listOf, numberWord } from '../../../domain/format'
import { DIRECTION_WORDS } from '../../../domain/direction'
import { STATUS_WORDS } from '../../../domain/status'
import { groupAt } from '../benchmarks'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { reasonSentence, reasonsOf } from '../reasons'
import type { Subject } from '../subject'
import { asHeld, closed, figure, labelOf, nearLabel, percent, sharpened, titled } from '../wording'
import { findSurroundings, type Surroundings } from './queries'

/** Less than this is demand as usual. */
const DEMAND_NOTICED = 0.02

export const otherCauses = evidence('1b', findSurroundings, showOtherCauses)

export function showOtherCauses(subject: Subject, held: Surroundings): Exhibit {
  const reasons = reasonsOf(subject)
  const demand = demandChange(subject)
  const moved = held.linked.filter(({ standing }) => isMoved(subject, standing))
  const group = groupAt(held.peers)
  const breakNote = lastBreak(subject)
  const repeat = reasonSentence(subject)
  const given = [...(reasons.now ? [reasons.now] : []), ...reasons.before]
  const missing =
    given.length === 0 && demand === null && held.linked.length === 0 && group === null

  return exhibit({
    missing,
    finding: findingFor(subject, { repeat, demand, moved: moved.map(({ title }) => title) }),
    sharpened: sharpened(
      [
        repeat ?? noReason(subject),
        demand === null ? null : demandSentence(demand),
        movedSentence(moved.map(({ title }) => title)),
      ],
      questionFor(subject, repeat !== null || reasons.now !== null),
    ),
    facts: factsOf({
      'Reason given this time':
        reasons.now === null ? 'none' : capitalised(reasons.now.cause ?? 'in words only'),
      'Demand since last year': demand === null ? null : demandWords(demand),
      'Median of like areas':
        group &&
        `${figure(subject, group.median)} (${group.areas} areas, ${labelOf(subject, group.starts)})`,
      'Linked measures that moved': moved.length > 0 && `${moved.length} of ${held.linked.length}`,
      'Last break in the line': breakNote,
    }),
    table:
      given.length === 0
        ? null
        : {
            caption: 'Reasons given, latest first',
            head: ['Period', 'Cause', 'In their words'],
            rows: given.map(({ starts, cause, text }) => [
              labelOf(subject, starts),
              cause === null
                ? 'not named'
                : `${capitalised(cause)}${cause === reasons.repeated?.cause ? ' (again)' : ''}`,
              text === '' ? '–' : closed(text),
            ]),
          },
    notes: [
      ...(reasons.repeated ? [repeatNote(subject, reasons.repeated)] : []),
      ...moved.map(({ title, standing }) => {
        const way = standing!.directionPrevious!
        return `${title}: ${DIRECTION_WORDS[way].toLowerCase()} than the period before, ${STATUS_WORDS[standing!.status].toLowerCase()}.`
      }),
    ],
    source: asHeld(
      subject,
      'the returns, the links between measures and the figures of like areas',
    ),
  })
}

function findingFor(
  subject: Subject,
  { repeat, demand, moved }: { repeat: string | null; demand: number | null; moved: string[] },
): string {
  const { now, repeated } = reasonsOf(subject)
  if (repeated !== null) {
    return `${capitalised(repeated.cause)} has been the reason ${times(repeated.starts.length)}`
  } else if (demand !== null && demand >= DEMAND_NOTICED) {
    return `Demand is up ${percent(demand)} in a year`
  } else if (moved.length > 0) {
    return `${moved.length === 1 ? 'A linked measure' : `${capitalised(numberWord(moved.length))} linked measures`} moved at the same time`
  } else if (repeat !== null && now !== null) {
    return `One reason is given, ${now.cause}, and nothing held here bears it out`
  } else {
    return noReason(subject).replace(/\.$/, '')
  }
}

function noReason(subject: Subject): string {
  const { latest, absence, label } = subject
  const { now } = reasonsOf(subject)
  if (absence !== null || latest === undefined) {
    return `There is no figure for ${label} to explain yet.`
  } else if (isMet(subject)) {
    return 'It is on target, so no reason was asked for.'
  } else if (latest.judgement.gap === null) {
    return 'It is held to no target, so no reason was asked for.'
  } else if (now === null) {
    return `No reason was given for ${latest.label}.`
  } else {
    return now.text === ''
      ? `The reason given for ${latest.label} is only that it is ${now.cause}.`
      : `A reason was given for ${latest.label} in words, and no cause named.`
  }
}

function questionFor(subject: Subject, isExplained: boolean): string {
  if (subject.absence !== null || subject.latest === undefined) {
    return 'What do you expect it to show, and why?'
  } else if (isMet(subject)) {
    return 'What explains it, and will it last?'
  } else {
    return isExplained
      ? 'What else could explain it?'
      : 'What explains it, and what has been ruled out?'
  }
}

function isMet({ latest }: Subject): boolean {
  return (latest?.judgement.gap ?? -1) >= 0
}

const times = (count: number) => (count === 2 ? 'twice' : `${numberWord(count)} times`)

/** "Staffing was the reason in Q4, Q1 and Q2: the same reason again." */
function repeatNote(
  subject: Subject,
  { cause, starts }: { cause: string; starts: readonly string[] },
) {
  const when = listOf([...starts].reverse().map(each => nearLabel(subject, each)))
  return `${capitalised(cause)} was the reason in ${when}: the same reason again.`
}

/**
 * Growth of the denominator on the same period last year, or null where it is not held. What a rate
 * per 1,000 is out of is a population, and no demand. A provisional count may lack a month, and is
 * compared with nothing.
 */
export function demandChange({ history, latest, indicator }: Subject): number | null {
  if (indicator.per >= 1000) return null
  const before = latest && history?.figures[latest.place - history.inYear]
  if (!latest?.denominator || !before?.denominator) return null
  if (latest.certainty === 'provisional' || before.certainty === 'provisional') return null
  return latest.denominator / before.denominator - 1
}

function demandWords(demand: number): string {
  if (Math.abs(demand) < 0.005) return 'the same'
  return demand > 0 ? `up ${percent(demand)}` : `down ${percent(-demand)}`
}

function demandSentence(demand: number): string | null {
  if (Math.abs(demand) < DEMAND_NOTICED) return 'Demand is much as it was a year ago.'
  return demand > 0
    ? `Demand rose ${percent(demand)} in a year.`
    : `Demand fell ${percent(-demand)} in a year.`
}

function movedSentence(titles: readonly string[]): string | null {
  return titles[0] === undefined ? null : `${titled(titles[0])} moved at the same time.`
}

/** A linked measure's real change, in or since the period looked at. */
function isMoved(subject: Subject, standing: Surroundings['linked'][number]['standing']): boolean {
  const way = standing?.directionPrevious
  return (
    (way === 'better' || way === 'worse') &&
    (standing?.starts ?? '') >= (subject.latest?.starts ?? subject.starts)
  )
}

function lastBreak({ indicator, starts, ...subject }: Subject): string | null {
  const last = indicator.breaks.filter(one => one.starts <= starts).at(-1)
  return last
    ? `${labelOf({ indicator, starts, ...subject }, last.starts)}: ${closed(last.note)}`
    : null
}
