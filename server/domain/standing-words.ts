import type { Amounts, Availability, Certainty } from './figure'
import { type FigureFormat, formatCount, formatDate, formatFigure, ordinal } from './format'
import { FEWER_CASES, isSmall } from './small-numbers'
import type { IsoDate } from './period'
import { formatTarget, type Status, STATUS_WORDS } from './status'
import type { Target } from './target'

interface Said {
  readonly figure: Amounts & { readonly certainty: Certainty; readonly availability: Availability }
  /** '2026/27 Q2'. */
  readonly label: string
  /** 'quarter'. */
  readonly noun: string
  readonly format: FigureFormat
  readonly target: Target | null
  readonly status: Status
  readonly periodsRunning: number
}

/** "71.1% (436 of 613) in 2026/27 Q2 against 80.0%: red, third quarter running." */
export function headlineOf(said: Said): string {
  const { figure, label, format, target, status } = said
  if (figure.value === null) {
    return absenceOf(figure, label)
  }

  const actual = `${formatFigure(figure.value, format)}${bracketOf(figure)} in ${label}`
  if (status === 'context-only') {
    return `${actual}: for context, not judged.`
  } else if (status === 'no-target') {
    return `${actual}: no target is set.`
  } else {
    return `${actual} against ${formatTarget(target, format)}: ${verdictOf(said)}.`
  }
}

/** Why there is nothing to judge, in a sentence. */
export function absenceOf({ availability, denominator }: Said['figure'], label: string): string {
  if (availability === 'not-applicable') {
    return `Not applicable in ${label}.`
  } else if (availability === 'suppressed') {
    return `The figure for ${label} is suppressed because it is too small to show.`
  } else if (denominator === 0) {
    return `There were no cases in ${label}, so there is no figure.`
  } else {
    return `No figure is held for ${label}.`
  }
}

/** "No figure for 2026/27 Q3, due on 14 February 2027. Before that: 71.1% …" */
export function overdueHeadline(label: string, dueOn: IsoDate, before: string | null): string {
  const missing = `No figure for ${label}, due on ${formatDate(dueOn)}.`
  return before === null ? missing : `${missing} Before that: ${before}`
}

function bracketOf({ numerator, denominator, certainty }: Said['figure']): string {
  const parts: string[] = []
  if (numerator !== null && denominator !== null) {
    parts.push(countsText(numerator, denominator))
  }
  if (certainty === 'provisional') parts.push('provisional')
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

/**
 * Kept sentences are read by everybody, so small numbers are masked in them (domain.md 3): beside
 * the rate, one of the two counts would give the other away.
 */
function countsText(numerator: number, denominator: number): string {
  return isSmall(numerator) || isSmall(denominator)
    ? FEWER_CASES
    : `${formatCount(numerator)} of ${formatCount(denominator)}`
}

function verdictOf({ status, periodsRunning, noun }: Said): string {
  const word = STATUS_WORDS[status].toLowerCase()
  return periodsRunning > 1 ? `${word}, ${ordinal(periodsRunning)} ${noun} running` : word
}
