import { FREQUENCIES, periodSlug } from '../../server/domain/period'
import type { Register } from './register'

/** Years before last are closed: nobody changes them without asking. */
const YEARS_OPEN = 2

/** What the partnership's office has kept: closed periods, and who did what of late. */
export function addOffice(register: Register) {
  addClosedPeriods(register)
  addTrail(register)
}

function addClosedPeriods({ sheaf, time, manager }: Register) {
  for (const frequency of FREQUENCIES) {
    const closed = time.ended(frequency).filter(({ year }) => year <= time.year - YEARS_OPEN)
    for (const period of closed) {
      sheaf.add('closedPeriods', {
        frequency,
        starts: time.starts(period),
        closedBy: manager,
        closedAt: time.moment(time.monthsAgo(5), 9),
      })
    }
  }
}

/** The trail of each measure's latest figure, as the commands themselves would have left it. */
function addTrail(register: Register) {
  const { sheaf, time, id } = register
  for (const { plan, periods, reported, published } of register.lines.values()) {
    const last = periods.length - 1
    const [place, state] =
      plan.latest && plan.latest !== 'missing' ? [last, plan.latest] : [published, 'published']
    const amounts = reported[place]
    if (!amounts) continue

    const subject = `${plan.reference} ${periodSlug(periods[place]!, time.calendar)}`
    const officer = register.enterer(plan.lead)
    const approver = register.approver(plan.lead)
    const steps = [
      ['actual.recorded', officer, 10, 9, true],
      ['actual.submitted', officer, 8, 11, state !== 'draft'],
      ['actual.returned', approver, 5, 14, state === 'returned'],
      ['actual.approved', approver, 5, 14, state === 'approved' || state === 'published'],
      ['actual.published', register.manager, 1, 16, state === 'published'],
    ] as const

    for (const [action, userId, daysAgo, hour, done] of steps) {
      if (!done) continue
      sheaf.add('auditEvents', {
        id: id('audit', subject, action),
        userId,
        organisationId: userId === register.manager ? null : register.organisation(plan.lead),
        action,
        subject,
        before: null,
        after: amounts,
        happenedAt: time.moment(time.daysAgo(daysAgo), hour),
      })
    }
  }
}
