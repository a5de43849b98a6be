import { z } from 'zod'
import { shortText } from '../../web/forms'

export const commentForm = z.object({
  comment: shortText(1000, {
    missing: 'Explain what has to be corrected',
    tooLong: 'Comment must be 1,000 characters or fewer',
  }),
})

export const withdrawalForm = z.object({
  reason: shortText(1000, {
    missing: 'Explain why the figure is withdrawn',
    tooLong: 'Reason must be 1,000 characters or fewer',
  }),
})
