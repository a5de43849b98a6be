import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Enquiry, PlannedQuestion } from '../../database/tables/scrutiny'

interface Place {
  areaId: string
  userId: string
  indicatorId: string
  starts: string
}

/** One councillor's own plan for one measure and period: row-level security hides it from all others. */
export async function findPlan(db: Database, place: Place): Promise<PlannedQuestion[]> {
  const { rows } = await db.raw(
    `select q.* from planned_questions q
       join enquiries e on e.area_id = q.area_id and e.id = q.enquiry_id
     where e.area_id = ? and e.user_id = ? and e.indicator_id = ? and e.starts = ?
     order by q.position, q.question`,
    [place.areaId, place.userId, place.indicatorId, place.starts],
  )
  return rows
}

/** Opens the enquiry, or finds the one already open, and locks it: two tabs take turns. */
export async function lockEnquiry(trx: Database, place: Place): Promise<Enquiry> {
  await trx('enquiries')
    .insert({ ...place, id: newId() })
    .onConflict(['areaId', 'userId', 'indicatorId', 'starts'])
    .ignore()
  const enquiry = await trx('enquiries').where(place).forUpdate().first()
  return enquiry!
}

export function findPlanned(trx: Database, { areaId, id }: Enquiry, question: string) {
  return trx('plannedQuestions').where({ areaId, enquiryId: id, question }).first()
}

export function listPlanned(trx: Database, { areaId, id }: Enquiry) {
  return trx('plannedQuestions')
    .where({ areaId, enquiryId: id })
    .orderBy([{ column: 'position' }, { column: 'question' }])
}

export async function savePlanned(
  trx: Database,
  planned: Omit<PlannedQuestion, 'changedAt'>,
): Promise<PlannedQuestion> {
  const { areaId, enquiryId, question, ...changes } = planned
  const [saved] = await trx('plannedQuestions')
    .insert(planned)
    .onConflict(['areaId', 'enquiryId', 'question'])
    .merge({ ...changes, changedAt: trx.fn.now() as never })
    .returning('*')
  return saved!
}

export async function placeQuestion(
  trx: Database,
  { areaId, enquiryId, question }: PlannedQuestion,
  position: number,
) {
  await trx('plannedQuestions').where({ areaId, enquiryId, question }).update({ position })
}

/** Those a question can be given to: the councillors of the committees this person sits on, or all. */
export async function findMembers(
  db: Database,
  areaId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.raw(
    `select distinct u.id, u.name from appointments a join users u on u.id = a.user_id
     where a.area_id = ? and a.role = 'councillor' and u.disabled_at is null
     order by u.name`,
    [areaId],
  )
  return rows
}
