import type { Amounts } from '../../domain/figure'
import { formatCount } from '../../domain/format'
import type { Actor } from '../../domain/people'
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

/** Councillors and the public are told no count of one to four; officers work with what is there. */
export function seesSmallCounts(actor: Actor | null): boolean {
  return actor?.roles.some(role => role !== 'councillor') ?? false
}

export const FEWER = 'fewer than 5 cases'

/** '14 of 61'. Of a small count neither is told: beside the rate, one would give the other away. */
export function countsText(
  { numerator, denominator }: Pick<Amounts, 'numerator' | 'denominator'>,
  actor: Actor | null,
): string {
  if (numerator === null || denominator === null) return ''
  const masked = (isSmall(numerator) || isSmall(denominator)) && !seesSmallCounts(actor)
  return masked ? FEWER : `${formatCount(numerator)} of ${formatCount(denominator)}`
}
