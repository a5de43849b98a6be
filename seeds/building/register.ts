import type { BoroughPlan, Days } from '../borough-plan'
import { idOf } from '../ids'
import { type Sheaf, sheafFor } from '../sheaf'
import { type Timeline, timelineTo } from '../timeline'
import type { Line } from './line'

/** Who is who and what is what in one area, while its rows are being made. */
export interface Register {
  readonly plan: BoroughPlan
  readonly time: Timeline
  readonly sheaf: Sheaf
  readonly areaId: string
  /** The figures of each measure by its reference, once they are made. */
  readonly lines: Map<string, Line>
  readonly manager: string
  /** Null where the day is not given. */
  day(days: Days | null | undefined): string | null
  id(kind: string, ...key: (string | number)[]): string
  organisation(code: string): string
  series(reference: string, kind?: string, key?: string): string
  person(handle: string): string
  enterer(code: string): string
  approver(code: string): string
  line(reference: string): Line
}

export function registerOf(plan: BoroughPlan, today: string): Register {
  const time = timelineTo(today)
  const areaId = idOf('area', plan.slug)
  const id = (kind: string, ...key: (string | number)[]) => idOf(plan.slug, kind, ...key)
  const lines = new Map<string, Line>()

  const whoever = (is: (person: BoroughPlan['people'][number]) => boolean, sought: string) => {
    const person = plan.people.find(is)
    if (!person) throw new Error(`${plan.name} has no ${sought}`)
    return userId(person.email)
  }
  const acting = (role: 'data-officer' | 'approver') => (code: string) =>
    whoever(
      ({ roles, organisation }) => roles.includes(role) && organisation === code,
      `${role} for ${code}`,
    )

  return {
    plan,
    time,
    sheaf: sheafFor(areaId),
    areaId,
    lines,
    manager: whoever(({ roles }) => roles.includes('partnership-manager'), 'partnership manager'),
    day: days => (days == null ? null : time.daysAhead(days)),
    id,
    organisation: code => id('organisation', code),
    series: (reference, kind = 'headline', key = '') => id('series', reference, kind, key),
    person: handle => whoever(person => person.handle === handle, handle),
    enterer: acting('data-officer'),
    approver: acting('approver'),
    line: reference => {
      const line = lines.get(reference)
      if (!line) throw new Error(`${plan.name} has no measure ${reference}`)
      return line
    },
  }
}

export function userId(email: string): string {
  return idOf('user', email)
}
