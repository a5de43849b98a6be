import { z } from 'zod'
import { shortText } from '../../web/forms'

export const signInForm = z.object({
  email: shortText(254, {
    missing: 'Enter your e-mail address',
    tooLong: 'E-mail address must be 254 characters or fewer',
  }),
  // Compared exactly as typed: never trimmed, never folded.
  password: z
    .string({ error: 'Enter your password' })
    .min(1, { error: 'Enter your password', abort: true })
    .max(256, { error: 'Password must be 256 characters or fewer' }),
})
