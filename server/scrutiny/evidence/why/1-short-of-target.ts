import { capitalised, formatGap, numberWord, ordinal, plural } from '../../../domain/format'
import { arithmeticOf } from '../../../domain/status'
import { breakdownTable, hiddenNote, KIND_NOUNS, kindsIn, shown, slicesOf } from '../breakdown'
import { type BreakdownRow, findBreakdown } from '../breakdown-queries'
import { casesShort, casesWords } from '../cases'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { linePicture } from '../line-picture'
import type { Position } from '../position'
import { reasonSentence, reasonsOf } from '../reasons'
import { stateOf } from '../state'
import type { Subject } from '../subject'
import {
  bareWithCounts,
  closed,
  counted,
  figure,
  figureWithCounts,
  fromReturn,
  labelOf,
  missWord,
  nearLabel,
  sharpened,
  size,
  span,
  target,
  worseSide,
} from '../wording'
import { withoutFigure, withoutTarget } from './no-judgement'
import { notShort } from './on-target'

export const shortOfTarget = evidence('1', findBreakdown, showShortOfTarget)

export function showShortOfTarget(subject: Subject, rows: readonly BreakdownRow[]): Exhibit {
  const { latest, absence } = subject

  if (absence !== null || latest === undefined) {
    return withoutFigure(subject)
  } else if (latest.judgement.gap === null) {
    return withoutTarget(subject, latest)
  } else if (latest.judgement.gap >= 0) {
    return notShort(subject, latest)
  } else {
    return short(subject, latest, rows)
  }
}

function short(subject: Subject, latest: Position, rows: readonly BreakdownRow[]): Exhibit {
  const { finding, question, because } = saying(subject, latest)
  const { indicator } = subject
  const cases = casesShort(latest, latest.target, indicator)
  const reasons = reasonsOf(subject)
  const [kind] = kindsIn(rows)
  const slices = kind ? slicesOf(subject, rows, kind) : []
  const worst = slices.filter(slice => slice.short !== null || slice.hidden !== null).slice(0, 6)
  const { lower, upper, drawn } = subject.process

  return exhibit({
    finding,
    sharpened: sharpened([...because, reasonSentence(subject)], question),
    ...linePicture(subject),
    facts: factsOf({
      Actual: `${figureWithCounts(subject, latest)}${latest.certainty === 'provisional' ? ', provisional' : ''}`,
      Target: target(subject, latest.target),
      [indicator.polarity === 'lower-is-better' ? 'Over by' : 'Short by']: size(
        subject,
        latest.judgement.gap,
      ),
      'In cases': cases !== null && casesWords(cases, indicator),
      'Missed its target': `${latest.missed} of the last ${plural(latest.judged, subject.noun)}`,
      [`Usual range${indicator.shape === 'cumulative' ? ` of one ${subject.noun}` : ''}`]:
        drawn && span(subject, lower, upper),
      'Reason given': reasons.now ? capitalised(reasons.now.cause ?? 'in words only') : 'none',
    }),
    table: kind && shown(worst).length > 0 ? breakdownTable(subject, worst, kind) : null,
    notes: [
      arithmeticOf(
        latest.judgement,
        { ...subject.input.definition, target: latest.target },
        indicator,
      ),
      ...(reasons.now?.text ? [`In the partner’s words: “${closed(reasons.now.text)}”`] : []),
      ...(kind && shown(worst).length > 0 ? spread(subject, slices, kind) : []),
    ],
    source: fromReturn(subject),
  })
}

function spread(
  subject: Subject,
  slices: ReturnType<typeof slicesOf>,
  kind: keyof typeof KIND_NOUNS,
): string[] {
  const judged = shown(slices).filter(({ status }) => status !== null && status !== 'no-target')
  const missed = judged.filter(({ short }) => short !== null).length
  const { one, many } = KIND_NOUNS[kind]
  return judged.length === 0
    ? hiddenNote(slices)
    : [
        `${missed} of ${judged.length === 1 ? `1 ${one}` : `${judged.length} ${many}`} ${missed === 1 ? 'misses' : 'miss'} the target in ${subject.latest!.label}.`,
        ...hiddenNote(slices),
      ]
}

interface Saying {
  finding: string
  because: (string | null)[]
  question: string
}

