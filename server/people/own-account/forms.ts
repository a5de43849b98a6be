import { z } from 'zod'

/** Taken exactly as typed: a password is never trimmed and never folded. */
export const passwordForm = z.object({
  current: z
    .string({ error: 'Enter your current password' })
    .min(1, { error: 'Enter your current password' })
    .max(1000, { error: 'Enter your current password' }),
  password: z
    .string({ error: 'Enter a new password' })
    .min(1, { error: 'Enter a new password' })
    .max(1000, { error: 'Password must be 256 characters or fewer' }),
})
