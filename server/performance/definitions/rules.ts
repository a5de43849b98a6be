import type { z } from 'zod'
import { faultsOfContributions } from './contribution-fields'

interface Fields {
  toleranceKind: string
  toleranceSize: number
  numeratorLabel: string
  denominatorLabel: string
  shape: string
  yearToDate: string
  startsOn: string | null
  retiredOn: string | null
  reviewedOn: string | null
  reviewDueOn: string | null
}

/** What each part of a definition says must be true together with the others. */
export function agree(form: Fields, context: z.RefinementCtx) {
  const counts = [form.numeratorLabel, form.denominatorLabel].filter(label => label !== '').length
  const say = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })

  if (counts === 1 && form.numeratorLabel === '') {
    say('numeratorLabel', 'Enter what is counted, or leave both counts empty')
  } else if (counts === 1) {
    say('denominatorLabel', 'Enter what it is out of, or leave both counts empty')
  }
  if (form.yearToDate === 'ratio' && form.shape === 'discrete' && counts < 2) {
    say('yearToDate', 'A year to date from both counts needs both counts to be named')
  }
  if (form.toleranceKind === 'relative' && form.toleranceSize > 100) {
    say('toleranceSize', 'Tolerance must be at most 100% of the target')
  }
  if (form.startsOn && form.retiredOn && form.retiredOn < form.startsOn) {
    say('retiredOn', 'Retired must not be before the day from which it is in use')
  }
  if (form.reviewedOn && form.reviewDueOn && form.reviewDueOn <= form.reviewedOn) {
    say('reviewDueOn', 'Next review must be after the last one')
  }
  for (const { path, message } of faultsOfContributions(form)) say(path, message)
}
