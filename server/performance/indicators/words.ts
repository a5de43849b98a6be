import type { Amounts } from '../../domain/figure'
import { formatCount } from '../../domain/format'
import type { Actor } from '../../domain/people'
import { FEWER_CASES, isSmall, seesSmallCounts, type Shown } from '../../domain/small-numbers'
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

/** '14 of 61'. Of a small count neither is told: beside the rate, one would give the other away. */
export function countsText(
  {
    numerator,
    denominator,
    few = false,
  }: Pick<Amounts, 'numerator' | 'denominator'> & Partial<Shown>,
  actor: Actor | null,
): string {
  if (few) return FEWER_CASES
  if (numerator === null || denominator === null) return ''
  const masked = (isSmall(numerator) || isSmall(denominator)) && !seesSmallCounts(actor)
  return masked ? FEWER_CASES : `${formatCount(numerator)} of ${formatCount(denominator)}`
}
