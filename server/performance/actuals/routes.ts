import type { Actual } from '../../database/tables/performance'
import { OPEN_FOR_ENTRY } from '../../domain/figure'
import { formatFigure } from '../../domain/format'
import { periodLabel } from '../../domain/period'
import { type Action, mayFor } from '../../domain/permissions'
import { notAllowed, wrongInput } from '../../domain/refusal'
import { get, post, type Route, type Visit } from '../../people/visit'
import { submit } from '../../web/forms'
import { paths } from '../../web/paths'
import { page, refusedForm, type Reply, seeOther } from '../../web/reply'
import { approveActual, returnActual, submitActual } from './approval'
import { conflictPage } from './conflict'
import { type DueActual, figureAddress, getDue, whyShut } from './due'
import { recordActual } from './entry'
import { lackingIn } from './explanation'
import { type ActualForm, readActual } from './forms'
import { findLinesBeside } from './lines'
import { findOutlook } from './outlook'
import { actualPage, type Onlooker } from './page'
import { publishActual, withdrawActual } from './publication'
import { findNames } from './queries'
import { removeDraft } from './removal'
import { commentForm, withdrawalForm } from './step-forms'

const VIEW = 'performance/actuals/actual'

export function actualRoutes(): Route[] {
  return [
    get(paths.actual, 'published.read', async visit => {
      const due = await getDue(visit)
      return page(VIEW, actualPage(due, await onlookerOf(visit, due)))
    }),

    post(paths.actual, 'actuals.enter', async visit => {
      const due = await dueFor(visit, 'actuals.enter')
      const shut = whyShut(due, visit.today)
      if (shut !== null) throw wrongInput(shut)
      const submission = readActual(due, visit.body, visit.today)
      if (!submission.ok) {
        const { entered, errors } = submission
        return refusedForm(VIEW, actualPage(due, await onlookerOf(visit, due), entered, errors))
      }
      return save(visit, due, submission.form)
    }),

    post(paths.actualSubmission, 'actuals.submit', async visit => {
      const due = await dueFor(visit, 'actuals.submit')
      const errors =
        due.open && OPEN_FOR_ENTRY.includes(due.open.state) ? lackingIn(due, due.open) : {}
      if (Object.keys(errors).length > 0) return again(visit, due, { errors })
      await submitActual(visit.db, visit.actor!, due)
      return back(due, `Sent to ${due.owner.name}’s approver`)
    }),

    post(paths.actualApproval, 'actuals.approve', async visit => {
      const due = await dueFor(visit, 'actuals.approve')
      await approveActual(visit.db, visit.actor!, due)
      return back(due, 'Approved. The partnership manager can now publish it')
    }),

    post(paths.actualReturn, 'actuals.approve', async visit => {
      const due = await dueFor(visit, 'actuals.approve')
      const submission = submit(commentForm, visit.body)
      if (!submission.ok) return again(visit, due, submission)
      await returnActual(visit.db, visit.actor!, due, submission.form.comment)
      return back(due, 'Sent back to be corrected')
    }),

    post(paths.actualPublication, 'actuals.publish', async visit => {
      const due = await dueFor(visit, 'actuals.publish')
      await publishActual(visit.db, visit.actor!, due)
      return back(due, 'Published. Everybody can see it now')
    }),

    post(paths.actualRemoval, 'actuals.enter', async visit => {
      const due = await dueFor(visit, 'actuals.enter')
      await removeDraft(visit.db, visit.actor!, due)
      return back(due, 'The draft is dropped')
    }),

    post(paths.actualWithdrawal, 'actuals.publish', async visit => {
      const due = await dueFor(visit, 'actuals.publish')
      const submission = submit(withdrawalForm, visit.body)
      if (!submission.ok) return again(visit, due, submission)
      await withdrawActual(visit.db, visit.actor!, due, submission.form.reason)
      return back(due, 'Withdrawn. It stays on record with your reason')
    }),
  ]
}

async function dueFor(visit: Visit, action: Action): Promise<DueActual> {
  const due = await getDue(visit)
  if (!mayFor(visit.actor, action, due.owner.id)) {
    throw notAllowed(`Only ${due.owner.name} may do this for its own measures`)
  }
  return due
}

async function save(visit: Visit, due: DueActual, form: ActualForm): Promise<Reply> {
  const saved = await recordActual(visit.db, visit.actor!, due, form, visit.today)
  if ('theirs' in saved) {
    const names = await namesOf(visit, due)
    return page('performance/actuals/conflict', conflictPage(due, names, saved, form), 409)
  }
  if (form.step === 'submit' && saved.state !== 'approved') {
    await submitActual(visit.db, visit.actor!, due)
    return back(due, `${saidOf(due, saved)} is saved and sent to ${due.owner.name}’s approver`)
  }
  return back(due, `${saidOf(due, saved)} ${SAVED[saved.state] ?? 'is saved as a draft'}`)
}

/** Where the same figure was there already, it is said how far it has come. */
const SAVED: Partial<Record<Actual['state'], string>> = {
  returned: 'is saved, and has still to be submitted again',
  submitted: 'is submitted already, so nothing was changed',
  approved: 'is approved already, so nothing was changed',
}

function saidOf({ indicator, series, period, calendar }: DueActual, { value }: Actual): string {
  const what = value === null ? 'Your explanation' : formatFigure(value, indicator)
  return `${what} for ${[series.label, periodLabel(period, calendar)].filter(Boolean).join(', ')}`
}

async function again(
  visit: Visit,
  due: DueActual,
  { errors }: { errors: Record<string, string> },
): Promise<Reply> {
  return refusedForm(VIEW, actualPage(due, await onlookerOf(visit, due), undefined, errors))
}

function back(due: DueActual, flash: string): Reply {
  return seeOther(figureAddress(due), flash)
}

async function onlookerOf(visit: Visit, due: DueActual): Promise<Onlooker> {
  return {
    actor: visit.actor,
    today: visit.today,
    names: await namesOf(visit, due),
    outlook: await findOutlook(visit, due),
    lines: await findLinesBeside(visit, due),
  }
}

/** Who did what is for those with a role in this area; all others see the organisation only. */
async function namesOf({ db, actor }: Visit, { open, versions }: DueActual) {
  if (!actor || actor.roles.length === 0) return {}
  const rows = [open, ...versions].filter(row => row !== undefined)
  const ids = rows.flatMap(row => [
    row.enteredBy,
    row.submittedBy,
    row.approvedBy,
    row.publishedBy,
    row.withdrawnBy,
  ])
  const known = await findNames(db, [...new Set(ids.filter(id => id !== null))])
  return Object.fromEntries(known.map(({ id, name }) => [id, name]))
}
