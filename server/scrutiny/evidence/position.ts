import { type Calendar, type IsoDate, type Period, periodLabel } from '../../domain/period'
import type { Certainty } from '../../domain/figure'
import type { History } from '../../domain/standing-history'
import type { Judgement } from '../../domain/status'
import type { Target } from '../../domain/target'

/** So many periods back a councillor is told how often the target was missed. */
const LOOKED_BACK = 8

/** The latest figure of a series, and how it stands among those before it. */
export interface Position {
  readonly place: number
  readonly period: Period
  readonly starts: IsoDate
  /** '2026/27 Q2' */
  readonly label: string
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
  readonly certainty: Certainty
  readonly target: Target | null
  readonly judgement: Judgement
  /** Periods in a row short of the target, this one included: red or amber alike. */
  readonly run: number
  /** The target was the same all through the run. */
  readonly sameTarget: boolean
  /** Of the last eight periods that could be judged. */
  readonly missed: number
  readonly judged: number
  readonly red: number
  /** Largest and smallest of the run. */
  readonly runHigh: number
  readonly runLow: number
  /** Largest and smallest of all. */
  readonly high: number
  readonly low: number
}

/** Undefined where no period has a value. */
export function positionOf(history: History, calendar: Calendar): Position | undefined {
  const place = history.figures.findLastIndex(figure => (figure?.value ?? null) !== null)
  const figure = history.figures[place]
  const judgement = history.judgedAt(place)
  if (!figure || figure.value === null || judgement === null) return undefined

  const run = runTo(history, place)
  const inRun = valuesBetween(history, place - Math.max(0, run - 1), place)
  const all = valuesBetween(history, 0, place)
  const judgements = judgedBefore(history, place)
  const period = history.periodAt(place)
  return {
    place,
    period,
    starts: history.startsAt(place),
    label: periodLabel(period, calendar),
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    certainty: figure.certainty,
    target: history.targetAt(place),
    judgement,
    run,
    sameTarget: isSameTarget(history, place, run),
    missed: judgements.filter(isShort).length,
    judged: judgements.length,
    red: redRun(history, place),
    runHigh: Math.max(...inRun),
    runLow: Math.min(...inRun),
    high: Math.max(...all),
    low: Math.min(...all),
  }
}

/** Red or amber: the target was missed, by much or by little. */
export function isShort(judgement: Judgement | null): boolean {
  return judgement?.status === 'red' || judgement?.status === 'amber'
}

/** A period without a figure ends a run: nobody knows what it would have been. */
function runTo(history: History, place: number): number {
  let from = place
  while (from >= 0 && isShort(history.judgedAt(from))) from--
  return place - from
}

function redRun(history: History, place: number): number {
  let from = place
  while (from >= 0 && history.judgedAt(from)?.status === 'red') from--
  return place - from
}

function isSameTarget(history: History, place: number, run: number): boolean {
  const now = JSON.stringify(history.targetAt(place))
  for (let at = place - run + 1; at < place; at++) {
    if (JSON.stringify(history.targetAt(at)) !== now) return false
  }
  return true
}

function judgedBefore(history: History, place: number): Judgement[] {
  const judged: Judgement[] = []
  for (let at = place; at >= 0 && judged.length < LOOKED_BACK; at--) {
    const judgement = history.judgedAt(at)
    if (judgement?.gap != null) judged.push(judgement)
  }
  return judged
}

function valuesBetween(history: History, from: number, to: number): number[] {
  return history.figures
    .slice(from, to + 1)
    .flatMap(figure => (figure?.value == null ? [] : [figure.value]))
}
