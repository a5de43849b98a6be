import type { Database } from '../../../database/database'
import type { IsoDate } from '../../../domain/period'
import type { Subject } from '../subject'

export interface Milestone {
  title: string
  action: string
  firstDueOn: IsoDate
  dueOn: IsoDate
  doneOn: IsoDate | null
}

export async function findMilestones(
  db: Database,
  { area, indicator }: Subject,
): Promise<Milestone[]> {
  return db('milestones as m')
    .join('actions as a', join => join.on('a.areaId', 'm.areaId').andOn('a.id', 'm.actionId'))
    .where({ 'm.areaId': area.id, 'a.indicatorId': indicator.id })
    .whereNot('a.status', 'dropped')
    .orderBy(['m.dueOn', 'm.position'])
    .select('m.title', 'a.title as action', 'm.firstDueOn', 'm.dueOn', 'm.doneOn')
}
