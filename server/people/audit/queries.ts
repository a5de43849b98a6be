import type { Database } from '../../database/database'
import type { Sight } from './sight'

/** Enough to see what has happened lately; older events are found by their subject. */
export const MOST = 200

/** What a councillor's question plan says is between it and its author. */
const PRIVATE = '^enquiry\\.'
const SIGNING_IN = '^(session|sessions|password|invitation|administrator)\\.'
const PUBLISHED = '^(actual\\.(published|withdrawn)|(indicator|target|agreement|partnership)\\.)'

export interface Event {
  id: string
  action: string
  subject: string
  happenedAt: Date
  name: string | null
  organisation: string | null
}

/** The latest first, as far as the reader may see; `about` is any part of a subject. */
export async function listEvents(
  trx: Database,
  areaId: string,
  { userId, organisationId, publishedOnly, withSignIns }: Sight,
  about: string,
): Promise<Event[]> {
  const { rows } = await trx.raw(
    `select e.id, e.action, e.subject, e.happened_at, u.name, o.name as organisation
     from audit_events e
       left join users u on u.id = e.user_id
       left join organisations o on o.area_id = e.area_id and o.id = e.organisation_id
     where e.area_id = :areaId and strpos(lower(e.subject), lower(:about)) > 0
       and (e.user_id = :userId or (e.action !~ :private
         and (:withSignIns or e.action !~ :signingIn)
         and (not :publishedOnly or e.action ~ :published)
         and (:organisationId::uuid is null or e.organisation_id = :organisationId)))
     order by e.happened_at desc, e.id desc
     limit ${MOST}`,
    {
      areaId,
      about,
      userId,
      organisationId,
      publishedOnly,
      withSignIns,
      private: PRIVATE,
      signingIn: SIGNING_IN,
      published: PUBLISHED,
    },
  )
  return rows
}
