import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { Actual } from '../../database/tables/performance'
import type { FigureState } from '../../domain/figure'
import type { Actor } from '../../domain/people'
import { notAllowed, outOfDate, wrongInput } from '../../domain/refusal'
import { approveForecasts, freezeForecasts } from '../forecasts/queries'
import { keepStandings } from '../standings/keep'
import type { DueActual } from './due'
import { lackingIn } from './explanation'
import { amounts, subjectOf } from './entry'
import { findVersions, lockSeries, moveActual } from './queries'

/** Sends a draft to the organisation's approver; its forecasts are frozen from this moment. */
export function submitActual(db: Database, by: Actor, due: DueActual): Promise<Actual> {
  if (due.closed) throw wrongInput('This period is closed. Ask the partnership manager to open it')
  return move(db, by, due, {
    from: ['draft', 'returned'],
    to: 'submitted',
    stamp: now => ({ submittedBy: by.id, submittedAt: now, returnComment: '' }),
    already: 'submitted',
    check: actual => {
      const [lacking] = Object.values(lackingIn(due, actual))
      if (lacking !== undefined) throw wrongInput(lacking)
    },
    alongside: trx => freezeForecasts(trx, due.series, due.starts),
  })
}

/** Signs a figure off. Nobody approves what they entered themselves. */
export function approveActual(db: Database, by: Actor, due: DueActual): Promise<Actual> {
  return move(db, by, due, {
    from: ['submitted'],
    to: 'approved',
    stamp: now => ({ approvedBy: by.id, approvedAt: now }),
    already: 'approved',
    alongside: trx => approveForecasts(trx, due.series, due.starts, new Date()),
    check: actual => {
      if (hadAHandIn(actual, by)) {
        throw notAllowed('You entered this figure yourself, so somebody else has to approve it')
      }
    },
  })
}

/** Whoever entered any part of this version, or sent it in: the number may be theirs. */
export function hadAHandIn(
  { enteredBy, editedBy, submittedBy }: Actual,
  by: Actor | null,
): boolean {
  return by !== null && [enteredBy, submittedBy, ...editedBy].includes(by.id)
}

/** Sends a figure back to be corrected, saying why. */
export function returnActual(
  db: Database,
  by: Actor,
  due: DueActual,
  comment: string,
): Promise<Actual> {
  return move(db, by, due, {
    from: ['submitted', 'approved'],
    to: 'returned',
    stamp: () => ({ returnComment: comment, approvedBy: null, approvedAt: null }),
    already: 'returned',
    alongside: trx => approveForecasts(trx, due.series, due.starts, null),
  })
}

interface Move {
  from: readonly FigureState[]
  to: FigureState
  stamp: (now: Date) => Partial<Actual>
  /** Found in this state already, the move was made by an earlier press of the same button. */
  already: FigureState
  check?: (actual: Actual) => void
  alongside?: (trx: Database) => Promise<unknown>
}

export function move(db: Database, by: Actor, due: DueActual, step: Move): Promise<Actual> {
  return db.transaction(async trx => {
    await lockSeries(trx, due.series)
    const [latest] = await findVersions(trx, due.series, due.starts)
    if (!latest) throw wrongInput('There is no figure here yet')
    if (latest.state === step.already) return latest
    if (!step.from.includes(latest.state)) {
      throw outOfDate(`This figure is ${latest.state}, so it cannot be ${step.to} now`)
    }
    step.check?.(latest)

    const moved = await moveActual(trx, latest, latest.state, step.to, step.stamp(new Date()))
    if (!moved) throw outOfDate('This figure was changed by somebody else a moment ago')
    await step.alongside?.(trx)
    await audit(trx, {
      areaId: due.area.id,
      by,
      action: `actual.${step.to}`,
      subject: subjectOf(due),
      before: amounts(latest),
      after: amounts(moved),
    })
    await keepStandings(trx, due.area, [due.series.id])
    return moved
  })
}
