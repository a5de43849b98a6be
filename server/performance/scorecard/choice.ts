import { compareConcern } from '../../domain/concern'
import { STATUSES, type Status } from '../../domain/status'
import type { CardRow } from './queries'

/** A row of either kind, as far as choosing and ordering depend on it. */
type Ordered = Omit<CardRow, 'standing'> & { standing: Pick<CardRow['standing'], 'concernRank'> }

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
    status: STATUSES.find(name => name === query.status) ?? '',
    outcome: query.outcome ?? '',
    partner: query.partner ?? '',
    order,
  }
}

/** Everything but the status: what the counts on top are counted from. */
export function chosen<Row extends Ordered>(
  rows: readonly Row[],
  { outcome, partner }: Choice,
): Row[] {
  return rows.filter(
    row =>
      (outcome === '' || row.outcomeReference === outcome) &&
      (partner === '' || row.organisationSlug === partner),
  )
}

export function ordered<Row extends Ordered>(rows: readonly Row[], order: Order): Row[] {
  const byConcern = rows
    .map(row => ({ row, concernRank: row.standing.concernRank, reference: row.reference }))
    .sort(compareConcern)
    .map(({ row }) => row)
  if (order === 'concern') return byConcern
  // Sorting is stable: within an outcome or a partner the worst still comes first.
  return byConcern.sort((a, b) => COLLATOR.compare(LABELS[order](a), LABELS[order](b)))
}

/** Made once: `localeCompare` would make one for every two rows compared. */
const COLLATOR = new Intl.Collator('en-GB')

const LABELS: Record<Exclude<Order, 'concern'>, (row: Ordered) => string> = {
  outcome: ({ outcome }) => outcome ?? '\uFFFF',
  partner: ({ organisation }) => organisation,
  name: ({ title }) => title,
}
