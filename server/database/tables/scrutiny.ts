import { z } from 'zod'

export const committees = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  remit: z.string(),
})

export const committeeMembers = z.object({
  areaId: z.uuid(),
  committeeId: z.uuid(),
  userId: z.uuid(),
  seat: z.enum(['chair', 'member', 'co-opted']),
})

export const committeePartnerships = z.object({
  areaId: z.uuid(),
  committeeId: z.uuid(),
  partnershipId: z.uuid(),
})

export const meetings = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  committeeId: z.uuid(),
  heldOn: z.string(),
  title: z.string(),
})

export const enquiries = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  userId: z.uuid(),
  indicatorId: z.uuid(),
  starts: z.string(),
  openedAt: z.date(),
})
export type Enquiry = z.infer<typeof enquiries>

export const plannedQuestions = z.object({
  areaId: z.uuid(),
  enquiryId: z.uuid(),
  userId: z.uuid(),
  question: z.string(),
  choice: z.enum(['undecided', 'ask', 'theme', 'skip']),
  wording: z.string().nullable(),
  note: z.string(),
  followUp: z.string(),
  givenTo: z.uuid().nullable(),
  position: z.int(),
  edit: z.int(),
  changedAt: z.date(),
})
export type PlannedQuestion = z.infer<typeof plannedQuestions>

export const answers = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  indicatorId: z.uuid(),
  meetingId: z.uuid(),
  starts: z.string(),
  question: z.string(),
  wording: z.string(),
  answer: z.string(),
  answeredBy: z.string(),
  verdict: z.enum(['answered', 'partly', 'not-answered', 'taken-away']),
  dueOn: z.string().nullable(),
  settledOn: z.string().nullable(),
  promisedValue: z.number().nullable(),
  promisedFor: z.string().nullable(),
})

export const recommendations = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  reference: z.string(),
  indicatorId: z.uuid(),
  meetingId: z.uuid(),
  toOrganisationId: z.uuid(),
  wording: z.string(),
  duty: z.enum(['executive', 'partner-have-regard', 'health', 'crime-and-disorder', 'none']),
  receivedOn: z.string(),
  responseDueOn: z.string().nullable(),
  state: z.enum(['green', 'amber', 'red', 'paused']),
  closedOn: z.string().nullable(),
})

export const responses = z.object({
  areaId: z.uuid(),
  recommendationId: z.uuid(),
  decision: z.enum(['accepted', 'in-part', 'rejected']),
  reasons: z.string(),
  owner: z.string(),
  respondedOn: z.string(),
  actBy: z.string().nullable(),
})
