import { z } from 'zod'
import { isDate } from '../../domain/calendar'
import { longText, shortText } from '../../web/forms'
import { slugFor } from './slug'

export const agreementForm = z
  .object({
    title: shortText(200, {
      missing: 'Enter the title of the agreement',
      tooLong: 'Title must be 200 characters or fewer',
    }).refine(title => slugFor(title) !== '', {
      error: 'Title must have letters from A to Z or numbers in it',
    }),
    startsOn: day(
      'Enter the first day of its term',
      'First day must be a real day, like 2026-04-01',
    ),
    endsOn: day('Enter the last day of its term', 'Last day must be a real day, like 2029-03-31'),
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, {
    path: ['endsOn'],
    error: 'The last day must be after the first',
  })

interface Known {
  references: readonly string[]
}

/** An outcome; under another one of the same agreement, if it is part of that. */
export function outcomeForm({ references }: Known) {
  return z.object({
    reference: z
      .string({ error: 'Enter a reference, like HCO2' })
      .trim()
      .min(1, { error: 'Enter a reference, like HCO2', abort: true })
      .max(20, { error: 'Reference must be 20 characters or fewer' })
      .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, {
        error: 'Reference must be letters, numbers, dots and hyphens, like HCO2',
      }),
    title: shortText(200, {
      missing: 'Enter the outcome',
      tooLong: 'Outcome must be 200 characters or fewer',
    }),
    parent: longText(20, 'Select an outcome from the list').refine(
      given => given === '' || references.includes(given),
      { error: 'Select an outcome from the list' },
    ),
  })
}

export function placingForm({ references, measures }: Known & { measures: readonly string[] }) {
  return z.object({
    measure: z
      .string({ error: 'Select a measure' })
      .refine(given => measures.includes(given), { error: 'Select a measure' }),
    outcome: z
      .string({ error: 'Select an outcome' })
      .refine(given => references.includes(given), { error: 'Select an outcome' }),
  })
}

function day(missing: string, wrong: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .refine(isDate, { error: wrong })
}
