import type { Indicator } from '../../database/tables/measures'
import type { Actor } from '../../domain/people'
import { may } from '../../domain/permissions'
import { periodLabel, periodStarting } from '../../domain/period'
import { type Difference, differencesBetween, type Names } from '../../measures/definitions/fields'
import { readSnapshot } from '../../measures/definitions/snapshot'
import { momentOf } from '../../people/moment'
import type { Visit } from '../../people/visit'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { seenText } from '../indicators/seen'
import { changedPeriod, keptTarget } from '../targets/words'
import type { Withdrawal } from '../withdrawals/queries'
import type { KeptVersion, LineTargetChange, Revised } from './queries'

export interface Past {
  versions: readonly KeptVersion[]
  targets: readonly LineTargetChange[]
  figures: readonly Revised[]
  withdrawals: readonly Withdrawal[]
}

interface Event {
  at: Date
  kind: string
  title: string
  changes: Difference[]
  reason: string
  who: string | null
}

/** All that ever changed about a measure, the latest first; who did it is for those with a role in the area. */
export function historyPage(visit: Visit, indicator: Indicator, past: Past, names: Names) {
  const { area, actor } = visit
  const values = { area: area.slug, reference: indicator.reference }
  const events = [
    ...versionEvents(past.versions, names),
    ...past.targets.map(change => targetEvent(visit, indicator, change)),
    ...past.figures.map(figure => figureEvent(visit, indicator, figure, past.withdrawals)),
    ...past.withdrawals.map(withdrawal => withdrawalEvent(visit, indicator, withdrawal)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())

  const knowsNames = actor !== null && actor.roles.length > 0

  return {
    title: `History: ${indicator.title}`,
    trail: [
      { text: area.name, href: to(paths.scorecard, values) },
      { text: indicator.title, href: to(paths.indicator, values) },
      { text: 'History' },
    ],
    heading: indicator.title,
    sub: indicator.reference,
    lead: 'Every change of its definition, its targets and its published figures. Nothing is overwritten.',
    events: events.map(({ at, who, ...event }) => ({
      ...event,
      when: [momentOf(at), knowsNames && who].filter(Boolean).join(', '),
    })),
    links: [
      { text: 'Figures', href: to(paths.indicator, values) },
      { text: 'Definition', href: to(paths.definition, values) },
      ...(may(actor, 'register.read')
        ? [{ text: 'Targets', href: to(paths.targets, values) }]
        : []),
    ],
  } satisfies Page & Record<string, unknown>
}

function versionEvents(versions: readonly KeptVersion[], names: Names): Event[] {
  return versions.map((kept, index) => {
    const before = versions[index - 1]
    const changes = before
      ? differencesBetween(readSnapshot(before.definition), readSnapshot(kept.definition), names)
      : []
    return {
      at: kept.changedAt,
      kind: 'Definition',
      title: before ? `Version ${kept.version} of the definition` : 'First definition',
      changes: changes.map(({ label, from, to: after }) => ({
        label,
        from: quoted(from),
        to: quoted(after),
      })),
      reason: kept.reason,
      who: kept.who,
    }
  })
}

function targetEvent({ calendar }: Visit, indicator: Indicator, change: LineTargetChange): Event {
  return {
    at: change.changedAt,
    kind: 'Target',
    title: titled(
      'Target for',
      changedPeriod(change.period, calendar, indicator.frequency),
      change.line,
    ),
    changes: [
      {
        label: 'Target',
        from: keptTarget(change.before, indicator),
        to: keptTarget(change.after, indicator),
      },
    ],
    reason: change.reason,
    who: change.who,
  }
}

function figureEvent(
  { calendar, actor }: Visit,
  indicator: Indicator,
  figure: Revised,
  withdrawals: readonly Withdrawal[],
): Event {
  const period = periodStarting(figure.starts, indicator.frequency, calendar)
  return {
    at: figure.publishedAt,
    kind: 'Figure',
    title: titled('Revised figure for', periodLabel(period, calendar), figure.line),
    changes: [
      {
        label: 'Published figure',
        from: earlierText(figure, indicator, withdrawals, actor),
        to: seenText(figure, indicator, actor),
      },
    ],
    reason: figure.revisionReason,
    who: figure.who,
  }
}

/** What stood there until then: the figure before, unless it had been withdrawn. */
function earlierText(
  { seriesId, starts, version, beforeVersion, ...figure }: Revised,
  indicator: Indicator,
  withdrawals: readonly Withdrawal[],
  actor: Actor | null,
): string {
  const wasWithdrawn = withdrawals.some(
    one =>
      one.seriesId === seriesId &&
      one.starts === starts &&
      one.version < version &&
      one.version > (beforeVersion ?? 0),
  )
  if (wasWithdrawn) return 'withdrawn'
  const before = {
    value: figure.before,
    numerator: figure.beforeNumerator,
    denominator: figure.beforeDenominator,
    availability: figure.beforeAvailability ?? 'figure',
  }
  return seenText(before, indicator, actor)
}

function withdrawalEvent(
  { calendar }: Visit,
  { frequency }: Indicator,
  { starts, line, withdrawnAt, withdrawnReason, who }: Withdrawal,
): Event {
  const label = periodLabel(periodStarting(starts, frequency, calendar), calendar)
  return {
    at: withdrawnAt,
    kind: 'Figure',
    title: titled('Withdrawn figure for', label, line),
    changes: [],
    reason: withdrawnReason,
    who,
  }
}

function titled(what: string, label: string, line: string): string {
  return line === '' ? `${what} ${label}` : `${what} ${label}, ${line}`
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`
}
