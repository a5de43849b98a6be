import { addDays, type IsoDate } from '../../server/domain/period'
import { twoDigits } from '../../server/domain/calendar'
import type { RecommendationPlan } from '../scrutiny-plan'
import type { Register } from './register'

export function addScrutiny(register: Register) {
  addCommittees(register)
  addAnswers(register)
  register.plan.scrutiny.recommendations.forEach((plan, at) => {
    addRecommendation(register, plan, at + 1)
  })
  addEnquiry(register)
}

function addCommittees({ plan, sheaf, id, person, day }: Register) {
  for (const { slug, name, remit, members, partnerships, meetings } of plan.scrutiny.committees) {
    const committeeId = id('committee', slug)
    sheaf.add('committees', { id: committeeId, slug, name, remit })
    for (const [handle, seat] of members) {
      sheaf.add('committeeMembers', { committeeId, userId: person(handle), seat })
    }
    for (const partnership of partnerships) {
      sheaf.add('committeePartnerships', {
        committeeId,
        partnershipId: id('partnership', partnership),
      })
    }
    meetings.forEach(({ held, title }, at) => {
      sheaf.add('meetings', { id: id('meeting', slug, at), committeeId, heldOn: day(held)!, title })
    })
  }
}

function addAnswers(register: Register) {
  const { plan, sheaf, id, day } = register
  for (const [at, answer] of plan.scrutiny.answers.entries()) {
    sheaf.add('answers', {
      id: id('answer', at),
      indicatorId: id('indicator', answer.reference),
      meetingId: id('meeting', ...answer.meeting),
      starts: startsBack(register, answer.reference, answer.back),
      question: answer.question,
      wording: answer.wording,
      answer: answer.answer,
      answeredBy: answer.by,
      verdict: answer.verdict,
      dueOn: day(answer.due),
      settledOn: day(answer.settled),
      promisedValue: answer.promisedValue ?? null,
      promisedFor: day(answer.promisedFor),
    })
  }
}

function addRecommendation(register: Register, plan: RecommendationPlan, number: number) {
  const { sheaf, id, day, organisation, time } = register
  const { received, response, duty } = plan
  const recommendationId = id('recommendation', number)
  const years = `${twoDigits(time.year)}/${twoDigits(time.year + 1)}`

  sheaf.add('recommendations', {
    id: recommendationId,
    reference: `SR (${years}) ${twoDigits(number)}`,
    indicatorId: id('indicator', plan.reference),
    meetingId: id('meeting', ...plan.meeting),
    toOrganisationId: organisation(plan.to),
    wording: plan.wording,
    duty,
    receivedOn: day(received)!,
    responseDueOn: duty === 'none' ? null : twoMonthsFrom(day(received)!),
    state: plan.state,
    closedOn: day(plan.closed),
  })
  if (response) {
    sheaf.add('responses', {
      recommendationId,
      decision: response.decision,
      reasons: response.reasons,
      owner: response.owner,
      respondedOn: day(response.responded)!,
      actBy: day(response.actBy),
    })
  }
}

/** A councillor's own, half-done work: nobody else ever sees it. */
function addEnquiry(register: Register) {
  const { plan, sheaf, id, person, day, time } = register
  const { enquiry } = plan.scrutiny
  if (enquiry === null) return

  const enquiryId = id('enquiry', enquiry.by, enquiry.reference)
  const userId = person(enquiry.by)
  const openedAt = time.moment(day(enquiry.opened)!, 20)
  sheaf.add('enquiries', {
    id: enquiryId,
    userId,
    indicatorId: id('indicator', enquiry.reference),
    starts: startsBack(register, enquiry.reference, 0),
    openedAt,
  })
  enquiry.questions.forEach(({ question, choice, wording, note, followUp, givenTo }, position) => {
    sheaf.add('plannedQuestions', {
      enquiryId,
      userId,
      question,
      choice,
      wording: wording ?? null,
      note: note ?? '',
      followUp: followUp ?? '',
      givenTo: givenTo === undefined ? null : person(givenTo),
      position,
      edit: 1,
      changedAt: openedAt,
    })
  })
}

function startsBack({ line, time }: Register, reference: string, back: number): IsoDate {
  return time.starts(line(reference).periods.at(-1 - back)!)
}

/** Two months beginning with the day of receipt (SI 2009/1919 reg 6): 12 February → 11 April. */
function twoMonthsFrom(received: IsoDate): IsoDate {
  const [year = 0, month = 0, day = 0] = received.split('-').map(Number)
  const counted = new Date(Date.UTC(year, month + 1, day))
  const overran = counted.getUTCDate() !== day
  const after = overran ? new Date(Date.UTC(year, month + 2, 1)) : counted
  return addDays(after.toISOString().slice(0, 10), -1)
}
