import type { Database } from '../../database/database'

export interface Commitment {
  reference: string
  what: string
  dueOn: string
}

/** Promises to scrutiny that are still open: answers taken away, and actions promised. */
export async function findCommitments(db: Database, areaId: string): Promise<Commitment[]> {
  const { rows } = await db.raw(
    `select i.reference, 'The answer promised to the meeting of ' || to_char(m.held_on, 'FMDD FMMonth YYYY') as what,
       a.due_on
     from answers a
       join meetings m on m.area_id = a.area_id and m.id = a.meeting_id
       join indicators i on i.area_id = a.area_id and i.id = a.indicator_id
     where a.area_id = ? and a.verdict = 'taken-away' and a.settled_on is null and a.due_on is not null
     union all
     select i.reference, 'The action “' || c.title || '”', c.due_on
     from actions c join indicators i on i.area_id = c.area_id and i.id = c.indicator_id
     where c.area_id = ? and c.promised_to_scrutiny and c.done_on is null and c.status <> 'dropped'
     order by due_on`,
    [areaId, areaId],
  )
  return rows
}
