import { addDays } from '../../server/domain/period'
import { seemsToCountPeople } from '../../server/domain/small-numbers'
import { DEFAULT_TOLERANCE } from '../../server/domain/status'
import type { MeasurePlan } from '../measure-plan'
import { randomFor } from '../random'
import { addActuals } from './actuals'
import { lineOf } from './line'
import type { Register } from './register'
import { addTargets } from './targets'

/** The measures of an area with their definitions, targets and headline figures. */
export function addMeasures(register: Register) {
  for (const { board, measures } of register.plan.themes) {
    for (const plan of measures) addMeasure(register, plan, board)
  }
}

function addMeasure(register: Register, plan: MeasurePlan, board: string) {
  const { sheaf, time, id } = register
  const line = lineOf(plan, time)
  const indicatorId = id('indicator', plan.reference)
  const definition = definitionOf(register, plan, line.lagDays)
  register.lines.set(plan.reference, line)

  sheaf.add('indicators', {
    id: indicatorId,
    outcomeId: id('outcome', plan.outcome),
    partnershipId: id('partnership', board),
    leadOrganisationId: register.organisation(plan.lead),
    startsOn: time.starts(line.periods[0]!),
    retiredOn: plan.retired ? addDays(time.ends(line.periods.at(-1)!), 1) : null,
    version: 1 + (plan.versions?.length ?? 0),
    ...definition,
  })
  addVersions(register, plan, definition)

  for (const [code, share] of Object.entries(plan.contributors ?? {})) {
    sheaf.add('indicatorContributors', {
      indicatorId,
      organisationId: register.organisation(code),
      share,
    })
  }
  for (const reference of plan.priorities ?? []) {
    sheaf.add('indicatorPriorities', { indicatorId, priorityId: id('priority', reference) })
  }
  for (const { back, note } of plan.breaks ?? []) {
    sheaf.add('breaks', { indicatorId, starts: time.starts(line.periods.at(-1 - back)!), note })
  }
  sheaf.add('series', {
    id: register.series(plan.reference),
    indicatorId,
    kind: 'headline',
    key: '',
    label: '',
    organisationId: register.organisation(plan.lead),
    position: 0,
  })

  addTargets(register, plan)
  addActuals(register, line)
}

function definitionOf({ time }: Register, plan: MeasurePlan, lagDays: number) {
  const { shape, yearToDate, unit, decimals, per, numeratorLabel, denominatorLabel } = plan.kind
  const reviewed = plan.reviewedMonthsAgo ?? randomFor(`${plan.reference} review`).whole(2, 20)
  const tolerance = plan.tolerance ?? DEFAULT_TOLERANCE

  return {
    reference: plan.reference,
    title: plan.title,
    definition: plan.definition,
    rationale: plan.rationale,
    goodLooksLike: plan.good,
    unit,
    decimals,
    polarity: plan.polarity,
    frequency: plan.frequency,
    shape,
    yearToDate,
    toleranceKind: tolerance.kind,
    toleranceSize: tolerance.size,
    per,
    numeratorLabel,
    denominatorLabel,
    level: plan.level ?? ('outcome' as const),
    source: plan.source,
    lagDays,
    owner: plan.owner,
    qualityRating: plan.quality ?? ('good' as const),
    reviewedOn: time.monthsAgo(reviewed),
    reviewDueOn: time.monthsAgo(reviewed - 24),
    seasonal: plan.seasonal ?? false,
    countsPeople: seemsToCountPeople(plan.kind),
    neverZero: plan.neverZero ?? false,
  }
}

function addVersions(
  register: Register,
  plan: MeasurePlan,
  definition: ReturnType<typeof definitionOf>,
) {
  const { sheaf, time, manager, id } = register
  const versions = [
    { monthsAgo: FIRST_WRITTEN_MONTHS_AGO, reason: 'First written down.' },
    ...(plan.versions ?? []),
  ]

  versions.forEach(({ monthsAgo, reason }, at) => {
    const isLatest = at === versions.length - 1
    sheaf.add('indicatorVersions', {
      indicatorId: id('indicator', plan.reference),
      version: at + 1,
      definition: isLatest ? definition : { ...definition, definition: earlierWording(definition) },
      reason,
      changedBy: manager,
      changedAt: time.moment(time.monthsAgo(monthsAgo), 12),
    })
  })
}

const FIRST_WRITTEN_MONTHS_AGO = 66

/** What came before a later version said the same with less care. */
function earlierWording({ title, source }: { title: string; source: string }): string {
  return `${title}, as counted in: ${source.toLowerCase()}.`
}
