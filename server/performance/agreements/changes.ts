import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Agreement, Outcome } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import type { Actor } from '../../domain/people'
import { notFound, outOfDate } from '../../domain/refusal'
import {
  insertAgreement,
  insertOutcome,
  isOutcomeTaken,
  isSlugTaken,
} from '../../measures/agreements/queries'
import { findDefinition } from '../../measures/definitions/queries'
import { reviseDefinition } from '../definitions/revision'
import { slugFor } from './slug'

/** Nothing comes back when there is an agreement of that name already. */
export function addAgreement(
  db: Database,
  by: Actor,
  area: Area,
  { title, startsOn, endsOn }: Pick<Agreement, 'title' | 'startsOn' | 'endsOn'>,
): Promise<Agreement | undefined> {
  return db.transaction(async trx => {
    const slug = slugFor(title)
    if (await isSlugTaken(trx, area.id, slug)) return undefined

    const agreement = { areaId: area.id, id: newId(), slug, title, startsOn, endsOn }
    await insertAgreement(trx, agreement)
    await audit(trx, {
      areaId: area.id,
      by,
      action: 'agreement.added',
      subject: slug,
      after: { title, startsOn, endsOn },
    })
    return agreement
  })
}

/** Nothing comes back when the reference is taken, by this agreement or another. */
export function addOutcome(
  db: Database,
  by: Actor,
  agreement: Agreement,
  outcomes: readonly Outcome[],
  { reference, title, parent }: { reference: string; title: string; parent: string },
): Promise<Outcome | undefined> {
  const { areaId } = agreement
  return db.transaction(async trx => {
    if (await isOutcomeTaken(trx, areaId, reference)) return undefined

    const outcome = {
      areaId,
      id: newId(),
      agreementId: agreement.id,
      parentId: outcomes.find(each => each.reference === parent)?.id ?? null,
      reference,
      title,
      position: Math.max(0, ...outcomes.map(({ position }) => position)) + 1,
    }
    await insertOutcome(trx, outcome)
    await audit(trx, {
      areaId,
      by,
      action: 'outcome.added',
      subject: reference,
      after: { agreement: agreement.slug, title, parent },
    })
    return outcome
  })
}

/** What a measure stands for is part of its definition, so moving it makes a new version. */
export async function placeMeasure(
  db: Database,
  by: Actor,
  area: Area,
  reference: string,
  outcome: Outcome,
): Promise<string> {
  const record = await findDefinition(db, area.id, reference)
  if (!record) throw notFound('Measure')

  const { contributors, breaks: _breaks, ...indicator } = record
  const { areaId: _area, id, reference: _reference, version, ...decided } = indicator
  const revision = await reviseDefinition(db, by, area, id, {
    decided: { ...decided, outcomeId: outcome.id },
    contributors,
    reason: `Put under ${outcome.reference} ${outcome.title}`,
    version,
    breakFrom: null,
  })
  if ('theirs' in revision || 'errors' in revision) {
    throw outOfDate('Somebody else changed this measure a moment ago')
  }
  return record.title
}
