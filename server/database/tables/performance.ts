import { z } from 'zod'
import { AVAILABILITIES, CERTAINTIES, FIGURE_STATES } from '../../domain/figure'
import { FREQUENCIES } from '../../domain/period'

export const actuals = z.object({
  areaId: z.uuid(),
  seriesId: z.uuid(),
  starts: z.string(),
  version: z.int(),
  organisationId: z.uuid(),
  state: z.enum(FIGURE_STATES),
  availability: z.enum(AVAILABILITIES),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  certainty: z.enum(CERTAINTIES),
  availabilityNote: z.string(),
  promisedOn: z.string().nullable(),
  reasonCode: z.string().nullable(),
  reasonText: z.string(),
  returnComment: z.string(),
  revisionReason: z.string(),
  /** Counts the times a draft was saved, so that two editors cannot overwrite each other unseen. */
  edit: z.int(),
  enteredBy: z.uuid().nullable(),
  /** Everybody who had a hand in this version: none of them may approve or publish it. */
  editedBy: z.array(z.uuid()),
  enteredAt: z.date(),
  submittedBy: z.uuid().nullable(),
  submittedAt: z.date().nullable(),
  approvedBy: z.uuid().nullable(),
  approvedAt: z.date().nullable(),
  publishedBy: z.uuid().nullable(),
  publishedAt: z.date().nullable(),
  withdrawnBy: z.uuid().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawnReason: z.string(),
})
export type Actual = z.infer<typeof actuals>

export const forecasts = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  seriesId: z.uuid(),
  organisationId: z.uuid(),
  horizon: z.enum(['period', 'year-end']),
  /** The first day of the period (or of the year's last period) that is forecast. */
  starts: z.string(),
  /** The first day of the period whose return carried the forecast. */
  madeIn: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  madeBy: z.uuid().nullable(),
  madeAt: z.date(),
  frozenAt: z.date().nullable(),
  /** When the return that carried it was signed off; null again once it is sent back. */
  approvedAt: z.date().nullable(),
  /** When that return was published: from then on it is everybody's to see. */
  releasedAt: z.date().nullable(),
})
export type Forecast = z.infer<typeof forecasts>

export const actions = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  indicatorId: z.uuid(),
  organisationId: z.uuid(),
  title: z.string(),
  owner: z.string(),
  startsOn: z.string().nullable(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  /** Expected change, in the measure's unit. */
  effect: z.number().nullable(),
  status: z.enum(['not-started', 'under-way', 'done', 'paused', 'dropped']),
  progress: z.string(),
  promisedToScrutiny: z.boolean(),
})

export const milestones = z.object({
  areaId: z.uuid(),
  actionId: z.uuid(),
  position: z.int(),
  title: z.string(),
  firstDueOn: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
})

export const risks = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  indicatorId: z.uuid(),
  title: z.string(),
  likelihood: z.int(),
  impact: z.int(),
  mitigation: z.string(),
  owner: z.string(),
  reviewedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
})

export const closedPeriods = z.object({
  areaId: z.uuid(),
  frequency: z.enum(FREQUENCIES),
  starts: z.string(),
  closedBy: z.uuid().nullable(),
  closedAt: z.date(),
})

export const standings = z.object({
  areaId: z.uuid(),
  seriesId: z.uuid(),
  indicatorId: z.uuid(),
  headline: z.boolean(),
  /** The version of the rules that made it. */
  rules: z.int(),
  standing: z.looseObject({}),
  /** What a line of a long list shows of it, as JSON that only its reader takes apart. */
  card: z.string(),
})
