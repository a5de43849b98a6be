import { numberWord, capitalised, plural } from '../../domain/format'
import type { Calendar } from '../../domain/period'
import { STATUSES, STATUS_WORDS, type Status } from '../../domain/status'
import type { Page, PageLink } from '../../web/page'
import { paths, to } from '../../web/paths'
import { type Choice, chosen, ORDERS, ordered } from './choice'
import { type Line, type Row, rowsOf } from './lines'
import type { CardRow } from './queries'

export interface Place {
  area: { slug: string; name: string }
  calendar: Calendar
  today: string
  seesSmall: boolean
  /** The address of this scorecard: the area's or a partnership's. */
  here: string
  partnership: { name: string; slug: string } | null
}

export interface ScorecardPage extends Page {
  heading: string
  lead: string
  counts: { status: Status; word: string; count: number; href: string; current: boolean }[]
  filters: { label?: string; links: PageLink[] }[]
  narrowed: { text: string; href: string }[]
  groups: { title: string | null; lines: Line[] }[]
  total: number
}

export function scorecardPage(
  cards: readonly CardRow[],
  choice: Choice,
  place: Place,
): ScorecardPage {
  const rows = rowsOf(cards, place)
  const some = chosen(rows, choice)
  const shown = ordered(
    some.filter(({ standing }) => choice.status === '' || standing.status === choice.status),
    choice.order,
  )
  const { partnership, area } = place

  return {
    title: partnership ? `${partnership.name}: scorecard` : 'Scorecard',
    trail: partnership
      ? [
          { text: area.name, href: to(paths.scorecard, { area: area.slug }) },
          {
            text: partnership.name,
            href: to(paths.partnership, { area: area.slug, partnership: partnership.slug }),
          },
        ]
      : [],
    heading: partnership
      ? `How is ${nameInText(partnership.name)} doing?`
      : `How is ${area.name} doing?`,
    lead: leadOf(some),
    counts: countsOf(some, choice, place),
    filters: filtersOf(choice, place),
    narrowed: narrowedBy(rows, choice, place),
    groups: grouped(shown, choice),
    total: shown.length,
  }
}

/** Board names stand with their article in a sentence: "the Safer and Healthier Board". */
function nameInText(name: string): string {
  return /^the /i.test(name) ? name : `the ${name}`
}

function leadOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'No measures here yet.'
  const count = (test: (row: Row) => boolean) => rows.filter(test).length
  const red = count(({ standing }) => standing.status === 'red')
  const worse = count(({ standing }) => standing.variation === 'concern')
  const steady = count(({ standing }) => standing.status === 'red' && standing.assurance === 'fail')
  const overdue = count(({ standing }) => standing.status === 'overdue')
  const parts = [
    worse > 0 && `${numberWord(worse)} ${worse === 1 ? 'is' : 'are'} getting worse`,
    steady > 0 &&
      `${numberWord(steady)} ${steady === 1 ? 'misses' : 'miss'} steadily, as things are run now`,
    overdue > 0 &&
      `${numberWord(overdue)} ${overdue === 1 ? 'has' : 'have'} no figure though it is due`,
  ].filter(part => part !== false)
  const first = `${red === 0 ? 'None' : red} of ${plural(rows.length, 'measure')} ${red === 1 ? 'is' : 'are'} red.`
  return parts.length > 0 ? `${first} ${capitalised(parts.join('; '))}.` : first
}

function countsOf(rows: readonly Row[], choice: Choice, place: Place) {
  return STATUSES.map(status => ({
    status,
    word: STATUS_WORDS[status],
    count: rows.filter(({ standing }) => standing.status === status).length,
    href: linkTo(place, { ...choice, status: choice.status === status ? '' : status }),
    current: choice.status === status,
  })).filter(({ count, current }) => count > 0 || current)
}

const ORDER_WORDS = {
  concern: 'most concern first',
  outcome: 'by outcome',
  partner: 'by partner',
  name: 'by name',
} as const

function filtersOf(choice: Choice, place: Place) {
  return [
    {
      label: 'Order',
      links: ORDERS.map(order => ({
        text: ORDER_WORDS[order],
        href: linkTo(place, { ...choice, order }),
        current: order === choice.order,
      })),
    },
    {
      links: [
        { text: 'Download CSV', href: linkTo({ ...place, here: `${place.here}.csv` }, choice) },
      ],
    },
  ]
}

/** What the list is narrowed to, each with a link that takes it away again. */
function narrowedBy(rows: readonly Row[], choice: Choice, place: Place) {
  const partner = rows.find(row => row.organisationSlug === choice.partner)?.organisation
  const outcome = rows.find(row => row.outcomeReference === choice.outcome)?.outcome
  return [
    choice.status !== '' && {
      text: STATUS_WORDS[choice.status],
      href: linkTo(place, { ...choice, status: '' }),
    },
    choice.partner !== '' && {
      text: partner ?? choice.partner,
      href: linkTo(place, { ...choice, partner: '' }),
    },
    choice.outcome !== '' && {
      text: outcome ?? choice.outcome,
      href: linkTo(place, { ...choice, outcome: '' }),
    },
  ].filter(one => one !== false)
}

function linkTo({ here }: Place, { order, ...rest }: Choice): string {
  return to(here, {}, { ...rest, order: order === 'concern' ? '' : order })
}

function grouped(rows: readonly Row[], choice: Choice) {
  const groups = new Map<string | null, Line[]>()
  for (const row of rows) {
    const title = groupOf(row, choice)
    const lines = groups.get(title)
    if (lines) lines.push(row.line)
    else groups.set(title, [row.line])
  }
  return [...groups].map(([title, lines]) => ({ title, lines }))
}

function groupOf(row: Row, { order }: Choice): string | null {
  if (order === 'outcome') return row.outcome ?? 'No outcome'
  return order === 'partner' ? row.organisation : null
}
