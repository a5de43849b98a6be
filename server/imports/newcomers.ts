import type { Indicator, Series } from '../database/tables/measures'
import type { Organisation } from '../database/tables/people'
import type { Polarity } from '../domain/polarity'
import type { Definition } from './definitions'

export type NewIndicator = Omit<Indicator, 'areaId'>
export type NewSeries = Omit<Series, 'areaId'>
export type NewOrganisation = Omit<Organisation, 'areaId'>

/** What a file names that an area does not hold yet, ready to be made. */
export interface Growth {
  readonly organisations: NewOrganisation[]
  readonly indicators: NewIndicator[]
  readonly series: NewSeries[]
  /** Why a measure cannot be made, by reference. */
  readonly refusals: Map<string, string>
}

export interface Told {
  readonly definitions: readonly Definition[]
  /** For measures whose definition says nothing. */
  readonly polarity: Polarity
}
