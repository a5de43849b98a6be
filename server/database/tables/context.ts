import { z } from 'zod'

export const links = z.object({
  areaId: z.uuid(),
  fromIndicatorId: z.uuid(),
  toIndicatorId: z.uuid(),
  kind: z.enum(['knock-on', 'companion']),
  sign: z.union([z.literal(1), z.literal(-1)]),
  strength: z.enum(['weak', 'moderate', 'strong']),
  lagPeriods: z.int(),
  evidence: z.string(),
})

export const partnerLinks = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  organisationId: z.uuid(),
  effect: z.string(),
  lastContactOn: z.string().nullable(),
})

export const assessments = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  kind: z.enum(['equalities', 'sustainability', 'efficiency']),
  assessedOn: z.string(),
  finding: z.string(),
  assessor: z.string(),
})

export const budgets = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  year: z.int(),
  budget: z.number(),
  spend: z.number(),
  unitCost: z.number().nullable(),
  conditions: z.string(),
})

export const placeSpending = z.object({
  areaId: z.uuid(),
  seriesId: z.uuid(),
  year: z.int(),
  spend: z.number(),
  staff: z.number().nullable(),
})

export const benchmarks = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  peer: z.string(),
  starts: z.string(),
  groupName: z.string(),
  value: z.number(),
  source: z.string(),
})

export const responsibilities = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  role: z.enum(['lead-officer', 'partner-lead', 'portfolio-holder', 'board-chair']),
  person: z.string(),
  organisationId: z.uuid().nullable(),
  since: z.string().nullable(),
})

export const triggers = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  position: z.int(),
  condition: z.string(),
  consequence: z.string(),
  pulledOn: z.string().nullable(),
})

export const assumptions = z.object({
  areaId: z.uuid(),
  indicatorId: z.uuid(),
  position: z.int(),
  statement: z.string(),
  owner: z.string(),
  test: z.string(),
})
