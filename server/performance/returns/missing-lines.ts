import {
  addDays,
  daysBetween,
  lastPeriodEnded,
  periodEnds,
  periodsBetween,
  periodStarting,
  periodStarts,
} from '../../domain/period'
import type { Visit } from '../../people/visit'
import { findOwedLines, type OwedLine } from './line-queries'
import { keyOf } from './queries'

/** The lines of one measure that have no figure for one period, by kind. */
export interface MissingLines
  extends Pick<OwedLine, 'reference' | 'title' | 'frequency' | 'organisation' | 'lagDays'> {
  starts: string
  dueOn: string
  /** Negative while there is still time. */
  daysLate: number
  /** `first` is the key of the line to begin with. */
  kinds: { kind: OwedLine['kind']; missing: number; of: number; first: string }[]
}

/** What this person's organisation has still to enter beside the headlines, by measure and period. */
export async function missingLines(
  visit: Visit,
  begun: ReadonlySet<string>,
): Promise<MissingLines[]> {
  const owed = await findOwedLines(visit.db, visit.area.id, visit.actor!.organisationId!)
  const gathered = new Map<string, MissingLines>()
  for (const line of owed) {
    for (const period of openPeriods(line, visit)) {
      if (begun.has(keyOf({ ...line, ...period }))) continue
      const at = keyOf({ reference: line.reference, starts: period.starts })
      const lines = gathered.get(at) ?? { ...line, ...period, kinds: [] }
      gathered.set(at, lines)
      const kind = lines.kinds.find(each => each.kind === line.kind)
      if (kind) kind.missing++
      else lines.kinds.push(firstOf(line, period.starts, owed))
    }
  }
  return [...gathered.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}

function firstOf({ reference, kind, key }: OwedLine, starts: string, owed: readonly OwedLine[]) {
  const alike = owed.filter(
    line => line.reference === reference && line.kind === kind && isReported(line, starts),
  )
  return { kind, missing: 1, of: alike.length, first: key }
}

/** Of a line that never had a figure only the latest period is asked for: it may be a new line. */
function openPeriods(line: OwedLine, { today, calendar }: Visit) {
  const last = lastPeriodEnded(today, line.frequency, calendar)
  const first =
    line.nextStarts === null ? last : periodStarting(line.nextStarts, line.frequency, calendar)
  return periodsBetween(first, last)
    .map(period => {
      const dueOn = addDays(periodEnds(period, calendar), line.lagDays)
      return { starts: periodStarts(period, calendar), dueOn, daysLate: daysBetween(dueOn, today) }
    })
    .filter(({ starts }) => isReported(line, starts))
}

function isReported({ retiredOn }: OwedLine, starts: string): boolean {
  return retiredOn === null || starts < retiredOn
}
