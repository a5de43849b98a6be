import type { Area } from '../database/tables/people'
import type { Actor } from '../domain/people'
import { may } from '../domain/permissions'
import { paths, to } from '../web/paths'

/** Where this person's work begins: councillors at the worklist, officers at their returns, all others at the scorecard. */
export function homeOf({ slug }: Area, actor: Actor | null): string {
  const values = { area: slug }
  if (may(actor, 'enquiries.own')) return to(paths.worklist, values)
  if (may(actor, 'returns.read')) return to(paths.returns, values)
  return to(paths.scorecard, values)
}
