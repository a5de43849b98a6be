import type { Database } from '../database/database'
import { newId } from '../database/id'
import { inScope } from '../database/scope'
import type { Area } from '../database/tables/people'
import type { IsoDate } from '../domain/period'
import type { Polarity } from '../domain/polarity'
import { Refusal, wrongInput } from '../domain/refusal'
import { apply } from './apply'
import { type Canonical, type CanonicalRow, readCanonical } from './canonical'
import { indexOf } from './catalogue'
import { type Definition, readDefinitions } from './definitions'
import { type Change, compare, holdingKey } from './differences'
import type { Fault } from './fault'
import { compareFlags, type FlagComparison } from './flags'
import { grow, noGrowth, usedOf } from './growth'
import { notesOn } from './notes'
import { eachPartnerApart } from './partners'
import { findAreaByName, findCatalogue, findHoldings, lockArea } from './queries'
import { referenceOf } from './reference'
import { resolve } from './resolution'

export interface ImportRequest {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly definitions?: { readonly name: string; readonly bytes: Uint8Array } | undefined
  /** No figure is taken of a period that has not ended by this day. */
  readonly today: IsoDate
  /** The area's name or address. */
  readonly area: string
  /** Make the area, organisations and measures that are not there yet. */
  readonly create?: boolean
  readonly eachPartner?: boolean
  readonly dryRun?: boolean
  /** Load the rows without a fault although others have one. */
  readonly skipRefused?: boolean
  /** For new measures whose definition says nothing. */
  readonly polarity?: Polarity | undefined
  /** The month in which a new area's year begins; April unless told. */
  readonly yearStart?: number | undefined
}

export interface ImportReport {
  /** Unreadable: the file as a whole is at fault, so no row was looked at. */
  readonly outcome: 'loaded' | 'compared' | 'refused' | 'unreadable'
  /** Rows of the file that hold anything = fresh + changed + unchanged + refused. */
  readonly read: number
  readonly fresh: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly faults: readonly Fault[]
  /** Faults of the definitions file; then nothing is compared. */
  readonly definitionFaults: readonly Fault[]
  readonly changes: readonly Change[]
  readonly flags: FlagComparison
  readonly made: { readonly area: boolean } & Record<'organisations' | 'indicators', number>
  readonly notes: readonly string[]
}

/**
 * Loads a file of historic figures as published ones, whole or not at all, in one transaction with
 * its audit row and the standings. Throws a Refusal where there is no such area to load into.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportReport> {
  const read = readCanonical(request.file.bytes)
  const defined = request.definitions ? readDefinitions(request.definitions.bytes) : NO_DEFINITIONS
  if ('unreadable' in read || defined.faults.length > 0) {
    const faults = 'unreadable' in read ? read.unreadable : []
    return { ...NOTHING_DONE, faults, definitionFaults: defined.faults }
  }

  const slug = referenceOf(request.area)
  if (slug === '') throw wrongInput('An area needs a name with letters or numbers in it.')
  const held = await findAreaByName(db, request.area, slug)
  if (!held && !request.create) {
    const message = `There is no area “${request.area}”. Add --create to make it.`
    throw new Refusal('not-found', message)
  }

  const area = held ?? newArea(request, slug)
  const apart = request.eachPartner ? eachPartnerApart(read.rows, defined.definitions) : undefined
  return inScope(db, { areaId: area.id, sight: 'all' }, trx =>
    importInto(trx, area, {
      request,
      isNew: !held,
      read,
      rows: apart?.rows ?? read.rows,
      definitions: apart?.definitions ?? defined.definitions,
      notes: [...read.notes, ...defined.notes],
    }),
  )
}

const NO_DEFINITIONS = { definitions: [], faults: [], notes: [] }

const NOTHING_DONE: ImportReport = {
  outcome: 'unreadable',
  read: 0,
  fresh: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  faults: [],
  definitionFaults: [],
  changes: [],
  flags: { agree: 0, differ: [] },
  made: { area: false, organisations: 0, indicators: 0 },
  notes: [],
}

function newArea({ area, yearStart }: ImportRequest, slug: string): Area {
  return {
    id: newId(),
    slug,
    name: area.trim(),
    yearStart: yearStart ?? 4,
    preset: 'plot-the-dots',
    runLength: 7,
    invented: false,
    createdAt: new Date(0),
  }
}

interface Work {
  request: ImportRequest
  isNew: boolean
  read: Canonical
  rows: readonly CanonicalRow[]
  definitions: readonly Definition[]
  notes: readonly string[]
}

async function importInto(trx: Database, area: Area, work: Work): Promise<ImportReport> {
  const { read, rows, definitions, request, isNew } = work
  await lockArea(trx, area.id)
  const catalogue = await findCatalogue(trx, area)
  const growth = request.create
    ? grow(catalogue, rows, { definitions, polarity: request.polarity ?? 'context-only' })
    : noGrowth()
  const index = indexOf({
    ...catalogue,
    organisations: [...catalogue.organisations, ...growth.organisations],
    indicators: [...catalogue.indicators, ...growth.indicators],
    series: [...catalogue.series, ...growth.series],
  })

  const { create = false, today } = request
  const { resolved, faults } = resolve(rows, index, { create, refusals: growth.refusals, today })
  const seriesIds = [...new Set(resolved.map(({ series }) => series.id))]
  const held = await findHoldings(trx, area.id, seriesIds)
  const found = compare(resolved, held)
  const allFaults = [...read.faults, ...faults, ...found.faults].sort((a, b) => a.row - b.row)
  const refused = new Set(allFaults.map(({ row }) => row)).size
  const used = usedOf(growth, seriesIds)

  const report = {
    read: read.read,
    fresh: found.fresh,
    changed: found.changed,
    unchanged: found.unchanged,
    refused,
    faults: allFaults,
    definitionFaults: [],
    changes: found.changes,
    flags: compareFlags(resolved, ({ series, starts }) =>
      held.targets.get(holdingKey(series.id, starts)),
    ),
    made: {
      area: isNew,
      organisations: used.organisations.length,
      indicators: used.indicators.length,
    },
    notes: [...work.notes, ...notesOn(resolved, used)],
  }

  if (refused > 0 && !request.skipRefused) {
    return { ...report, outcome: 'refused' }
  } else if (request.dryRun) {
    return { ...report, outcome: 'compared' }
  } else if (found.fresh + found.changed === 0) {
    return { ...report, outcome: 'loaded' }
  } else {
    await apply(trx, { area, isNew, growth: used, found, report, fileName: request.file.name })
    return { ...report, outcome: 'loaded' }
  }
}
