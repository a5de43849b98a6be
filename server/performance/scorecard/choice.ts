import { compareConcern } from '../../domain/concern'
import type { Status } from '../../domain/status'
import type { ScorecardRow } from './queries'

export const ORDERS = ['concern', 'outcome', 'partner', 'name'] as const
export type Order = (typeof ORDERS)[number]

/** What the reader asked to see, by plain links. */
export interface Choice {
  status: Status | ''
  outcome: string
  partner: string
  order: Order
}

export function choiceOf(query: Record<string, string>): Choice {
  const order = ORDERS.find(name => name === query.order) ?? 'concern'
  return {
    status: (query.status ?? '') as Status | '',
    outcome: query.outcome ?? '',
    partner: query.partner ?? '',
    order,
  }
}

/** Everything but the status: what the counts on top are counted from. */
export function chosen(rows: readonly ScorecardRow[], { outcome, partner }: Choice) {
  return rows.filter(
    row =>
      (outcome === '' || row.outcomeReference === outcome) &&
      (partner === '' || row.organisationSlug === partner),
  )
}

export function ordered(rows: readonly ScorecardRow[], order: Order): ScorecardRow[] {
  const byConcern = [...rows].sort((a, b) => compareConcern(concernOf(a), concernOf(b)))
  if (order === 'concern') return byConcern
  // Sorting is stable: within an outcome or a partner the worst still comes first.
  return byConcern.sort((a, b) => LABELS[order](a).localeCompare(LABELS[order](b), 'en-GB'))
}

const LABELS: Record<Exclude<Order, 'concern'>, (row: ScorecardRow) => string> = {
  outcome: ({ outcome }) => outcome ?? '\uFFFF',
  partner: ({ organisation }) => organisation,
  name: ({ title }) => title,
}

function concernOf({ reference, standing }: ScorecardRow) {
  return { ...standing, reference }
}
