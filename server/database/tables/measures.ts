import { z } from 'zod'
import { FREQUENCIES } from '../../domain/period'
import { POLARITIES } from '../../domain/polarity'

export const agreements = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
})
export type Agreement = z.infer<typeof agreements>

export const agreementClauses = z.object({
  areaId: z.uuid(),
  agreementId: z.uuid(),
  reference: z.string(),
  wording: z.string(),
  lastUsedOn: z.string().nullable(),
})

export const outcomes = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  agreementId: z.uuid(),
  parentId: z.uuid().nullable(),
  reference: z.string(),
  title: z.string(),
  position: z.int(),
})
export type Outcome = z.infer<typeof outcomes>

export const priorities = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  organisationId: z.uuid(),
  outcomeId: z.uuid().nullable(),
  reference: z.string(),
  title: z.string(),
})

export const indicators = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  outcomeId: z.uuid().nullable(),
  partnershipId: z.uuid().nullable(),
  leadOrganisationId: z.uuid(),
  definition: z.string(),
  rationale: z.string(),
  goodLooksLike: z.string(),
  unit: z.string(),
  decimals: z.int(),
  polarity: z.enum(POLARITIES),
  frequency: z.enum(FREQUENCIES),
  shape: z.enum(['discrete', 'cumulative']),
  yearToDate: z.enum(['sum', 'mean', 'latest', 'ratio']),
  toleranceKind: z.enum(['relative', 'absolute']),
  toleranceSize: z.number(),
  /** What a numerator over a denominator is multiplied by: 100 for a percentage, 1,000 for a rate. */
  per: z.number(),
  numeratorLabel: z.string(),
  denominatorLabel: z.string(),
  level: z.enum(['input', 'output', 'outcome', 'perception']),
  source: z.string(),
  lagDays: z.int(),
  owner: z.string(),
  qualityRating: z.enum(['good', 'fair', 'poor', 'not-rated']),
  reviewedOn: z.string().nullable(),
  reviewDueOn: z.string().nullable(),
  seasonal: z.boolean(),
  neverZero: z.boolean(),
  /** Each figure is itself a number of people or cases, so 1 to 4 is not shown to all. */
  countsPeople: z.boolean(),
  startsOn: z.string().nullable(),
  retiredOn: z.string().nullable(),
  version: z.int(),
})
export type Indicator = z.infer<typeof indicators>

export const indicatorVersions = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  version: z.int(),
  definition: z.looseObject({}),
  reason: z.string(),
  changedBy: z.uuid().nullable(),
  changedAt: z.date(),
})

export const indicatorContributors = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  organisationId: z.uuid(),
  share: z.number().nullable(),
})

export const indicatorPriorities = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  priorityId: z.uuid(),
})

export const breaks = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  starts: z.string(),
  note: z.string(),
})

export const series = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  indicatorId: z.uuid(),
  kind: z.enum(['headline', 'place', 'group', 'partner']),
  key: z.string(),
  label: z.string(),
  organisationId: z.uuid(),
  position: z.int(),
  /** A line nobody reports any more; the headline is retired with its measure. */
  retiredOn: z.string().nullable(),
})
export type Series = z.infer<typeof series>

export const targets = z.object({
  areaId: z.uuid(),
  seriesId: z.uuid(),
  starts: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const annualTargets = z.object({
  areaId: z.uuid(),
  seriesId: z.uuid(),
  year: z.int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  baseline: z.number().nullable(),
  stretch: z.number().nullable(),
  rewardGrant: z.number().nullable(),
  profile: z.array(z.number()).nullable(),
})
export type AnnualTarget = z.infer<typeof annualTargets>

export const targetChanges = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  seriesId: z.uuid(),
  period: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  reason: z.string(),
  changedBy: z.uuid().nullable(),
  changedAt: z.date(),
})
