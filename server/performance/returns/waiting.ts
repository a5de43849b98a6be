import { withFullSight } from '../../database/scope'
import {
  addDays,
  daysBetween,
  lastPeriodEnded,
  periodEnds,
  periodsBetween,
  periodStarting,
  periodStarts,
} from '../../domain/period'
import { may } from '../../domain/permissions'
import type { Visit } from '../../people/visit'
import { missingLines, type MissingLines } from './missing-lines'
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
  withApprover: InHand[]
  withManager: InHand[]
  late: ToEnter[]
  /** Lines beside a headline that have no figure yet. */
  lines: MissingLines[]
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
    withApprover: enters ? inHand.filter(({ state }) => state === 'submitted') : [],
    withManager: enters || approves ? inHand.filter(({ state }) => state === 'approved') : [],
    lines: enters && actor!.organisationId ? await missingLines(visit, begun) : [],
    late: publishes ? missing.filter(({ daysLate }) => daysLate > 0) : [],
    closed: publishes ? await findClosed(db, area.id) : [],
  }
}

/** Every period that has ended without a figure, not only the first: each is a figure to send. */
function toEnter(owed: Owed, { today, calendar }: Visit): ToEnter[] {
  const { nextStarts, frequency, lagDays } = owed
  if (nextStarts === null) return []
  const first = periodStarting(nextStarts, frequency, calendar)
  const last = lastPeriodEnded(today, frequency, calendar)
  return periodsBetween(first, last).map(period => {
    const dueOn = addDays(periodEnds(period, calendar), lagDays)
    const starts = periodStarts(period, calendar)
    return { ...owed, starts, dueOn, daysLate: daysBetween(dueOn, today) }
  })
}
