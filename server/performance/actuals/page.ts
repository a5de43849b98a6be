import type { Actual } from '../../database/tables/performance'
import type { Actor } from '../../domain/people'
import { periodLabel, periodStarting } from '../../domain/period'
import { mayFor } from '../../domain/permissions'
import { formatTarget } from '../../domain/status'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { seenText } from '../indicators/seen'
import { type DueActual, figureAddress, whyShut } from './due'
import { enteredOf, formOf } from './entry-form'
import type { LineState } from './line-queries'
import { linesBeside } from './lines'
import type { Outlook } from './outlook'
import { withdrawnText } from '../withdrawals/words'
import { hadAHandIn } from './approval'
import { type Names, shownFigure } from './versions'

/** Who looks, on what day, with what they may see besides the figure itself. */
export interface Onlooker {
  actor: Actor | null
  today: string
  names: Names
  outlook: Outlook | null
  /** Every line of the measure in this period; none where they are not shown. */
  lines: readonly LineState[]
}

export type ActualPage = Page & ReturnType<typeof contentOf>

export function actualPage(
  due: DueActual,
  onlooker: Onlooker,
  entered?: Entered,
  errors: FieldErrors = {},
): ActualPage {
  return {
    ...contentOf(due, onlooker, entered ?? enteredOf(due, onlooker.outlook)),
    errors,
  }
}

function contentOf(due: DueActual, onlooker: Onlooker, entered: Entered) {
  const { area, indicator, series, period, calendar, owner, open, published } = due
  const { actor, names, today, outlook, lines } = onlooker
  const label = periodLabel(period, calendar)
  const values = { area: area.slug, reference: indicator.reference }
  const heading = [indicator.title, series.label].filter(Boolean).join(': ')
  const enters = mayFor(actor, 'actuals.enter', owner.id)
  const shut = whyShut(due, today)
  const editable = (!open || canSubmit(due)) && shut === null && enters

  return {
    title: `${heading}, ${label}`,
    trail: [
      { text: area.name, href: to(paths.scorecard, values) },
      { text: indicator.title, href: to(paths.indicator, values) },
      { text: [series.label, label].filter(Boolean).join(', ') },
    ],
    heading,
    label,
    reference: indicator.reference,
    owner: owner.name,
    unit: indicator.unit,
    target: due.target ? formatTarget(due.target, indicator) : 'none set',
    before: due.before.map(figure => beforeRow(due, figure, actor)),
    shown: published ? shownFigure(due, published, names, actor) : null,
    earlier: due.versions
      .filter(({ state }) => state !== 'published')
      .map(figure => shownFigure(due, figure, names, actor)),
    withdrawals: due.withdrawals.map(withdrawnText),
    inHand: open
      ? { ...shownFigure(due, open, names, actor), returnComment: open.returnComment }
      : null,
    form: editable && outlook ? formOf(due, outlook, entered) : null,
    shut: enters ? shut : null,
    steps: stepsOf(due, actor),
    lines: linesBeside(due, lines, actor),
    links: { indicator: to(paths.indicator, values) },
  }
}

/** Only the buttons that this person may press now: the commands themselves refuse all others. */
function stepsOf(due: DueActual, actor: Actor | null) {
  const { open, published, owner, closed } = due
  const may = (action: Parameters<typeof mayFor>[1]) => mayFor(actor, action, owner.id)
  const approves = may('actuals.approve')
  const publishes = may('actuals.publish')
  const theirOwn = open !== undefined && hadAHandIn(open, actor)
  const given = (path: string, when: boolean | undefined) =>
    when ? figureAddress(due, path) : null

  return {
    submit: given(paths.actualSubmission, canSubmit(due) && !closed && may('actuals.submit')),
    approve: given(paths.actualApproval, open?.state === 'submitted' && approves && !theirOwn),
    ownEntry: open?.state === 'submitted' && approves && theirOwn,
    sendBack: given(
      paths.actualReturn,
      (open?.state === 'submitted' || open?.state === 'approved') && approves,
    ),
    publish: given(
      paths.actualPublication,
      open?.state === 'approved' && publishes && !theirOwn && open.approvedBy !== actor?.id,
    ),
    remove: given(paths.actualRemoval, canSubmit(due) && may('actuals.enter')),
    withdraw: given(paths.actualWithdrawal, published !== undefined && publishes),
  }
}

function canSubmit({ open }: DueActual): boolean {
  return open?.state === 'draft' || open?.state === 'returned'
}

function beforeRow({ indicator, calendar }: DueActual, figure: Actual, actor: Actor | null) {
  const { frequency } = indicator
  const label = periodLabel(periodStarting(figure.starts, frequency, calendar), calendar)
  return { label, value: seenText(figure, indicator, actor) }
}
