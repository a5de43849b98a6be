import { newId } from '../database/id'
import type { CanonicalRow } from './canonical'
import { type Catalogue, type CatalogueOrganisation, type Index, indexOf } from './catalogue'
import { newIndicator } from './new-indicator'
import { organisation } from './new-organisation'
import type { Growth, NewIndicator, NewSeries, Told } from './newcomers'
import { referenceOf } from './reference'

export function noGrowth(): Growth {
  return { organisations: [], indicators: [], series: [], refusals: new Map() }
}

/** The part of a growth that figures are really loaded for, when rows were refused. */
export function usedOf(growth: Growth, seriesIds: readonly string[]): Growth {
  const loaded = new Set(seriesIds)
  const withFigures = new Set(
    growth.series.filter(({ id }) => loaded.has(id)).map(({ indicatorId }) => indicatorId),
  )
  const indicators = growth.indicators.filter(({ id }) => withFigures.has(id))
  const series = growth.series.filter(
    ({ id, kind, indicatorId }) =>
      loaded.has(id) || (kind === 'headline' && withFigures.has(indicatorId)),
  )
  const bodies = new Set([
    ...series.map(({ organisationId }) => organisationId),
    ...indicators.map(({ leadOrganisationId }) => leadOrganisationId),
  ])
  const organisations = growth.organisations.filter(({ id }) => bodies.has(id))
  return { ...growth, organisations, indicators, series }
}

/** Works out the organisations, measures and breakdowns that a file's rows need and the area lacks. */
export function grow(held: Catalogue, rows: readonly CanonicalRow[], told: Told): Growth {
  const growth = noGrowth()
  const index = indexOf(held)
  const definitions = new Map(told.definitions.map(each => [each.reference, each]))
  const names = namesOf(rows, told)

  for (const [reference, own] of byReference(rows)) {
    const definition = definitions.get(reference) ?? { reference }
    const partners = partnersOf(own, { growth, index, names })
    const indicator = index.indicator(reference)
    const hasOwnRows = own.some(({ partnerCode }) => partnerCode === '')

    if (indicator) {
      for (const partner of partners) {
        const isHeadline = partner.id === indicator.leadOrganisationId && !hasOwnRows
        if (!isHeadline && !index.partnerSeries(indicator.id, partner.id)) {
          growth.series.push(breakdown(indicator.id, partner))
        }
      }
    } else {
      const found = newIndicator(own, definition, told, {
        partners,
        made: growth.organisations,
        index,
      })
      if ('refused' in found) {
        growth.refusals.set(reference, found.refused)
      } else {
        growth.indicators.push(found.indicator)
        growth.series.push(headline(found.indicator))
        if (hasOwnRows || partners.length > 1) {
          growth.series.push(...partners.map(each => breakdown(found.indicator.id, each)))
        }
      }
    }
  }
  return growth
}

function byReference(rows: readonly CanonicalRow[]): Map<string, CanonicalRow[]> {
  const groups = new Map<string, CanonicalRow[]>()
  for (const row of rows) {
    const reference = referenceOf(row.indicatorCode)
    const group = groups.get(reference)
    if (group) group.push(row)
    else groups.set(reference, [row])
  }
  return groups
}

/** What each code is called: by the file's own rows first, then by the definitions. */
function namesOf(rows: readonly CanonicalRow[], { definitions }: Told): Map<string, string> {
  const named = [
    ...rows.map(({ partnerCode, partnerName }) => ({ code: partnerCode, name: partnerName })),
    ...definitions.map(({ lead_code: code = '', lead_name: name = '' }) => ({ code, name })),
  ]
  return new Map(
    named
      .filter(({ code, name }) => code !== '' && name !== '')
      .map(({ code, name }) => [referenceOf(code), name] as const)
      .reverse(),
  )
}

interface Naming {
  growth: Growth
  index: Index
  names: ReadonlyMap<string, string>
}

function partnersOf(rows: readonly CanonicalRow[], { growth, index, names }: Naming) {
  const codes = new Map(rows.map(({ partnerCode }) => [referenceOf(partnerCode), partnerCode]))
  codes.delete('')
  return [...codes].map(([reference, code]) =>
    organisation(code, names.get(reference) ?? code, growth.organisations, index),
  )
}

function headline({ id, leadOrganisationId }: NewIndicator): NewSeries {
  return {
    id: newId(),
    indicatorId: id,
    kind: 'headline',
    key: '',
    label: '',
    organisationId: leadOrganisationId,
    position: 0,
    retiredOn: null,
  }
}

function breakdown(indicatorId: string, { id, slug, name }: CatalogueOrganisation): NewSeries {
  return {
    id: newId(),
    indicatorId,
    kind: 'partner',
    key: slug,
    label: name,
    organisationId: id,
    position: 0,
    retiredOn: null,
  }
}
