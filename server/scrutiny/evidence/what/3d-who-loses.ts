import { capitalised, formatDate, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, oneOf, percent, pounds, sharpened, yearName } from '../wording'
import { findImpact, type Impact } from './impact-queries'

const KINDS = ['equalities', 'sustainability', 'efficiency'] as const

export const whoLoses = evidence('3d', findImpact, showWhoLoses)

export function showWhoLoses(
  subject: Subject,
  { assessments, groups, unitCosts }: Impact,
): Exhibit {
  const done = KINDS.filter(kind => assessments.some(one => one.kind === kind))
  const absent = KINDS.filter(kind => !done.includes(kind))
  const costs = costTrend(unitCosts)

  return exhibit({
    missing: done.length === 0,
    finding:
      absent.length === 0
        ? groups.length > 0
          ? 'All three effects have been assessed'
          : 'All three effects have been assessed, but there are no figures by group'
        : `${capitalised(listOf(absent))} ${absent.length === 1 ? 'has' : 'have'} not been assessed`,
    sharpened: sharpened(
      [
        absent.length > 0 ? `No ${oneOf(absent)} assessment is held.` : null,
        groups.length === 0 ? 'There are no figures by group.' : null,
        costs &&
          `The cost of each case is ${costs} since ${yearName(subject, unitCosts[0]!.year)}.`,
      ],
      'Who loses out, what does it cost the environment, and what is wasted?',
    ),
    facts: factsOf({
      'Figures by group': groups.length > 0 ? listOf(groups) : 'none',
      'Unit cost':
        unitCosts.length > 0 &&
        `${pounds(unitCosts.at(-1)!.unitCost)} in ${yearName(subject, unitCosts.at(-1)!.year)}${costs ? `, ${costs} since ${yearName(subject, unitCosts[0]!.year)}` : ''}`,
    }),
    table: {
      caption: 'The three assessments',
      head: ['Effect on', 'Assessed', 'Finding'],
      rows: KINDS.map(kind => {
        const one = assessments.find(assessment => assessment.kind === kind)
        return [
          EFFECTS[kind],
          one ? `${formatDate(one.assessedOn)}, ${one.assessor}` : 'not assessed',
          one ? closed(one.finding) : '–',
        ]
      }),
    },
    source: asHeld(subject, 'the assessments, the breakdowns and the budgets'),
  })
}

const EFFECTS = {
  equalities: 'Equality between groups',
  sustainability: 'The environment',
  efficiency: 'Value for money',
} as const

/** 'up 12%' over the years held, or nothing where there is one year or no change. */
function costTrend(costs: Impact['unitCosts']): string | null {
  const first = costs[0]
  const last = costs.at(-1)
  if (!first || !last || first === last || first.unitCost <= 0) return null

  const change = last.unitCost / first.unitCost - 1
  if (Math.abs(change) < 0.005) return null
  return change > 0 ? `up ${percent(change)}` : `down ${percent(-change)}`
}
