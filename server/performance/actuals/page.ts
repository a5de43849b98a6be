import type { Actual } from '../../database/tables/performance'
import {
  AVAILABILITY_WORDS,
  FIGURE_STATE_WORDS,
  REASON_CODES,
  REASON_WORDS,
} from '../../domain/figure'
import { formatCount, formatDate, formatFigure } from '../../domain/format'
import type { Actor } from '../../domain/people'
import { periodLabel, periodSlug, periodStarting } from '../../domain/period'
import { mayFor } from '../../domain/permissions'
import { formatTarget, judge } from '../../domain/status'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { DueActual } from './due'
import { asksForCounts, yardstickOf } from './forms'

interface Names {
  [id: string]: string
}

export type ActualPage = Page & ReturnType<typeof contentOf>

export function actualPage(
  due: DueActual,
  actor: Actor | null,
  names: Names,
  entered?: Entered,
  errors: FieldErrors = {},
): ActualPage {
  return { ...contentOf(due, actor, names, entered ?? enteredOf(due)), errors }
}

function contentOf(due: DueActual, actor: Actor | null, names: Names, entered: Entered) {
  const { area, indicator, period, calendar, owner, open, published } = due
  const label = periodLabel(period, calendar)
  const values = {
    area: area.slug,
    reference: indicator.reference,
    period: periodSlug(period, calendar),
  }
  const may = mayFor.bind(null, actor)

  return {
    title: `${indicator.title}, ${label}`,
    trail: [
      { text: area.name, href: to(paths.scorecard, values) },
      { text: indicator.title, href: to(paths.indicator, values) },
      { text: label },
    ],
    heading: indicator.title,
    label,
    reference: indicator.reference,
    owner: owner.name,
    unit: indicator.unit,
    target: due.target ? formatTarget(due.target, indicator) : 'none set',
    before: due.before.map(figure => beforeRow(due, figure)),
    shown: published ? shownFigure(due, published, names) : null,
    earlier: due.versions
      .filter(({ state }) => state !== 'published')
      .map(figure => shownFigure(due, figure, names)),
    inHand: open ? { ...shownFigure(due, open, names), returnComment: open.returnComment } : null,
    form: mayEdit(due, actor) ? formOf(due, entered) : null,
    closed: due.closed,
    steps: {
      submit:
        canSubmit(due) && may('actuals.submit', owner.id)
          ? to(paths.actualSubmission, values)
          : null,
      approve:
        open?.state === 'submitted' &&
        may('actuals.approve', owner.id) &&
        open.enteredBy !== actor?.id
          ? to(paths.actualApproval, values)
          : null,
      sendBack:
        (open?.state === 'submitted' || open?.state === 'approved') &&
        may('actuals.approve', owner.id)
          ? to(paths.actualReturn, values)
          : null,
      publish:
        open?.state === 'approved' && may('actuals.publish', owner.id)
          ? to(paths.actualPublication, values)
          : null,
      withdraw:
        published && may('actuals.publish', owner.id) ? to(paths.actualWithdrawal, values) : null,
    },
    links: { indicator: to(paths.indicator, values) },
  }
}

function canSubmit({ open }: DueActual): boolean {
  return open?.state === 'draft' || open?.state === 'returned'
}

function mayEdit(due: DueActual, actor: Actor | null): boolean {
  const editable = !due.open || canSubmit(due)
  return editable && !due.closed && mayFor(actor, 'actuals.enter', due.owner.id)
}

function enteredOf({ open, published, versions }: DueActual): Entered {
  const held = open ?? published
  return {
    ...held,
    edit: open?.edit ?? 0,
    revisionReason: open?.revisionReason ?? '',
    ...(!open && versions.length > 0 && { certainty: 'final' }),
  }
}

function formOf(due: DueActual, entered: Entered) {
  const { indicator, versions } = due
  return {
    counts: asksForCounts(due),
    numeratorLabel: indicator.numeratorLabel,
    denominatorLabel: indicator.denominatorLabel,
    entered,
    reasons: REASON_CODES.map(value => ({ value, text: REASON_WORDS[value] })),
    lastReason: lastReasonOf(due),
    revises: versions.length > 0,
    availability: String(entered.availability ?? 'figure'),
  }
}

/** Shown beside the reason asked for, because the same reason given again is worth noticing. */
function lastReasonOf({ before, indicator, calendar }: DueActual): string | null {
  const last = before.find(({ reasonText }) => reasonText !== '')
  if (!last) return null
  const label = periodLabel(periodStarting(last.starts, indicator.frequency, calendar), calendar)
  return `${label}: ${last.reasonText}`
}

function beforeRow({ indicator, calendar }: DueActual, { starts, value, availability }: Actual) {
  const label = periodLabel(periodStarting(starts, indicator.frequency, calendar), calendar)
  return {
    label,
    value:
      availability === 'figure' ? formatFigure(value, indicator) : AVAILABILITY_WORDS[availability],
  }
}

/** One version in words: figure, counts, status, and who did what when. */
function shownFigure(due: DueActual, figure: Actual, names: Names) {
  const { indicator } = due
  return {
    state: FIGURE_STATE_WORDS[figure.state],
    figure:
      figure.availability === 'figure'
        ? formatFigure(figure.value, indicator)
        : AVAILABILITY_WORDS[figure.availability],
    counts:
      figure.numerator === null
        ? null
        : `${formatCount(figure.numerator)} of ${formatCount(figure.denominator!)}`,
    certainty: figure.certainty,
    status: figure.value === null ? null : judge(figure.value, yardstickOf(due)).status,
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
