import { sparkline } from '../../charts/spark'
import { CONCERN_CODES, CONCERN_WORDS, type ConcernCode } from '../../domain/concern'
import { capitalised, formatFigure, numberWord, plural } from '../../domain/format'
import { may } from '../../domain/permissions'
import { PERIOD_NOUNS, periodSlug, periodStarting } from '../../domain/period'
import { shownText } from '../../domain/small-numbers'
import { formatTarget, STATUS_WORDS, type Status } from '../../domain/status'
import type { Visit } from '../../people/visit'
import { signalOf } from '../../performance/scorecard/signal'
import type { ScorecardRow } from '../../performance/scorecard/queries'
import type { Page, PageLink } from '../../web/page'
import { paths, to } from '../../web/paths'

interface Card {
  title: string
  href: string
  prepare: string | null
  sub: string
  status: Status
  word: string
  figures: string
  signal: { tone: string; text: string }
  /** The worst reason in large type, the others and the signal below it. */
  why: string
  more: string[]
  spark: ReturnType<typeof sparkline> | null
}

export interface WorklistPage extends Page {
  heading: string
  lead: string
  filters: { label?: string; links: PageLink[] }[]
  cards: Card[]
  more: { text: string; href: string } | null
}

/** A list read to its end is better than a long one: the rest is one press away. */
const AT_FIRST = 12

export function worklistPage(all: readonly ScorecardRow[], visit: Visit): WorklistPage {
  const { area, query } = visit
  const reason = CONCERN_CODES.find(code => code === query.reason)
  const rows = all.filter(
    row => !reason || row.standing.reasons.some(({ code }) => code === reason),
  )
  const shown = query.all === 'yes' ? rows : rows.slice(0, AT_FIRST)
  const here = to(paths.worklist, { area: area.slug })

  return {
    title: 'Scrutiny: what to ask about',
    heading: 'What should we ask about?',
    lead: leadOf(all),
    filters: [
      { label: 'Show', links: reasonLinks(all, reason, here) },
      {
        links: [{ text: 'Download CSV', href: to(paths.worklistCsv, { area: area.slug }, query) }],
      },
    ],
    cards: shown.map(row => cardOf(row, visit)),
    more:
      shown.length < rows.length
        ? {
            text: `Show ${plural(rows.length - shown.length, 'more measure')}`,
            href: to(paths.worklist, { area: area.slug }, { ...query, all: 'yes' }),
          }
        : null,
  }
}

function leadOf(rows: readonly ScorecardRow[]): string {
  if (rows.length === 0) return 'Nothing gives cause for concern today.'
  const steady = rows.filter(
    ({ standing }) => standing.drawn && standing.assurance === 'fail',
  ).length
  const worse = rows.filter(({ standing }) => standing.variation === 'concern').length
  const first = `${plural(rows.length, 'measure')} ${rows.length === 1 ? 'gives' : 'give'} cause for concern, the most pressing first.`
  const second = [
    worse > 0 && `${numberWord(worse)} ${worse === 1 ? 'is' : 'are'} really getting worse`,
    steady > 0 &&
      `${numberWord(steady)} ${steady === 1 ? 'misses' : 'miss'} steadily, because of how things are run`,
  ].filter(part => part !== false)
  return second.length === 0 ? first : `${first} ${capitalised(second.join('; '))}.`
}

function reasonLinks(
  rows: readonly ScorecardRow[],
  chosen: ConcernCode | undefined,
  here: string,
): PageLink[] {
  const counted = CONCERN_CODES.map(code => ({
    code,
    count: rows.filter(({ standing }) => standing.reasons.some(reason => reason.code === code))
      .length,
  }))
  return [
    { text: `all (${rows.length})`, href: here, current: chosen === undefined },
    ...counted
      .filter(({ count }) => count > 0)
      .map(({ code, count }) => ({
        text: `${CONCERN_WORDS[code].toLowerCase()} (${count})`,
        href: `${here}?reason=${code}`,
        current: code === chosen,
      })),
  ]
}

function cardOf(row: ScorecardRow, visit: Visit): Card {
  const { standing } = row
  const values = { area: visit.area.slug, reference: row.reference }
  const { recent } = standing
  const [first, ...others] = reasonsOf(row)
  return {
    title: row.title,
    href: to(paths.indicator, values),
    prepare: prepareOf(row, visit),
    sub: `${row.reference} · ${row.organisation}`,
    status: standing.status,
    word: STATUS_WORDS[standing.status],
    figures: figuresOf(row),
    signal: signalOf(standing, row.frequency),
    why: first ?? '',
    more: [...others, ...steadyMiss(row)],
    spark:
      recent.length > 1
        ? sparkline(
            recent.map(({ value }) => value),
            recent.map(({ target }) => target?.value ?? null),
          )
        : null,
  }
}

/** The worst first; but a card that says overdue begins with what has not come. */
function reasonsOf({ standing: { reasons, status } }: ScorecardRow): string[] {
  const missing = status === 'overdue' ? reasons.filter(({ code }) => code === 'overdue') : []
  const rest = reasons.filter(reason => !missing.includes(reason))
  return [...missing, ...rest].map(({ sentence }) => sentence)
}

function figuresOf({ standing, ...row }: ScorecardRow): string {
  const { value, hidden, status } = standing
  if ((value === null && hidden === null) || status === 'overdue') return ''
  const actual = shownText(standing, row)
  return standing.target ? `${actual} against ${formatTarget(standing.target, row)}` : actual
}

/** The sentence that changes what is asked: not a bad period, but how the thing is run. */
function steadyMiss({ standing, frequency, ...row }: ScorecardRow): string[] {
  const { drawn, variation, assurance, lower, upper } = standing
  const steady = drawn && variation === null && assurance === 'fail'
  if (!steady || lower === null || upper === null) return []
  const range = `${formatFigure(lower, row)} to ${formatFigure(upper, row)}`
  return [`As it is run now, it gives ${range} from one ${PERIOD_NOUNS[frequency]} to the next.`]
}

export function prepareOf({ reference, frequency, standing }: ScorecardRow, visit: Visit) {
  const starts = standing.status === 'overdue' ? standing.nextStarts : standing.starts
  if (starts === null || !may(visit.actor, 'enquiries.own')) return null
  const period = periodSlug(periodStarting(starts, frequency, visit.calendar), visit.calendar)
  return to(paths.enquiry, { area: visit.area.slug, reference, period })
}
