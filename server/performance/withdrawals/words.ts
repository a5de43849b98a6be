import type { Actual } from '../../database/tables/performance'
import { formatDate } from '../../domain/format'

/** 'Withdrawn on 3 May 2026: the counter was faulty.' */
export function withdrawnText({
  withdrawnAt,
  withdrawnReason,
}: Pick<Actual, 'withdrawnAt' | 'withdrawnReason'>): string {
  const day =
    withdrawnAt === null ? '' : ` on ${formatDate(withdrawnAt.toISOString().slice(0, 10))}`
  return `Withdrawn${day}: ${withdrawnReason}`
}
