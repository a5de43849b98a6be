import type { Indicator } from '../../database/tables/measures'
import {
  type Period,
  periodLabel,
  periodOf,
  periodsBetween,
  periodsInYear,
  periodSlug,
  shiftPeriod,
} from '../../domain/period'
import { listOutcomes, type OutcomeChoice } from '../../measures/agreements/queries'
import { listOrganisations } from '../../partnerships/organisations/queries'
import { listPartnerships } from '../../partnerships/register/queries'
import type { Visit } from '../../people/visit'

/** What a definition may be given to choose from in one area. */
export interface Choices {
  organisations: readonly { id: string; slug: string; name: string }[]
  partnerships: readonly { id: string; slug: string; name: string }[]
  outcomes: readonly OutcomeChoice[]
  /** Periods a break can begin with, the next one first. */
  periods: readonly { slug: string; label: string; period: Period }[]
}

/** A new measure has no line yet that could break. */
export async function findChoices(
  { db, area, calendar, today }: Visit,
  held: { indicator: Indicator; contributors: readonly { organisationId: string }[] } | null,
): Promise<Choices> {
  const organisations = await listOrganisations(db, area.id)
  const inUse = new Set([
    held?.indicator.leadOrganisationId,
    ...(held?.contributors ?? []).map(({ organisationId }) => organisationId),
  ])
  return {
    // One that has ended stays where it stands, and is not offered anew.
    organisations: organisations.filter(({ id, endedOn }) => endedOn === null || inUse.has(id)),
    partnerships: await listPartnerships(db, area.id),
    outcomes: await listOutcomes(db, area.id),
    periods: held ? periodsFor(held.indicator) : [],
  }

  function periodsFor({ frequency }: Indicator) {
    const now = periodOf(today, frequency, calendar)
    const first = shiftPeriod(now, -YEARS_BACK * periodsInYear(frequency))
    return periodsBetween(first, shiftPeriod(now, 1))
      .reverse()
      .map(period => ({
        period,
        slug: periodSlug(period, calendar),
        label: periodLabel(period, calendar),
      }))
  }
}

const YEARS_BACK = 5
