import { formatDate } from '../../domain/format'
import type { IsoDate } from '../../domain/period'
import type { Registered } from './queries'

/** Only a partnership proper decides and spends for the public, so only it answers to councillors. */
export function needsOversight({ governanceClass, endsOn }: Registered, today: IsoDate): boolean {
  return governanceClass === 'partnership' && (endsOn === null || endsOn >= today)
}

/** What is missing for a body to be held to account, each in a sentence. */
export function gapsOf(body: Registered, measures: number, today: IsoDate): string[] {
  const hasVoluntarySeat = body.members.some(
    ({ kind, role }) => kind === 'voluntary' && role !== 'contributor',
  )
  return [
    measures === 0 && 'It has no measures, so nobody can tell how it is doing.',
    reviewGap(body, today),
    !hasVoluntarySeat && 'No voluntary body has a seat.',
  ].filter(gap => gap !== false && gap !== null)
}

/** What there is to say about a body's review: when it is due, or since when it is overdue. */
export function reviewOf(
  { reviewedOn, reviewDueOn }: Registered,
  today: IsoDate,
): { text: string; isOverdue: boolean } {
  if (reviewDueOn !== null && reviewDueOn < today) {
    return { text: `Review overdue since ${formatDate(reviewDueOn)}`, isOverdue: true }
  }
  if (reviewDueOn !== null)
    return { text: `Review due ${formatDate(reviewDueOn)}`, isOverdue: false }
  return { text: reviewedOn === null ? 'Never reviewed' : 'No review planned', isOverdue: false }
}

function reviewGap({ reviewedOn, reviewDueOn }: Registered, today: IsoDate): string | null {
  if (reviewDueOn !== null && reviewDueOn < today) {
    return `Its review was due by ${formatDate(reviewDueOn)} and has not been done.`
  }
  return reviewedOn === null && reviewDueOn === null
    ? 'It has never been reviewed, and no review is planned.'
    : null
}
