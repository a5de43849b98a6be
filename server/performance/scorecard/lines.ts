import { heatBars } from '../../charts/heat'
import { sparkline } from '../../charts/spark'
import { cardOn } from '../../domain/card'
import { formatDate, formatGap } from '../../domain/format'
import { type Calendar, type IsoDate, PERIOD_NOUNS } from '../../domain/period'
import { shownText } from '../../domain/small-numbers'
import { formatTarget, STATUS_WORDS, type Status } from '../../domain/status'
import type { CardRow } from './queries'
import { signalOf } from './signal'

/** All that a printed line depends on besides what is kept of its measure. */
interface Place {
  area: { slug: string }
  calendar: Calendar
  today: IsoDate
  /** Whether counts of 1 to 4 may be told. */
  seesSmall: boolean
}

/** Each row in the form it is printed in: the view only sets it in place. */
export interface Line {
  title: string
  href: string
  sub: string
  status: Status
  word: string
  gap: string
  actual: string
  provisional: boolean
  target: string
  spark: ReturnType<typeof sparkline> | null
  signal: { tone: string; text: string }
  direction: string
  heat: ReturnType<typeof heatBars>
}

export interface Row extends CardRow {
  readonly line: Line
}

/** Every row as it is printed on the day. */
export function rowsOf(cards: readonly CardRow[], place: Place): Row[] {
  const { calendar, today, seesSmall } = place
  return cards.map(card => {
    const seen = seesSmall ? card.standing : (card.standing.open ?? card.standing)
    const standing = cardOn(seen, today, { calendar, frequency: card.frequency })
    const row = { ...card, standing }
    return { ...row, line: lineOf(row, place) }
  })
}

function lineOf(row: CardRow, { area }: Place): Line {
  const { standing } = row
  const { values, targets, statuses, status } = standing
  const overdue = status === 'overdue'
  return {
    title: row.title,
    href: `/${area.slug}/indicators/${encodeURIComponent(row.reference)}`,
    sub: `${row.reference} · ${row.organisation}`,
    status,
    word: STATUS_WORDS[status],
    gap: overdue ? `due ${formatDate(standing.nextDueOn!)}` : gapOf(row),
    actual: overdue ? '–' : shownText(standing, row),
    provisional: !overdue && standing.certainty === 'provisional',
    target: standing.target ? formatTarget(standing.target, row) : '',
    spark: values.length > 1 ? sparkline(values, targets) : null,
    signal: signalOf(standing, row.frequency),
    direction: directionOf(row),
    heat: heatBars(statuses, PERIOD_NOUNS[row.frequency]),
  }
}

function gapOf({ standing: { gap }, ...row }: CardRow): string {
  if (gap === null) return ''
  if (gap === 0) return 'on target'
  const size = formatGap(gap, row)
  if (gap > 0) return `${size} better`
  if (row.polarity === 'range-is-better') return `${size} outside`
  return `${size} ${row.polarity === 'lower-is-better' ? 'over' : 'short'}`
}

const DIRECTION_TEXT = {
  better: 'Better',
  worse: 'Worse',
  'no-real-change': 'No real change',
} as const

function directionOf({ standing, frequency }: CardRow): string {
  const { directionPrevious } = standing
  return directionPrevious === null
    ? ''
    : `${DIRECTION_TEXT[directionPrevious]} ${directionPrevious === 'no-real-change' ? 'on' : 'than'} the ${PERIOD_NOUNS[frequency]} before`
}
