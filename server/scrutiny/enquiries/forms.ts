import { z } from 'zod'
import { carriedCount, longText } from '../../web/forms'

const edit = carriedCount()

/** Whatever part of a question a form carries: a button brings a choice, a note brings its text. */
export const questionForm = z.object({
  edit,
  choice: z.enum(['undecided', 'ask', 'theme', 'skip']).optional(),
  wording: z
    .string()
    .trim()
    .max(1000, { error: 'Question must be 1,000 characters or fewer' })
    .optional(),
  note: z.string().max(4000, { error: 'Note must be 4,000 characters or fewer' }).optional(),
  autosave: z.string().optional(),
})
export type QuestionForm = z.infer<typeof questionForm>

/** A question of the plan is given to one of the area's councillors, or to nobody. */
export function planQuestionForm(members: readonly { id: string }[]) {
  return z.object({
    edit,
    wording: z
      .string()
      .trim()
      .max(1000, { error: 'Question must be 1,000 characters or fewer' })
      .optional(),
    followUp: longText(1000, 'Follow-up must be 1,000 characters or fewer'),
    givenTo: z
      .string()
      .default('')
      .refine(id => id === '' || members.some(member => member.id === id), {
        error: 'Choose a member from the list',
      }),
  })
}
export type PlanQuestionForm = z.infer<ReturnType<typeof planQuestionForm>>

export const orderForm = z.object({
  question: z.string({ error: 'Select a question' }),
  move: z.enum(['up', 'down', 'out'], { error: 'Select where the question goes' }),
})
export type OrderForm = z.infer<typeof orderForm>
