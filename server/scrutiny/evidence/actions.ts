import { type Direction, directionOf } from '../../domain/direction'
import type { IsoDate } from '../../domain/period'
import { tidy } from '../../domain/number'
import type { HeldAction } from './how/queries'
import type { Subject } from './subject'

/** Where the actions of a measure stand on a day. */
export interface ActionTally {
  readonly all: readonly HeldAction[]
  readonly done: readonly HeldAction[]
  readonly open: readonly HeldAction[]
  readonly late: readonly HeldAction[]
}

/** Dropped actions are left out. */
export function tallyOf(actions: readonly HeldAction[], today: IsoDate): ActionTally {
  const all = actions.filter(({ status }) => status !== 'dropped')
  const done = all.filter(isDone)
  const open = all.filter(action => !isDone(action))
  return { all, done, open, late: open.filter(({ dueOn }) => dueOn < today) }
}

export function isDone({ doneOn, status }: HeldAction): boolean {
  return doneOn !== null || status === 'done'
}

/** What the line did between the day an action was done and the latest figure. */
export interface Since {
  readonly from: number
  readonly direction: Direction | null
}

/** Null where there is no figure of before, or none that is later. */
export function sinceDay(subject: Subject, day: IsoDate): Since | null {
  const { history, latest, input } = subject
  if (!history || !latest || latest.starts <= day) return null

  const place = history.figures.findLastIndex(
    (each, at) => (each?.value ?? null) !== null && history.startsAt(at) <= day,
  )
  const before = history.figures[place]
  const now = history.figures[latest.place]
  if (!before || before.value === null || !now) return null
  return {
    from: before.value,
    direction: directionOf(now, before, { ...input.definition, target: latest.target }),
  }
}

/** Effects claimed, towards the better side, in the measure's unit. */
export function claimedEffect({ indicator }: Subject, actions: readonly HeldAction[]): number {
  const sum = actions.reduce((total, { effect }) => total + (effect ?? 0), 0)
  return tidy(indicator.polarity === 'higher-is-better' ? sum : Math.abs(sum))
}
