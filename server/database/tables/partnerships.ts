import { z } from 'zod'

export const partnerships = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  governanceClass: z.enum(['partnership', 'network', 'working-group', 'contract-or-grant']),
  classReason: z.string(),
  purpose: z.string(),
  leadOrganisationId: z.uuid().nullable(),
  chair: z.string(),
  stage: z.enum(['forming', 'frustration', 'results', 'maturity', 'winding-down']),
  budget: z.number().nullable(),
  startedOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  reviewedBy: z.string(),
  reviewedOn: z.string().nullable(),
  reviewDueOn: z.string().nullable(),
})
export type Partnership = z.infer<typeof partnerships>

export const memberships = z.object({
  areaId: z.uuid(),
  partnershipId: z.uuid(),
  organisationId: z.uuid(),
  role: z.enum(['lead', 'member', 'contributor']),
})

export const selfEvaluationScores = z.object({
  areaId: z.uuid(),
  partnershipId: z.uuid(),
  organisationId: z.uuid(),
  theme: z.string(),
  heldOn: z.string(),
  score: z.int(),
})
