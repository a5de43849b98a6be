import { audit } from '../database/audit'
import type { Database } from '../database/database'
import type { Area } from '../database/tables/people'
import { keepStandings } from '../performance/standings/keep'
import type { Differences } from './differences'
import type { Growth } from './newcomers'
import { insertArea } from './queries'
import {
  insertFigures,
  insertForecasts,
  insertIndicators,
  insertOrganisations,
  insertSeries,
  saveTargets,
} from './writing-queries'

interface Loading {
  area: Area
  isNew: boolean
  growth: Growth
  found: Differences
  report: Record<'read' | 'fresh' | 'changed' | 'unchanged' | 'refused', number>
  fileName: string
}

/** Writes what was found, keeps the standings and audits it: one step with the transaction around it. */
export async function apply(trx: Database, loading: Loading): Promise<void> {
  const { area, isNew, growth, found, fileName } = loading
  const reason = `Imported from ${fileName}`

  if (isNew) await insertArea(trx, area)
  await insertOrganisations(trx, area.id, growth.organisations)
  await insertIndicators(trx, area.id, growth.indicators, reason)
  await insertSeries(trx, area.id, growth.series)
  await insertFigures(trx, area.id, found.figures, reason)
  await saveTargets(trx, area.id, found.targets, reason)
  await insertForecasts(trx, area.id, found.forecasts)
  await keepStandings(trx, area, touchedBy(growth, found))
  await writeAudit(trx, loading)
}

function touchedBy(growth: Growth, { figures, targets, forecasts }: Differences): string[] {
  const written = [...figures, ...targets, ...forecasts].map(({ seriesId }) => seriesId)
  return [...new Set([...growth.series.map(({ id }) => id), ...written])]
}

/** One row for the whole file: each revised figure and target keeps its own reason besides. */
async function writeAudit(trx: Database, { area, growth, report, fileName }: Loading) {
  await audit(trx, {
    areaId: area.id,
    by: null,
    action: 'figures.imported',
    subject: fileName,
    after: {
      read: report.read,
      new: report.fresh,
      changed: report.changed,
      unchanged: report.unchanged,
      refused: report.refused,
      indicators: growth.indicators.map(({ reference }) => reference),
      organisations: growth.organisations.map(({ code }) => code),
    },
  })
}
