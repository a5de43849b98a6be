import { withFullSight } from '../../database/scope'
import { daysBetween, lastPeriodEnded, periodStarts } from '../../domain/period'
import { may } from '../../domain/permissions'
import type { Visit } from '../../people/visit'
import {
  findClosed,
  findInHand,
  findOwed,
  findSentIn,
  type InHand,
  keyOf,
  type Owed,
} from './queries'

export interface ToEnter extends Owed {
  starts: string
  dueOn: string
  /** Negative while there is still time. */
  daysLate: number
}

/** What waits for this person: each list is empty for those whose step it is not. */
export interface Waiting {
  returned: InHand[]
  toEnter: ToEnter[]
  drafts: InHand[]
  toApprove: InHand[]
  own: InHand[]
  toPublish: InHand[]
  withPartner: InHand[]
  late: ToEnter[]
  closed: { frequency: Owed['frequency']; starts: string }[]
}

export async function getWaiting(visit: Visit): Promise<Waiting> {
  const { db, area, actor } = visit
  const enters = may(actor, 'actuals.enter')
  const approves = may(actor, 'actuals.approve')
  const publishes = may(actor, 'actuals.publish')
  const organisationId = publishes ? null : actor!.organisationId

  const inHand = await findInHand(db, area.id, organisationId)
  const owed = await findOwed(db, area.id, organisationId)
  // Whether a figure was sent in is known to the manager; what it is, is not.
  const sent = publishes
    ? await withFullSight(db, () => findSentIn(db, area.id))
    : new Set<string>()
  const begun = new Set([...inHand.map(keyOf), ...sent])
  const missing = owed.flatMap(row => toEnter(row, visit)).filter(row => !begun.has(keyOf(row)))

  return {
    returned: enters ? inHand.filter(({ state }) => state === 'returned') : [],
    toEnter: enters ? missing : [],
    drafts: enters ? inHand.filter(({ state }) => state === 'draft') : [],
    toApprove: approves
      ? inHand.filter(row => row.state === 'submitted' && row.enteredBy !== actor!.id)
      : [],
    own: approves
      ? inHand.filter(row => row.state === 'submitted' && row.enteredBy === actor!.id)
      : [],
    toPublish: publishes ? inHand.filter(({ state }) => state === 'approved') : [],
    withPartner: enters
      ? inHand.filter(({ state }) => state === 'submitted' || state === 'approved')
      : [],
    late: publishes ? missing.filter(({ daysLate }) => daysLate > 0) : [],
    closed: publishes ? await findClosed(db, area.id) : [],
  }
}

function toEnter(owed: Owed, { today, calendar }: Visit): ToEnter[] {
  const { nextStarts: starts, nextDueOn: dueOn, frequency } = owed
  if (starts === null || dueOn === null) return []
  const ended = periodStarts(lastPeriodEnded(today, frequency, calendar), calendar) >= starts
  return ended ? [{ ...owed, starts, dueOn, daysLate: daysBetween(dueOn, today) }] : []
}
