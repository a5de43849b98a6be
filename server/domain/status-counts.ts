import { type Status, STATUSES, STATUS_WORDS } from './status'

export interface StatusCount {
  status: Status
  word: string
  count: number
}

/** How many there are of each status, the worst first; a status that nothing has is left out. */
export function countStatuses(statuses: readonly Status[]): StatusCount[] {
  return STATUSES.map(status => ({
    status,
    word: STATUS_WORDS[status],
    count: statuses.filter(each => each === status).length,
  })).filter(({ count }) => count > 0)
}
