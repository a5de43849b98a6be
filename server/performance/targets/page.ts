import { type Period, periodLabel, periodOf, periodsOfYear } from '../../domain/period'
import { may } from '../../domain/permissions'
import { formatTarget } from '../../domain/status'
import type { TargetChange } from '../../measures/targets/queries'
import { momentOf } from '../../people/moment'
import type { Visit } from '../../people/visit'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { type Aim, lineSlug, slugOf, startsOf, thisYear, yearPeriod } from './aim'
import { isRange, spreads } from './forms'
import { ownTargets } from './own'
import { seenOf } from './seen'
import { changedPeriod, keptTarget } from './words'
import { changeLink, yearsOf } from './years'

/** The year or the period whose target is being set. */
export type Changing = { year: number } | { period: Period } | null

export function targetsPage(
  { actor, area }: Visit,
  aim: Aim,
  changes: readonly TargetChange[],
  changing: Changing,
  { entered, errors = {} }: { entered?: Entered; errors?: FieldErrors } = {},
) {
  const { indicator, line, lines } = aim
  const values = { area: area.slug, reference: indicator.reference }
  const isJudged = indicator.polarity !== 'context-only'
  const mayEdit = may(actor, 'targets.edit') && isJudged
  const years = yearsOf(aim, mayEdit)

  return {
    title: `Targets: ${indicator.title}`,
    trail: [
      { text: area.name, href: to(paths.scorecard, values) },
      { text: indicator.title, href: to(paths.indicator, values) },
      { text: 'Targets' },
    ],
    heading: indicator.title,
    sub: [indicator.reference, line.kind === 'headline' ? '' : line.label]
      .filter(Boolean)
      .join(' · '),
    lead: leadOf(aim, isJudged, years.length > 0),
    lines:
      lines.length < 2
        ? []
        : lines.map(each => ({
            text: each.kind === 'headline' ? 'The whole measure' : each.label,
            href: to(paths.targets, values, { line: lineSlug(each) }),
            current: each.id === line.id,
          })),
    set:
      mayEdit && changing === null
        ? changeLink(aim, { year: slugOf(yearPeriod(thisYear(aim)), aim) })
        : null,
    form: mayEdit && changing ? formOf(aim, changing, entered) : null,
    recent: years.filter(({ isRecent }) => isRecent),
    older: years.filter(({ isRecent }) => !isRecent),
    changes: changes.map(change => ({
      label: changedPeriod(change.period, aim.calendar, indicator.frequency),
      from: keptTarget(change.before, indicator),
      to: keptTarget(change.after, indicator),
      reason: change.reason,
      when: [momentOf(change.changedAt), actor && change.who].filter(Boolean).join(', '),
    })),
    links: [
      { text: 'Figures', href: to(paths.indicator, values) },
      { text: 'Definition', href: to(paths.definition, values) },
      { text: 'History of changes', href: to(paths.indicatorHistory, values) },
    ],
    errors,
  } satisfies Page & Record<string, unknown>
}

function leadOf(aim: Aim, isJudged: boolean, any: boolean) {
  const { indicator, calendar, annual, targets, today } = aim
  if (!isJudged)
    return 'This measure only gives context: neither way is better, so it has no targets.'
  if (!any) return 'No target has been set yet, so its figures cannot be judged.'

  const year = periodOf(today, 'year', calendar)
  const whole = annual.get(year.year)
  if (whole) return `Wanted for ${periodLabel(year, calendar)}: ${formatTarget(whole, indicator)}.`
  const now = periodOf(today, indicator.frequency, calendar)
  const held = targets.get(startsOf(now, aim))
  if (held) return `Wanted for ${periodLabel(now, calendar)}: ${formatTarget(held, indicator)}.`
  return `No target has been set for ${periodLabel(year, calendar)} yet.`
}

function formOf(aim: Aim, changing: NonNullable<Changing>, entered: Entered | undefined) {
  const isYear = 'year' in changing
  const period = isYear ? yearPeriod(changing.year) : changing.period
  const held = isYear
    ? (aim.annual.get(changing.year) ?? null)
    : (aim.targets.get(startsOf(changing.period, aim)) ?? null)
  const values = { area: aim.area.slug, reference: aim.indicator.reference }
  const line = lineSlug(aim.line)

  return {
    label: periodLabel(period, aim.calendar),
    isYear,
    slug: slugOf(period, aim),
    line,
    seen: String(entered?.seen ?? seenOf(held)),
    isHeld: held !== null,
    isRange: isRange(aim),
    asksStretch: isYear && !isRange(aim),
    shares: isYear && spreads(aim) ? sharesOf(aim, changing.year) : [],
    profile:
      entered?.profile ?? (isYear && aim.annual.get(changing.year)?.profile ? 'own' : 'even'),
    unit: aim.indicator.unit,
    entered: entered ?? enteredOf(aim, changing, held),
    others: isYear ? othersOf(aim, changing.year) : [],
    replaced: isYear ? replacedOf(aim, changing.year) : [],
    hint: hintOf(aim, isYear),
    action: to(paths.targets, values),
    cancel: to(paths.targets, values, { line }),
  }
}

function sharesOf({ indicator, calendar }: Aim, year: number) {
  return periodsOfYear(year, indicator.frequency).map(period => ({
    name: `share-${period.number}`,
    label: periodLabel(period, calendar),
  }))
}

function enteredOf(aim: Aim, changing: NonNullable<Changing>, held: object | null): Entered {
  const profile = 'year' in changing ? (aim.annual.get(changing.year)?.profile ?? []) : []
  return {
    ...held,
    ...Object.fromEntries(profile.map((share, index) => [`share-${index + 1}`, share])),
  }
}

/** The years beside this one, which are the likeliest to be planned or corrected. */
function othersOf(aim: Aim, year: number) {
  const now = thisYear(aim)
  return [now - 1, now, now + 1, now + 2].map(other => ({
    text: periodLabel(yearPeriod(other), aim.calendar),
    href: changeLink(aim, { year: slugOf(yearPeriod(other), aim) }),
    current: other === year,
  }))
}

/** Targets that periods have of their own, which that of the year takes the place of. */
function replacedOf(aim: Aim, year: number): string[] {
  if (aim.indicator.frequency === 'year') return []
  const { annual, targets, calendar, indicator } = aim
  return ownTargets(aim, year, { annual: annual.get(year) ?? null, targets }).map(
    ({ period, target }) =>
      `${periodLabel(period, calendar)}: ${target ? formatTarget(target, indicator) : 'no target'}`,
  )
}

function hintOf(aim: Aim, isYear: boolean): string {
  if (!isYear) return 'Only this period changes; the target of the year stays.'
  if (aim.indicator.frequency === 'year') return 'Figures already published are judged by it again.'
  const each = spreads(aim)
    ? 'It is shared out over the periods of the year'
    : 'It holds in every period of the year'
  return `${each}, in place of any target they have now. Figures already published are judged again.`
}
