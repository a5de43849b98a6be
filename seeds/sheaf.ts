import type { z } from 'zod'
import type { tables } from '../server/database/tables'

type TableName = Exclude<
  keyof typeof tables,
  'sessions' | 'invitations' | 'rateLimits' | 'standings'
>
type Row<Name extends TableName> = z.infer<(typeof tables)[Name]>
export type SeedRow = Record<string, unknown>

/** Rows of one area, gathered table by table before any is written. */
export interface Sheaf {
  add<Name extends TableName>(table: Name, ...rows: Partial<Omit<Row<Name>, 'areaId'>>[]): void
  /** In an order in which no row comes before one it belongs to. */
  tables(): [TableName, SeedRow[]][]
}

const ORDER: readonly TableName[] = [
  'areas',
  'users',
  'organisations',
  'appointments',
  'partnerships',
  'memberships',
  'selfEvaluationScores',
  'agreements',
  'agreementClauses',
  'outcomes',
  'priorities',
  'indicators',
  'indicatorVersions',
  'indicatorContributors',
  'indicatorPriorities',
  'breaks',
  'series',
  'targets',
  'annualTargets',
  'targetChanges',
  'links',
  'partnerLinks',
  'assessments',
  'budgets',
  'placeSpending',
  'benchmarks',
  'responsibilities',
  'triggers',
  'assumptions',
  'actuals',
  'forecasts',
  'actions',
  'milestones',
  'risks',
  'closedPeriods',
  'committees',
  'committeeMembers',
  'committeePartnerships',
  'meetings',
  'enquiries',
  'plannedQuestions',
  'answers',
  'recommendations',
  'responses',
  'auditEvents',
]

/** Tables that belong to no area. */
const OF_NO_AREA: readonly TableName[] = ['areas', 'users']

export function sheafFor(areaId: string): Sheaf {
  const gathered = new Map<TableName, SeedRow[]>(ORDER.map(table => [table, []]))

  return {
    add(table, ...rows) {
      const own = OF_NO_AREA.includes(table) ? {} : { areaId }
      gathered.get(table)!.push(...rows.map(row => ({ ...own, ...row })))
    },
    tables: () => [...gathered].filter(([, rows]) => rows.length > 0),
  }
}
