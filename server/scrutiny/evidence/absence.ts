import { formatDate } from '../../domain/format'
import { daysBetween, type IsoDate } from '../../domain/period'
import type { Published } from '../../performance/indicators/queries'

export type AbsenceKind =
  | 'overdue'
  | 'not-yet-due'
  | 'not-applicable'
  | 'not-yet-available'
  | 'suppressed'
  | 'no-cases'

/** Why a period has no figure, in a sentence. */
export interface Absence {
  readonly kind: AbsenceKind
  readonly dueOn: IsoDate
  readonly daysLate: number
  readonly sentence: string
}

/** Null where the period has a figure. */
export function absenceAt(
  starts: IsoDate,
  figures: readonly Published[],
  { label, dueOn, today }: { label: string; dueOn: IsoDate; today: IsoDate },
): Absence | null {
  const row = figures.find(figure => figure.state === 'published' && figure.starts === starts)
  const isLate = today > dueOn
  const daysLate = isLate ? daysBetween(dueOn, today) : 0
  const absence = (kind: AbsenceKind, sentence: string) => ({ kind, dueOn, daysLate, sentence })

  const withdrawn = figures.findLast(
    figure => figure.state === 'withdrawn' && figure.starts === starts,
  )

  if (row === undefined && isLate && withdrawn?.withdrawnAt) {
    const day = formatDate(withdrawn.withdrawnAt.toISOString().slice(0, 10))
    return absence(
      'overdue',
      `The figure for ${label} was withdrawn on ${day}, and no other has come.`,
    )
  } else if (row === undefined && isLate) {
    return absence(
      'overdue',
      `The figure for ${label} was due on ${formatDate(dueOn)} and has not come.`,
    )
  } else if (row === undefined) {
    return absence('not-yet-due', `The figure for ${label} is not due until ${formatDate(dueOn)}.`)
  } else if (row.availability === 'not-applicable') {
    return absence('not-applicable', `No figure applies in ${label}.`)
  } else if (row.availability === 'not-yet-available') {
    const promised =
      row.promisedOn === null ? '' : `, and is promised for ${formatDate(row.promisedOn)}`
    return absence('not-yet-available', `The figure for ${label} is not yet available${promised}.`)
  } else if (row.availability === 'suppressed') {
    return absence('suppressed', `The figure for ${label} is too small to be shown.`)
  } else if (row.denominator === 0) {
    return absence('no-cases', `There were no cases in ${label}, so there is no figure.`)
  } else {
    return null
  }
}