/** A steady miss, a signal and ordinary variation want three different questions (method.md). */
function saying(subject: Subject, latest: Position): Saying {
  const { noun } = subject
  const now = figure(subject, latest.value)

  switch (stateOf(subject)) {
    case 'worsening':
      return {
        finding: `A real ${wayOf(subject)} ${sinceWords(subject, latest)}, not an ordinary bad ${noun}`,
        because: [standing(subject, latest), runSentence(latest, noun)],
        question: `What changed in ${sinceNear(subject)}?`,
      }
    case 'steady-miss':
      return {
        finding: `Not a bad ${noun}: a steady shortfall`,
        because: [runOpening(subject, latest)],
        question: `What is it about how the service is built that gives ${now}?`,
      }
    case 'hit-and-miss':
      return {
        finding:
          latest.missed === latest.judged
            ? `Ordinary variation: it usually runs from ${range(subject)}, so the target is just within its reach`
            : `Ordinary variation: it usually runs from ${range(subject)}, so it hits and misses by chance`,
        because: [standing(subject, latest), missedSentence(latest, noun)],
        question: 'What would make it reliable?',
      }
    case 'improving':
      return {
        finding: `Getting better, but still ${size(subject, latest.judgement.gap)} from the target`,
        because: [standing(subject, latest), 'The improvement is more than ordinary variation.'],
        question: 'What is still in the way?',
      }
    default:
      return {
        finding: `${offBy(subject, latest)}${latest.run > 1 ? `, ${ordinal(latest.run)} ${noun} running` : ''}`,
        because: [standing(subject, latest), runSentence(latest, noun)],
        question: 'Why?',
      }
  }
}

/** 'Short of the target by 8.9 points', 'Over the target by 3 days'. */
function offBy({ indicator }: Subject, { judgement }: Position): string {
  const off = {
    short: 'Short of the target',
    over: 'Over the target',
    outside: 'Outside the range',
  }
  return `${off[missWord(indicator.polarity)]} by ${formatGap(judgement.gap, indicator)}`
}

/** "71.1% (436 of 613) against 80.0%: 54 people short." */
function standing(subject: Subject, latest: Position): string {
  const cases = casesShort(latest, latest.target, subject.indicator)
  const short =
    cases === null
      ? `${size(subject, latest.judgement.gap)} ${missWord(subject.indicator.polarity)}`
      : casesWords(cases, subject.indicator)
  return `${bareWithCounts(subject, latest)} against ${target(subject, latest.target)}: ${short}.`
}

function runSentence({ run }: Position, noun: string): string | null {
  return run > 1 ? `It has missed ${counted(run, noun)} running.` : null
}

/** "It missed in six of the last eight quarters." */
function missedSentence({ missed, judged }: Position, noun: string): string {
  const among = missed === judged ? 'each' : numberWord(missed)
  return `It missed in ${among} of the last ${counted(judged, noun)}.`
}

/** "Twelve quarters below 80.0%, never above 74.0%." */
function runOpening(subject: Subject, latest: Position): string {
  if (latest.run < 3) {
    return `It runs from ${range(subject)}, and ${target(subject, latest.target)} is wanted.`
  }
  const periods = capitalised(counted(latest.run, subject.noun))
  const missed = latest.sameTarget
    ? `${worseSide(subject.indicator.polarity)} ${target(subject, latest.target)}`
    : 'short of the target'
  return `${periods} ${missed}${neverBeyond(subject, latest)}.`
}

function neverBeyond(subject: Subject, { runHigh, runLow }: Position): string {
  switch (subject.indicator.polarity) {
    case 'higher-is-better':
      return `, never above ${figure(subject, runHigh)}`
    case 'lower-is-better':
      return `, never below ${figure(subject, runLow)}`
    default:
      return ''
  }
}

function range(subject: Subject): string {
  const { lower, upper } = subject.process
  return span(subject, lower, upper)
}

function wayOf({ process, latest }: Subject): 'fall' | 'rise' {
  const points = process.points.filter(({ value }) => value !== null)
  const last = points.at(-1)!.value!
  const isTrend = points.at(-1)!.flag === 'trend'
  const from = isTrend ? points.at(-2)!.value! : (process.mean ?? latest!.value)
  return last < from ? 'fall' : 'rise'
}

/** The first period of the run of signals that the latest figure ends. */
function sinceStarts({ process, history, starts }: Subject): string {
  let place = process.points.length - 1
  while (
    place > 0 &&
    process.points[place - 1]!.flag !== null &&
    process.points[place - 1]!.meaning === process.points[place]!.meaning
  ) {
    place--
  }
  return history?.startsAt(place) ?? starts
}

function sinceWords(subject: Subject, latest: Position): string {
  const starts = sinceStarts(subject)
  return `${starts === latest.starts ? 'in' : 'since'} ${labelOf(subject, starts)}`
}

function sinceNear(subject: Subject): string {
  return nearLabel(subject, sinceStarts(subject))
}
