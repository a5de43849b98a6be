import { newId } from './id'
import type { Database } from './database'

interface Change {
  areaId: string
  by: { id: string; organisationId: string | null } | null
  action: string
  /** What it is about, by reference: 'env-03 2026-27-q2'. */
  subject: string
  before?: unknown
  after?: unknown
}

/** Call inside the transaction that makes the change, so neither can exist without the other. */
export async function audit(trx: Database, { areaId, by, action, subject, before, after }: Change) {
  await trx('auditEvents').insert({
    areaId,
    id: newId(),
    userId: by?.id ?? null,
    organisationId: by?.organisationId ?? null,
    action,
    subject,
    before: before === undefined ? null : JSON.stringify(before),
    after: after === undefined ? null : JSON.stringify(after),
  })
}
