import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Indicator } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import type { Actor } from '../../domain/people'
import {
  insertIndicator,
  isReferenceTaken,
  keepVersion,
  replaceContributors,
} from '../../measures/definitions/queries'
import { snapshotOf } from '../../measures/definitions/snapshot'
import { keepStandings } from '../standings/keep'
import type { AdditionForm } from './forms'
import { insertSeries } from './queries'

/** Adds a measure with the line its figures will stand on; nothing comes back when the reference is taken. */
export function addIndicator(
  db: Database,
  by: Actor,
  area: Area,
  { reference, decided, contributors, reason }: AdditionForm,
): Promise<Indicator | undefined> {
  return db.transaction(async trx => {
    if (await isReferenceTaken(trx, area.id, reference)) return undefined

    const indicator = { areaId: area.id, id: newId(), reference, ...decided, version: 1 }
    const series = {
      areaId: area.id,
      id: newId(),
      indicatorId: indicator.id,
      kind: 'headline' as const,
      key: '',
      label: '',
      organisationId: indicator.leadOrganisationId,
      position: 0,
      retiredOn: null,
    }
    await insertIndicator(trx, indicator)
    await replaceContributors(trx, indicator, contributors)
    await insertSeries(trx, series)

    const definition = snapshotOf(indicator, contributors)
    await keepVersion(trx, {
      areaId: area.id,
      indicatorId: indicator.id,
      version: 1,
      definition,
      reason,
      changedBy: by.id,
    })
    await audit(trx, {
      areaId: area.id,
      by,
      action: 'indicator.added',
      subject: reference,
      after: definition,
    })
    await keepStandings(trx, area, [series.id])
    return indicator
  })
}
