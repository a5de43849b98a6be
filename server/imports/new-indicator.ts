import { seemsToCountPeople } from '../domain/small-numbers'
import { newId } from '../database/id'
import { type Frequency, periodStarts } from '../domain/period'
import { readPeriodLabel } from '../domain/period-label'
import type { CanonicalRow } from './canonical'
import type { CatalogueOrganisation, Index } from './catalogue'
import type { Definition } from './definitions'
import type { NewIndicator, NewOrganisation, Told } from './newcomers'
import { inferFrequency, inferUnit } from './inference'
import { organisation } from './new-organisation'

export interface Surroundings {
  partners: readonly CatalogueOrganisation[]
  made: NewOrganisation[]
  index: Index
}

/** A measure by its definition, and by its figures where the definition is silent. */
export function newIndicator(
  rows: readonly CanonicalRow[],
  definition: Definition,
  { polarity }: Told,
  around: Surroundings,
): { indicator: NewIndicator } | { refused: string } {
  const { reference } = definition
  if (['', 'new'].includes(reference)) {
    return { refused: 'A code needs letters or numbers, and cannot be “new”.' }
  }
  const frequency = frequencyOf(rows, definition, around.index)
  if ('refused' in frequency) return { refused: frequency.refused }

  const inferred = inferUnit(rows, definition)
  const lead = leadOf(definition, around)
  if (lead === undefined) {
    const refused = `Nothing says which organisation leads this measure. Give a partner_code, or a lead_code in a definitions file.`
    return { refused }
  }

  return {
    indicator: {
      id: newId(),
      reference,
      title: definition.title ?? rows[0]!.indicatorCode,
      outcomeId: null,
      partnershipId: null,
      leadOrganisationId: lead.id,
      definition: definition.definition ?? '',
      rationale: definition.rationale ?? '',
      goodLooksLike: definition.good_looks_like ?? '',
      unit: inferred.unit,
      decimals: inferred.decimals,
      polarity: definition.polarity ?? polarity,
      frequency: frequency.frequency,
      shape: definition.shape ?? 'discrete',
      yearToDate: definition.year_to_date ?? (inferred.hasCounts ? 'ratio' : 'latest'),
      toleranceKind: definition.tolerance_kind ?? 'relative',
      toleranceSize: definition.tolerance_size ?? 5,
      per: inferred.per,
      numeratorLabel: definition.numerator_label ?? '',
      denominatorLabel: definition.denominator_label ?? '',
      level: definition.level ?? 'outcome',
      source: definition.source ?? '',
      lagDays: definition.lag_days ?? 30,
      owner: definition.owner ?? '',
      qualityRating: definition.quality_rating ?? 'not-rated',
      reviewedOn: null,
      reviewDueOn: null,
      seasonal: definition.seasonal === 'yes',
      neverZero: definition.never_zero === 'yes',
      countsPeople: definition.counts_people
        ? definition.counts_people === 'yes'
        : !inferred.hasCounts && seemsToCountPeople(inferred),
      startsOn: definition.starts_on ?? firstDayOf(rows, frequency.frequency, around.index),
      retiredOn: definition.retired_on ?? null,
      version: 1,
    },
  }
}

function frequencyOf(
  rows: readonly CanonicalRow[],
  { frequency }: Definition,
  { calendar }: Index,
): { frequency: Frequency } | { refused: string } {
  if (frequency) return { frequency }
  const inferred = inferFrequency(rows, calendar)
  if ('frequency' in inferred) return inferred
  return { refused: inferred.refused ?? 'No row says how often this measure is reported.' }
}

/** The one named to lead, else the only one that reports it, else the area's own organisation. */
function leadOf({ lead_code, lead_name }: Definition, { partners, made, index }: Surroundings) {
  if (lead_code !== undefined) {
    return organisation(lead_code, lead_name ?? lead_code, made, index)
  } else if (partners.length === 1) {
    return partners[0]
  } else {
    return ownOrganisation(made, index)
  }
}

function ownOrganisation(made: NewOrganisation[], index: Index): CatalogueOrganisation | undefined {
  const { areaName, soleOrganisation, hasOrganisations } = index
  if (hasOrganisations && !soleOrganisation) {
    return index.organisation(areaName)
  } else {
    return soleOrganisation ?? organisation(areaName, areaName, made, index)
  }
}

function firstDayOf(rows: readonly CanonicalRow[], frequency: Frequency, { calendar }: Index) {
  const labels = new Set(rows.map(({ period }) => period))
  const starts = [...labels].flatMap(label => {
    const reading = readPeriodLabel(label, calendar, frequency)
    return 'period' in reading ? [periodStarts(reading.period, calendar)] : []
  })
  return starts.sort()[0] ?? null
}
