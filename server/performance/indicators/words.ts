import { type Frequency, periodLabel, periodSlug, periodStarting } from '../../domain/period'
import type { Visit } from '../../people/visit'

interface Dated {
  frequency: Frequency
}

export function labelOf(starts: string, { calendar }: Visit, { frequency }: Dated): string {
  return periodLabel(periodStarting(starts, frequency, calendar), calendar)
}

export function slugOf(starts: string, { calendar }: Visit, { frequency }: Dated): string {
  return periodSlug(periodStarting(starts, frequency, calendar), calendar)
}

/** One to four cases could point at a person. */
export function isSmall(count: number | null): boolean {
  return count !== null && count > 0 && count < 5
}
