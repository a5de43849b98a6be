import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { Indicator } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import type { Actor } from '../../domain/people'
import { periodStarts } from '../../domain/period'
import { notFound } from '../../domain/refusal'
import {
  findContributions,
  keepVersion,
  lockIndicator,
  replaceContributors,
  saveBreak,
  saveIndicator,
} from '../../measures/definitions/queries'
import { type Contribution, snapshotOf } from '../../measures/definitions/snapshot'
import { keepStandings } from '../standings/keep'
import type { DefinitionForm } from './forms'
import { findSeriesOf, hasFigures, hasFiguresInHand, moveSeries } from './queries'

/** What came of it: a new version, nothing to change, a sentence at a field, or somebody quicker. */
export type Revision =
  | { revised: Indicator }
  | { unchanged: Indicator }
  | { errors: Record<string, string> }
  | { theirs: { indicator: Indicator; contributors: Contribution[] } }

/** Gives a measure a new version of its definition, and judges all its figures by it from now on. */
export function reviseDefinition(
  db: Database,
  by: Actor,
  area: Area,
  id: string,
  form: DefinitionForm,
): Promise<Revision> {
  return db.transaction(async trx => {
    const held = await lockIndicator(trx, area.id, id)
    if (!held) throw notFound('Measure')
    const contributors = await findContributions(trx, held)
    const after = { ...held, ...form.decided }

    const isSame = texts(held, contributors) === texts(after, form.contributors)
    if (isSame && form.breakFrom === null) return { unchanged: held }
    if (held.version !== form.version) return { theirs: { indicator: held, contributors } }
    const errors = await faultsOf(trx, held, after)
    if (errors) return { errors }

    const revised = { ...after, version: held.version + 1 }
    await keepVersion(trx, versionOf(held, contributors, EARLIEST, null))
    if (held.leadOrganisationId !== after.leadOrganisationId) {
      await moveSeries(trx, held, after.leadOrganisationId)
    }
    await saveIndicator(trx, revised)
    await replaceContributors(trx, revised, form.contributors)
    await keepVersion(trx, versionOf(revised, form.contributors, form.reason, by.id))
    if (form.breakFrom) {
      const calendar = { yearStart: area.yearStart }
      await saveBreak(trx, revised, periodStarts(form.breakFrom, calendar), form.reason)
    }
    await audit(trx, {
      areaId: area.id,
      by,
      action: 'indicator.revised',
      subject: held.reference,
      before: snapshotOf(held, contributors),
      after: { ...snapshotOf(revised, form.contributors), reason: form.reason },
    })
    await keepStandings(trx, area, await findSeriesOf(trx, revised))
    return { revised }
  })
}

/** Measures from before versions were kept get their first one when it is about to be replaced. */
const EARLIEST = 'As it was first recorded'

function versionOf(
  indicator: Indicator,
  contributors: readonly Contribution[],
  reason: string,
  changedBy: string | null,
) {
  return {
    areaId: indicator.areaId,
    indicatorId: indicator.id,
    version: indicator.version,
    definition: snapshotOf(indicator, contributors),
    reason,
    changedBy,
  }
}

/** What figures already entered do not let anybody change. */
async function faultsOf(trx: Database, held: Indicator, after: Indicator) {
  const errors: Record<string, string> = {}
  const isRecast = held.frequency !== after.frequency || held.shape !== after.shape
  if (isRecast && (await hasFigures(trx, held))) {
    if (held.frequency !== after.frequency) errors.frequency = `${FIXED}how often it is reported`
    if (held.shape !== after.shape) errors.shape = `${FIXED}what a figure covers`
  }
  if (held.leadOrganisationId !== after.leadOrganisationId && (await hasFiguresInHand(trx, held))) {
    errors.leadOrganisationId =
      'Figures of the present lead organisation are on their way. Publish or return them, and have drafts finished, before another takes over'
  }
  return Object.keys(errors).length > 0 ? errors : null
}

const FIXED = 'Figures have been entered already. Retire this measure and add a new one to change '

function texts(indicator: Indicator, contributors: readonly Contribution[]): string {
  const { contributors: given = [], ...definition } = snapshotOf(indicator, contributors)
  const sorted = [...given].sort((a, b) => a.organisationId.localeCompare(b.organisationId))
  return JSON.stringify([Object.entries(definition).sort(), sorted])
}
