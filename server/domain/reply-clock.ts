import { addDays, type IsoDate } from './period'

/** Two months beginning with the day of receipt (SI 2009/1919 reg 6). */
const EXECUTIVE_MONTHS = 2

/**
 * The last day on which an executive may reply: two months beginning with the day of receipt, so
 * received on 12 February it is due on 11 April. Where the later month has no such day, its last.
 */
export function executiveReplyDue(receivedOn: IsoDate): IsoDate {
  const [year = 0, month = 0, day = 0] = receivedOn.split('-').map(Number)
  const later = year * 12 + month - 1 + EXECUTIVE_MONTHS
  const first = `${String(Math.floor(later / 12))}-${String((later % 12) + 1).padStart(2, '0')}-01`
  const corresponding = addDays(first, day - 1)
  return corresponding.slice(0, 7) === first.slice(0, 7)
    ? addDays(corresponding, -1)
    : lastDayOf(first)
}

function lastDayOf(first: IsoDate): IsoDate {
  return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
}
