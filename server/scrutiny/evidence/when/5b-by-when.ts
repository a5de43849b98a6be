import { capitalised, formatDate, formatGap, listOf, numberWord } from '../../../domain/format'
import { periodsUntil, presentSlope } from '../../../domain/crossing'
import { nextPeriod, periodLabel, periodsInYear, shiftPeriod } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, counted, labelOf, sharpened, target } from '../wording'
import { runRateWords } from '../year'
import { findMilestones, type Milestone } from './queries'

/** Further ahead than this a straight line is no guide. */
const YEARS_AHEAD = 10

export const byWhen = evidence('5b', findMilestones, showByWhen)

export function showByWhen(subject: Subject, milestones: readonly Milestone[]): Exhibit {
  const crossing = crossingOf(subject)
  const promised = promisedLabels(subject)
  const slipped = milestones.filter(({ firstDueOn, dueOn }) => dueOn > firstDueOn)
  const late = milestones.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < subject.today)
  const ahead = milestones.filter(({ doneOn, dueOn }) => doneOn === null && dueOn >= subject.today)

  return exhibit({
    missing: milestones.length === 0 && crossing === null,
    finding: crossing?.finding ?? gapFinding(subject, milestones.length, slipped.length),
    sharpened: sharpened(
      [
        promised.length > 0 ? `It was promised for ${listOf(promised)}.` : null,
        crossing?.sentence ?? targetSentence(subject),
        slipped.length > 0
          ? `${capitalised(counted(slipped.length, 'milestone'))} ${slipped.length === 1 ? 'has' : 'have'} been put off.`
          : null,
        milestones.length === 0 ? 'No milestone is set.' : null,
      ],
      questionFor(subject),
    ),
    facts: factsOf({
      'Present slope': crossing?.slope,
      Target:
        subject.latest && (subject.latest.target ? target(subject, subject.latest.target) : 'none'),
      'Target met at this slope': crossing?.when,
      'Promised before': promised.length > 0 && listOf(promised),
      'Milestones ahead': String(ahead.length),
      'Milestones late': String(late.length),
      'Milestones put off': String(slipped.length),
    }),
    table:
      milestones.length === 0
        ? null
        : {
            caption: 'Milestones',
            head: ['Milestone', 'First date', 'Date now', 'Done'],
            rows: milestones
              .slice(0, 8)
              .map(({ title, firstDueOn, dueOn, doneOn }) => [
                title,
                formatDate(firstDueOn),
                dueOn === firstDueOn ? 'the same' : formatDate(dueOn),
                doneOn ? formatDate(doneOn) : dueOn < subject.today ? 'late' : 'not yet',
              ]),
          },
    notes: runRateWords(subject) ? [runRateWords(subject)!] : [],
    source: asHeld(subject, 'the figures, the milestones and earlier answers'),
  })
}

function gapFinding(subject: Subject, milestones: number, slipped: number): string {
  const { latest, indicator } = subject
  if (indicator.polarity === 'context-only')
    return 'No way is better here, so there is no target to meet'
  if (latest?.target === null) return 'There is no target to meet'
  if (milestones === 0 && isMetNow(subject)) return metWords(subject)
  if (milestones === 0) return 'No milestone is set on the way to the target'
  return slipped === 0
    ? `${capitalised(counted(milestones, 'milestone'))} set, none put off`
    : `${capitalised(counted(slipped, 'milestone'))} of ${numberWord(milestones)} put off`
}

function questionFor(subject: Subject): string {
  if (subject.indicator.polarity === 'context-only') return 'When should we look at it again?'
  if (subject.latest?.target === null) return 'What should be reached, and by when?'
  return isMetNow(subject)
    ? 'By when will it be sure to stay there?'
    : 'By when will the target be met?'
}

/** Where the line has too few figures for a slope. */
function targetSentence(subject: Subject): string | null {
  if (subject.indicator.polarity === 'context-only')
    return 'It has no target, for neither way is better.'
  if (subject.latest?.target === null) return 'No target is set.'
  return isMetNow(subject) ? `${metWords(subject)}.` : null
}

function isMetNow({ latest }: Subject): boolean {
  return (latest?.judgement.gap ?? -1) >= 0
}

function metWords(subject: Subject): string {
  const { target: wanted = null, label = '' } = subject.latest ?? {}
  return `The target of ${target(subject, wanted)} was met in ${label}`
}

interface Crossing {
  finding: string
  sentence: string | null
  slope: string
  when: string
}

/** A running total starts afresh each year and a range has two sides: neither has one crossing. */
function crossingOf(subject: Subject): Crossing | null {
  const { indicator, history, latest, calendar, noun } = subject
  const value = latest?.target?.value ?? null
  const isEither =
    indicator.polarity === 'higher-is-better' || indicator.polarity === 'lower-is-better'
  if (!history || !latest || value === null || !isEither || indicator.shape === 'cumulative')
    return null

  const slope = presentSlope(
    history.figures.slice(0, latest.place + 1).map(each => each?.value ?? null),
  )
  if (slope === null) return null

  const until = periodsUntil(value, slope, indicator.polarity === 'higher-is-better')
  const words = slopeWords(subject, slope.perPeriod)
  const wanted = target(subject, latest.target)
  const isFar = until === null || until > YEARS_AHEAD * periodsInYear(indicator.frequency)

  if (isMetNow(subject)) {
    return {
      finding: metWords(subject),
      sentence: `${metWords(subject)}.`,
      slope: words,
      when: 'met already',
    }
  } else if (until === 0) {
    const next = periodLabel(nextPeriod(latest.period), calendar)
    return {
      finding: `The line is at the target, and ${latest.label} fell short of it`,
      sentence: `The line through the last figures is at ${wanted}.`,
      slope: words,
      when: `in ${next}`,
    }
  } else if (isFar) {
    return {
      finding: `At the present slope ${wanted} is not in sight`,
      sentence: `At the present slope, ${words}, ${wanted} is not in sight.`,
      slope: words,
      when: 'not in sight',
    }
  } else {
    const when = periodLabel(shiftPeriod(latest.period, until), calendar)
    return {
      finding: `At the present slope the target would be met in ${when}`,
      sentence: `At the present slope, ${words}, it would be met in ${when}, ${counted(until, noun)} on.`,
      slope: words,
      when: `in ${when}`,
    }
  }
}

function slopeWords(subject: Subject, perPeriod: number): string {
  const { unit, decimals } = subject.indicator
  const amount = formatGap(perPeriod, { unit, decimals: Math.min(6, decimals + 1) })
  const isFlat = Math.abs(perPeriod) < 0.5 * 10 ** -(decimals + 1)
  if (isFlat) return 'flat'
  return `${perPeriod > 0 ? 'up' : 'down'} ${amount} a ${subject.noun}`
}

/** The periods for which earlier answers promised something, in the order of the meetings. */
function promisedLabels(subject: Subject): string[] {
  const labels = subject.answers.flatMap(({ promisedFor }) =>
    promisedFor === null ? [] : [labelOf(subject, promisedFor)],
  )
  return [...new Set(labels)].slice(-3)
}
