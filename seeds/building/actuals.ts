import type { Amounts } from '../../server/domain/figure'
import { addDays } from '../../server/domain/period'
import { DEFAULT_TOLERANCE, judge } from '../../server/domain/status'
import type { Actual } from '../../server/database/tables/performance'
import type { RevisionPlan } from '../measure-plan'
import { randomFor } from '../random'
import { amountsOf, type Line } from './line'
import type { Register } from './register'
import { targetsOf } from './targets'

type ActualRow = Omit<Actual, 'areaId'>

const NOTHING = { value: null, numerator: null, denominator: null }
const NO_WORDS = { availabilityNote: '', promisedOn: null, returnComment: '', revisionReason: '' }

/** Every figure of a measure's headline, in every version it has had. */
export function addActuals(register: Register, line: Line) {
  const { plan, periods, reported } = line
  const causes = causesOf(register, line)

  periods.forEach((_, place) => {
    const back = periods.length - 1 - place
    const amounts = reported[place]!
    const word = plan.words?.find(each => each.back === back)
    const revision = plan.revisions?.find(each => each.back === back)

    if (word) {
      register.sheaf.add('actuals', {
        ...rowAt(register, line, place, NOTHING),
        ...publishedBy(register, line, place),
        availability: word.availability,
        availabilityNote: word.note,
        promisedOn: register.day(word.promisedIn),
      })
    } else if (amounts === null || (back === 0 && plan.latest === 'missing')) {
      return
    } else if (back === 0 && plan.latest) {
      register.sheaf.add(
        'actuals',
        inHand(register, line, place, { ...amounts, ...causes(place, amounts) }),
      )
    } else if (revision) {
      addRevised(register, line, place, revision, causes)
    } else {
      register.sheaf.add('actuals', {
        ...rowAt(register, line, place, amounts),
        ...causes(place, amounts),
        ...publishedBy(register, line, place),
      })
    }
  })
}

/** A row of a part of the measure: published, without a cause of its own. */
export function partRow(
  register: Register,
  line: Line,
  place: number,
  amounts: Amounts,
  seriesId: string,
  organisation: string,
): ActualRow {
  return {
    ...rowAt(register, line, place, amounts, organisation),
    ...publishedBy(register, line, place, organisation),
    seriesId,
  }
}

function rowAt(
  register: Register,
  { plan, periods, lagDays }: Line,
  place: number,
  amounts: Amounts,
  organisation = plan.lead,
): ActualRow {
  const { time } = register
  const back = periods.length - 1 - place
  const due = addDays(time.ends(periods[place]!), lagDays)

  return {
    seriesId: register.series(plan.reference),
    starts: time.starts(periods[place]!),
    version: 1,
    organisationId: register.organisation(organisation),
    state: 'draft',
    availability: 'figure',
    ...amounts,
    certainty: back < (plan.provisional ?? 0) ? 'provisional' : 'final',
    ...NO_WORDS,
    reasonCode: null,
    reasonText: '',
    edit: 1,
    enteredBy: register.enterer(organisation),
    editedBy: [register.enterer(organisation)],
    enteredAt: time.moment(addDays(due, -10), 9),
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    publishedBy: null,
    publishedAt: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnReason: '',
  }
}

function submittedBy(
  register: Register,
  { plan, periods, lagDays }: Line,
  place: number,
  code = plan.lead,
) {
  const due = addDays(register.time.ends(periods[place]!), lagDays)
  return {
    state: 'submitted' as const,
    edit: 2,
    submittedBy: register.enterer(code),
    submittedAt: register.time.moment(addDays(due, -8), 11),
  }
}

function approvedBy(register: Register, line: Line, place: number, code = line.plan.lead) {
  const due = addDays(register.time.ends(line.periods[place]!), line.lagDays)
  return {
    ...submittedBy(register, line, place, code),
    state: 'approved' as const,
    approvedBy: register.approver(code),
    approvedAt: register.time.moment(addDays(due, -5), 14),
  }
}

function publishedBy(register: Register, line: Line, place: number, code = line.plan.lead) {
  const due = addDays(register.time.ends(line.periods[place]!), line.lagDays)
  return {
    ...approvedBy(register, line, place, code),
    state: 'published' as const,
    publishedBy: register.manager,
    publishedAt: register.time.moment(addDays(due, -1), 16),
  }
}

function inHand(
  register: Register,
  line: Line,
  place: number,
  held: Partial<ActualRow> & Amounts,
): ActualRow {
  const row = { ...rowAt(register, line, place, held), ...held }
  switch (line.plan.latest) {
    case 'submitted':
      return { ...row, ...submittedBy(register, line, place) }
    case 'approved':
      return { ...row, ...approvedBy(register, line, place) }
    case 'returned': {
      const returnComment = line.plan.comment ?? ''
      return { ...row, ...submittedBy(register, line, place), state: 'returned', returnComment }
    }
    default:
      return row
  }
}

function addRevised(
  register: Register,
  line: Line,
  place: number,
  { from, reason, state, withdrawn }: RevisionPlan,
  causes: ReturnType<typeof causesOf>,
) {
  const { plan, reported, periods, lagDays } = line
  const now = reported[place]!
  const before = amountsOf(from, plan, now.denominator ?? 1)
  const published = publishedBy(register, line, place)
  const later = register.time.moment(addDays(register.time.ends(periods[place]!), lagDays + 34), 15)

  register.sheaf.add(
    'actuals',
    {
      ...rowAt(register, line, place, before),
      ...causes(place, before),
      ...published,
      state: state ? 'published' : withdrawn ? 'withdrawn' : 'superseded',
      ...(withdrawn &&
        !state && { withdrawnBy: register.manager, withdrawnAt: later, withdrawnReason: reason }),
    },
    {
      ...rowAt(register, line, place, now),
      ...causes(place, now),
      ...(state
        ? submittedBy(register, line, place)
        : { ...published, publishedAt: later, approvedAt: later }),
      version: 2,
      revisionReason: reason,
      enteredAt: later,
      submittedAt: later,
    },
  )
}

/** A red figure is never published without its reason. */
function causesOf({ plan: borough, time }: Register, { plan, periods }: Line) {
  const targets = targetsOf(plan, time)
  const random = randomFor(`${plan.reference} reasons`)
  const given = plan.reasons ?? ['other' as const]
  let misses = given.length

  return (place: number, { value }: Amounts) => {
    const target = targets.get(time.starts(periods[place]!)) ?? null
    const { polarity, kind, tolerance = DEFAULT_TOLERANCE } = plan
    const judged =
      value === null ? null : judge(value, { polarity, decimals: kind.decimals, tolerance, target })
    if (judged?.status !== 'red') return { reasonCode: null, reasonText: '' }

    misses++
    const back = periods.length - 1 - place
    const reasonCode = given[Math.min(back, given.length - 1)]!
    const texts = borough.reasonTexts[reasonCode]
    return { reasonCode, reasonText: texts[(misses + random.whole(0, 1)) % texts.length]! }
  }
}
