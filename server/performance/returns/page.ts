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
import { lineSlug } from '../targets/aim'
import type { MissingLines } from './missing-lines'
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
  /** The lines beside it that are still to be entered. */
  parts: { text: string; href: string }[]
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
  { returned, toEnter, drafts, toApprove, toPublish, late, lines }: Waiting,
  groups: Group[],
): string {
  const missing = lines.flatMap(({ kinds }) => kinds).reduce((sum, kind) => sum + kind.missing, 0)
  const needs = [
    returned.length > 0 && `${plural(returned.length, 'figure')} sent back to you`,
    toEnter.length > 0 && `${plural(toEnter.length, 'figure')} to enter`,
    missing > 0 && `${plural(missing, 'breakdown figure')} to enter`,
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
  const missing = (title: string, hint: string, rows: ToEnter[], lines: MissingLines[] = []) => ({
    title,
    hint,
    lines: rows.map(row => missingLine(row, place, lines.find(isOf(row)))),
  })
  const others = waiting.lines.filter(lines => !waiting.toEnter.some(isOf(lines)))
  return [
    figures('Sent back to you', 'Correct these first.', waiting.returned),
    missing('To enter', 'Figures whose period has ended.', waiting.toEnter, waiting.lines),
    {
      title: 'Breakdowns to enter',
      hint: 'Beside figures that are entered already, or by somebody else.',
      lines: others.map(lines => breakdownLine(lines, place)),
    },
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
    title: [title, row.label].filter(Boolean).join(': '),
    href: address(row, place),
    sub: `${row.reference} · ${organisation} · ${label(row, place)}`,
    comment: returnComment,
    note: `${version > 1 ? 'Revision: ' : ''}${figure}`,
    late: false,
    parts: [],
  }
}

function missingLine(
  row: Omit<ToEnter, 'organisationId' | 'nextStarts'>,
  place: Place,
  lines?: MissingLines,
): Line {
  return {
    title: row.title,
    href: address(row, place),
    sub: `${row.reference} · ${row.organisation} · ${label(row, place)}`,
    comment: '',
    note:
      row.daysLate > 0 ? `${plural(row.daysLate, 'day')} late` : `Due by ${formatDate(row.dueOn)}`,
    late: row.daysLate > 0,
    parts: lines ? partsOf(lines, place) : [],
  }
}

/** Lines whose headline is not this person's to enter, or not any more: they lead to the first of them. */
function breakdownLine(lines: MissingLines, place: Place): Line {
  const parts = partsOf(lines, place)
  return { ...missingLine(lines, place), href: parts[0]!.href, parts }
}

function partsOf(lines: MissingLines, place: Place): Line['parts'] {
  return lines.kinds.map(({ kind, missing, of, first }) => ({
    text: `${missing} of ${plural(of, kind)} to enter`,
    href: address({ ...lines, kind, key: first }, place),
  }))
}

function isOf(one: { reference: string; starts: string }) {
  return (other: { reference: string; starts: string }) =>
    one.reference === other.reference && one.starts === other.starts
}

type Dated = Pick<InHand, 'starts' | 'frequency' | 'reference'> &
  Partial<Pick<InHand, 'kind' | 'key'>>

function label({ starts, frequency }: Dated, { calendar }: Place): string {
  return periodLabel(periodStarting(starts, frequency, calendar), calendar)
}

function address(
  { starts, frequency, reference, kind = 'headline', key = '' }: Dated,
  { area, calendar }: Place,
): string {
  const period = periodSlug(periodStarting(starts, frequency, calendar), calendar)
  const values = { area: area.slug, reference, period }
  return to(paths.actual, values, { line: lineSlug({ kind, key }) })
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
