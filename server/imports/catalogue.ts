import type { Calendar } from '../domain/period'
import type { Indicator, Series } from '../database/tables/measures'
import type { Organisation } from '../database/tables/people'
import { referenceOf } from './reference'

export type CatalogueIndicator = Pick<
  Indicator,
  | 'id'
  | 'reference'
  | 'frequency'
  | 'unit'
  | 'decimals'
  | 'polarity'
  | 'toleranceKind'
  | 'toleranceSize'
  | 'per'
  | 'neverZero'
  | 'leadOrganisationId'
>
export type CatalogueSeries = Pick<Series, 'id' | 'indicatorId' | 'kind' | 'organisationId'>
export type CatalogueOrganisation = Pick<Organisation, 'id' | 'code' | 'slug' | 'name'>

/** What an area holds that a file can name. */
export interface Catalogue {
  readonly areaName: string
  readonly calendar: Calendar
  readonly organisations: readonly CatalogueOrganisation[]
  readonly indicators: readonly CatalogueIndicator[]
  readonly series: readonly CatalogueSeries[]
}

/** A catalogue, to be looked things up in by the codes that files use. */
export interface Index {
  readonly areaName: string
  readonly calendar: Calendar
  indicator(code: string): CatalogueIndicator | undefined
  /** By code, address or name. */
  organisation(code: string): CatalogueOrganisation | undefined
  /** The area's only organisation, where it has but one. */
  readonly soleOrganisation: CatalogueOrganisation | undefined
  readonly hasOrganisations: boolean
  headline(indicatorId: string): CatalogueSeries | undefined
  partnerSeries(indicatorId: string, organisationId: string): CatalogueSeries | undefined
}

export function indexOf(catalogue: Catalogue): Index {
  const { areaName, calendar, organisations: held } = catalogue
  const indicators = new Map(catalogue.indicators.map(each => [referenceOf(each.reference), each]))
  const organisations = organisationsByName(held)
  const series = new Map(catalogue.series.map(each => [keyOf(each), each]))

  return {
    areaName,
    calendar,
    soleOrganisation: held.length === 1 ? held[0] : undefined,
    hasOrganisations: held.length > 0,
    indicator: code => indicators.get(referenceOf(code)),
    organisation: code => organisations.get(referenceOf(code)),
    headline: indicatorId => series.get(`${indicatorId} headline`),
    partnerSeries: (indicatorId, organisationId) => series.get(`${indicatorId} ${organisationId}`),
  }
}

/** Codes win over addresses, and addresses over names, where one body's name is another's code. */
function organisationsByName(organisations: readonly CatalogueOrganisation[]) {
  const found = new Map<string, CatalogueOrganisation>()
  for (const name of ['name', 'slug', 'code'] as const) {
    for (const organisation of organisations)
      found.set(referenceOf(organisation[name]), organisation)
  }
  return found
}

function keyOf({ indicatorId, kind, organisationId }: CatalogueSeries): string {
  return kind === 'headline' ? `${indicatorId} headline` : `${indicatorId} ${organisationId}`
}
