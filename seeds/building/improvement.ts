import type { Register } from './register'

/** Actions with their milestones, and risks. */
export function addImprovement({ plan, sheaf, id, organisation, day }: Register) {
  for (const [at, action] of plan.actions.entries()) {
    const actionId = id('action', action.reference, at)
    sheaf.add('actions', {
      id: actionId,
      indicatorId: id('indicator', action.reference),
      organisationId: organisation(action.organisation),
      title: action.title,
      owner: action.owner,
      startsOn: day(action.starts),
      dueOn: day(action.due)!,
      doneOn: day(action.done),
      effect: action.effect,
      status: action.status,
      progress: action.progress,
      promisedToScrutiny: action.promised ?? false,
    })
    action.milestones?.forEach(([title, firstDue, due, done], position) => {
      sheaf.add('milestones', {
        actionId,
        position,
        title,
        firstDueOn: day(firstDue)!,
        dueOn: day(due)!,
        doneOn: day(done),
      })
    })
  }

  for (const [at, risk] of plan.risks.entries()) {
    sheaf.add('risks', {
      id: id('risk', risk.reference, at),
      indicatorId: id('indicator', risk.reference),
      title: risk.title,
      likelihood: risk.likelihood,
      impact: risk.impact,
      mitigation: risk.mitigation,
      owner: risk.owner,
      reviewedOn: day(risk.reviewed),
      closedOn: day(risk.closed),
    })
  }
}
