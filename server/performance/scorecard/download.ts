import type { Calendar } from '../../domain/period'
import { periodLabel, periodStarting } from '../../domain/period'
import { HIDDEN_WORDS } from '../../domain/small-numbers'
import { readable, standingOn } from '../../domain/standing'
import { STATUS_WORDS } from '../../domain/status'
import { csv } from '../../web/csv'
import type { Reply } from '../../web/reply'
import { type Choice, chosen, ordered } from './choice'
import type { ScorecardRow } from './queries'
import { signalOf } from './signal'

const HEAD = [
  'reference',
  'measure',
  'organisation',
  'outcome',
  'unit',
  'period',
  'status',
  'actual',
  'target',
  'target_low',
  'target_high',
  'gap',
  'certainty',
  'numerator',
  'denominator',
  'direction_on_period_before',
  'direction_on_year_before',
  'signal',
  'why_of_concern',
]

interface Place {
  area: { slug: string }
  calendar: Calendar
  today: string
  seesSmall: boolean
}

/** What is on the screen, in its order, as data. */
export function scorecardCsv(all: readonly ScorecardRow[], choice: Choice, place: Place): Reply {
  const rows = ordered(
    chosen(onToday(all, place), choice).filter(
      ({ standing }) => choice.status === '' || standing.status === choice.status,
    ),
    choice.order,
  )
  return csv(
    `${place.area.slug}-scorecard-${place.today}`,
    HEAD,
    rows.map(row => cellsOf(row, place)),
  )
}

function onToday(
  rows: readonly ScorecardRow[],
  { today, calendar, seesSmall }: Place,
): ScorecardRow[] {
  return rows.map(row => ({
    ...row,
    standing: standingOn(readable(row.standing, seesSmall), today, {
      calendar,
      frequency: row.frequency,
    }),
  }))
}

function cellsOf({ standing, ...row }: ScorecardRow, { calendar }: Place) {
  const period = standing.starts && periodStarting(standing.starts, row.frequency, calendar)
  return [
    row.reference,
    row.title,
    row.organisation,
    row.outcome,
    row.unit,
    period && periodLabel(period, calendar),
    STATUS_WORDS[standing.status],
    standing.hidden ? HIDDEN_WORDS[standing.hidden] : standing.value,
    standing.target?.value ?? null,
    standing.target?.low ?? null,
    standing.target?.high ?? null,
    standing.gap,
    standing.certainty,
    standing.numerator,
    standing.denominator,
    standing.directionPrevious,
    standing.directionYear,
    signalOf(standing, row.frequency).text,
    standing.reasons.map(({ sentence }) => sentence).join(' '),
  ]
}
