import type { Actual } from '../../database/tables/performance'
import { FIGURE_STATE_WORDS, REASON_WORDS } from '../../domain/figure'
import { formatDate } from '../../domain/format'
import type { Actor } from '../../domain/people'
import { arithmeticOf, judge, STATUS_WORDS } from '../../domain/status'
import { countsText } from '../indicators/words'
import { seenFigure, seenText } from '../indicators/seen'
import type { DueActual } from './due'
import { yardstickOf } from './explanation'

/** Who did what, by their ids: for those who are signed in. */
export interface Names {
  [id: string]: string
}

/** One version in words: figure, counts, status and its arithmetic, and who did what when. */
export function shownFigure(due: DueActual, held: Actual, names: Names, actor: Actor | null) {
  const { indicator } = due
  const figure = seenFigure(held, indicator, actor)
  const yardstick = yardstickOf(due)
  const judged = figure.value === null ? null : judge(figure.value, yardstick)
  return {
    state: FIGURE_STATE_WORDS[figure.state],
    figure: seenText(held, indicator, actor),
    counts: countsText(figure, actor),
    certainty: figure.availability === 'figure' ? figure.certainty : 'final',
    status: judged?.status ?? null,
    word: judged ? STATUS_WORDS[judged.status] : '',
    why: judged ? arithmeticOf(judged, yardstick, indicator) : '',
    reason: [
      figure.reasonCode ? REASON_WORDS[figure.reasonCode as keyof typeof REASON_WORDS] : '',
      figure.reasonText || figure.availabilityNote,
    ].filter(Boolean),
    promised: figure.promisedOn && formatDate(figure.promisedOn),
    revisionReason: figure.revisionReason,
    history: [
      step('Entered', figure.enteredBy, figure.enteredAt, names),
      step('Submitted', figure.submittedBy, figure.submittedAt, names),
      step('Approved', figure.approvedBy, figure.approvedAt, names),
      step('Published', figure.publishedBy, figure.publishedAt, names),
    ].filter(line => line !== null),
  }
}

function step(what: string, id: string | null, at: Date | null, names: Names): string | null {
  if (!at) return null
  const who = id && names[id] ? ` by ${names[id]}` : ''
  return `${what}${who} on ${formatDate(at.toISOString().slice(0, 10))}`
}
