import type { Actor } from '../../domain/people'
import { mayForAll } from '../../domain/permissions'

/** How far somebody sees into the audit trail; what they did themselves they always see. */
export interface Sight {
  userId: string
  organisationId: string | null
  publishedOnly: boolean
  withSignIns: boolean
}

export function sightOf(actor: Actor): Sight {
  const all = mayForAll(actor, 'audit.read')
  return {
    userId: actor.id,
    organisationId: all ? null : actor.organisationId,
    publishedOnly: !all && actor.organisationId === null,
    withSignIns: actor.roles.includes('administrator'),
  }
}
