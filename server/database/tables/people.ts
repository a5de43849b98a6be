import { z } from 'zod'
import { ROLES } from '../../domain/people'
import { PRESETS } from '../../domain/preset'

export const areas = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  yearStart: z.int(),
  preset: z.enum(PRESETS),
  runLength: z.int(),
  /** Part of the demonstration: every page says so. */
  invented: z.boolean(),
  createdAt: z.date(),
})
export type Area = z.infer<typeof areas>

export const users = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  handle: z.string().nullable(),
  passwordHash: z.string().nullable(),
  homeAreaId: z.uuid(),
  disabledAt: z.date().nullable(),
  createdAt: z.date(),
})
export type User = z.infer<typeof users>

export const sessions = z.object({
  tokenHash: z.string(),
  userId: z.uuid(),
  flash: z.string().nullable(),
  createdAt: z.date(),
  seenAt: z.date(),
  expiresAt: z.date(),
})

export const invitations = z.object({
  tokenHash: z.string(),
  userId: z.uuid(),
  expiresAt: z.date(),
  usedAt: z.date().nullable(),
  createdAt: z.date(),
})

export const rateLimits = z.object({
  key: z.string(),
  points: z.int(),
  expire: z.number().nullable(),
})

export const organisations = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  slug: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  dutyToCooperate: z.boolean(),
  endedOn: z.string().nullable(),
  successorId: z.uuid().nullable(),
})
export type Organisation = z.infer<typeof organisations>

export const appointments = z.object({
  areaId: z.uuid(),
  userId: z.uuid(),
  role: z.enum(ROLES),
  organisationId: z.uuid().nullable(),
})

export const auditEvents = z.object({
  areaId: z.uuid(),
  id: z.uuid(),
  userId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  happenedAt: z.date(),
})
