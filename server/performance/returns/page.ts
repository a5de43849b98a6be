import { AVAILABILITY_WORDS } from '../../domain/figure'
import { capitalised, formatDate, formatFigure, listOf, plural } from '../../domain/format'
import {
  type Calendar,
  lastPeriodEnded,
  periodLabel,
  periodSlug,
  periodStarting,
  periodStarts,
} from '../../domain/period'
import type { Area } from '../../database/tables/people'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { InHand } from './queries'
import type { ToEnter, Waiting } from './waiting'

interface Place {
  area: Area
  calendar: Calendar
  today: string
}

interface Line {
  title: string
  href: string
  sub: string
  /** Why it was sent back. */
  comment: string
  note: string
  late: boolean
}

interface Group {
  title: string
  hint: string
  lines: Line[]
}

interface ReturnsPage extends Page {
  heading: string
  lead: string
  groups: Group[]
  periods: { label: string; closed: boolean; frequency: string; period: string }[] | null
  action: string
}

export function returnsPage(waiting: Waiting, place: Place, manages: boolean): ReturnsPage {
  const groups = groupsOf(waiting, place).filter(({ lines }) => lines.length > 0)
  return {
    title: 'Returns',
    heading: 'What needs you today',
    lead: leadOf(waiting, groups),
    groups,
    periods: manages ? periodsOf(waiting, place) : null,
    action: to(paths.returns, { area: place.area.slug }),
  }
}

function leadOf(
  { returned, toEnter, drafts, toApprove, toPublish, late }: Waiting,
  groups: Group[],
): string {
  const needs = [
    returned.length > 0 && `${plural(returned.length, 'figure')} sent back to you`,
    toEnter.length > 0 && `${plural(toEnter.length, 'figure')} to enter`,
    drafts.length > 0 && `${plural(drafts.length, 'draft')} to submit`,
    toApprove.length > 0 && `${plural(toApprove.length, 'figure')} to approve`,
    toPublish.length > 0 && `${plural(toPublish.length, 'figure')} to publish`,
    late.length > 0 && `${plural(late.length, 'figure')} late from partners`,
  ].filter(text => text !== false)
  if (needs.length > 0) return `${capitalised(listOf(needs))}.`
  return groups.length > 0 ? 'Nothing needs you today.' : 'Nothing is waiting.'
}

function groupsOf(waiting: Waiting, place: Place): Group[] {
  const figures = (title: string, hint: string, rows: InHand[]) => ({
    title,
    hint,
    lines: rows.map(row => figureLine(row, place)),
  })
  const missing = (title: string, hint: string, rows: ToEnter[]) => ({
    title,
    hint,
    lines: rows.map(row => missingLine(row, place)),
  })
  return [
    figures('Sent back to you', 'Correct these first.', waiting.returned),
    missing('To enter', 'Figures whose period has ended.', waiting.toEnter),
    figures('Drafts to submit', 'Saved, not sent yet.', waiting.drafts),
    figures('To approve', 'Entered by your officers.', waiting.toApprove),
    figures('Waiting for another approver', 'You entered these yourself.', waiting.own),
    figures('To publish', 'Approved by the partners.', waiting.toPublish),
    figures('With your approver', 'Sent in, not signed off yet.', waiting.withApprover),
    figures('With the partnership', 'Signed off, not published yet.', waiting.withManager),
    missing('Late', 'Due, and nothing has been sent in.', waiting.late),
  ]
}

function figureLine(row: InHand, place: Place): Line {
  const { title, organisation, availability, value, returnComment, version } = row
  const figure =
    availability === 'figure' ? formatFigure(value, row) : AVAILABILITY_WORDS[availability]
  return {
    title,
    href: address(row, place),
    sub: `${row.reference} · ${organisation} · ${label(row, place)}`,
    comment: returnComment,
    note: `${version > 1 ? 'Revision: ' : ''}${figure}`,
    late: false,
  }
}

function missingLine(row: ToEnter, place: Place): Line {
  return {
    title: row.title,
    href: address(row, place),
    sub: `${row.reference} · ${row.organisation} · ${label(row, place)}`,
    comment: '',
    note:
      row.daysLate > 0 ? `${plural(row.daysLate, 'day')} late` : `Due by ${formatDate(row.dueOn)}`,
    late: row.daysLate > 0,
  }
}

type Dated = Pick<InHand, 'starts' | 'frequency' | 'reference'>

function label({ starts, frequency }: Dated, { calendar }: Place): string {
  return periodLabel(periodStarting(starts, frequency, calendar), calendar)
}

function address({ starts, frequency, reference }: Dated, { area, calendar }: Place): string {
  const period = periodSlug(periodStarting(starts, frequency, calendar), calendar)
  return to(paths.actual, { area: area.slug, reference, period })
}

/** The period that ended last, of each length: what a manager opens and closes. */
function periodsOf({ closed }: Waiting, { calendar, today }: Place) {
  return (['month', 'quarter', 'half', 'year'] as const).map(frequency => {
    const period = lastPeriodEnded(today, frequency, calendar)
    const starts = periodStarts(period, calendar)
    return {
      label: periodLabel(period, calendar),
      closed: closed.some(row => row.frequency === frequency && row.starts === starts),
      frequency,
      period: periodSlug(period, calendar),
    }
  })
}
