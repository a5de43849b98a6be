import type { Database } from '../../database/database'
import type { Area } from '../../database/tables/people'
import {
  addDays,
  type Calendar,
  comparePeriods,
  type IsoDate,
  PERIOD_NOUNS,
  type Period,
  parsePeriod,
  periodEnds,
  periodLabel,
  periodOf,
  periodsInYear,
  periodStarts,
  shiftPeriod,
} from '../../domain/period'
import { notFound } from '../../domain/refusal'
import { type Xmr, xmr } from '../../domain/spc'
import { withoutSmallNumbers } from '../../domain/small-numbers'
import { readable, type Standing, standingOf, standingOn } from '../../domain/standing'
import { type History, historyOf } from '../../domain/standing-history'
import type { StandingInput } from '../../domain/standing-input'
import { findFigures, type Published } from '../../performance/indicators/queries'
import { type PastAnswer, findSubject, type SubjectRow } from './queries'
import { type Absence, absenceAt } from './absence'
import { type Position, positionOf } from './position'

/** One measure in one period, as an enquiry looks at it: nothing published later is in it. */
export interface Subject {
  readonly area: Area
  readonly calendar: Calendar
  readonly today: IsoDate
  readonly indicator: SubjectRow
  /** The organisation that answers for it. */
  readonly lead: { readonly name: string }
  readonly period: Period
  readonly starts: IsoDate
  /** '2026/27 Q2' */
  readonly label: string
  /** 'quarter' */
  readonly noun: string
  readonly standing: Standing
  readonly input: StandingInput
  /** Undefined where nothing has been published. */
  readonly history: History | undefined
  readonly process: Xmr
  /** The latest figure up to the period; undefined where there is none. */
  readonly latest: Position | undefined
  /** Why the period itself has no figure; null where it has one. */
  readonly absence: Absence | null
  /** Every published figure and the ones they replaced, oldest first. */
  readonly figures: readonly Published[]
  readonly answers: readonly PastAnswer[]
  readonly hasBreakdown: boolean
}

/** Loads one measure for an enquiry into a period ('2026-27-q2'). Throws a refusal where there is none. */
export async function loadSubject(
  db: Database,
  area: Area,
  reference: string,
  period: string,
  today: IsoDate,
): Promise<Subject> {
  const row = await findSubject(db, area.id, reference, today)
  const asked = row && parsePeriod(period, { yearStart: area.yearStart }, row.frequency)
  if (!row || !asked) throw notFound('Measure')

  const figures = await findFigures(db, area.id, row.seriesId)
  if (!isOfItsLife(asked, row, figures, area, today)) throw notFound('Period')
  return subjectFrom(row, figures, {
    area,
    period: asked,
    today,
  })
}

/** The same from rows already in hand. */
export function subjectFrom(
  held: SubjectRow,
  heldFigures: readonly Published[],
  { area, period, today }: { area: Area; period: Period; today: IsoDate },
): Subject {
  const calendar = { yearStart: area.yearStart }
  const starts = periodStarts(period, calendar)
  // What is prepared here is asked in public, whoever prepares it.
  const indicator = { ...held, standing: readable(held.standing, false) }
  const published = heldFigures.map(figure => withoutSmallNumbers(figure, indicator))
  const figures = published.filter(figure => figure.publishedAt !== null && figure.starts <= starts)
  const input = inputFrom(indicator, published, figures, area)
  const history = historyOf(input)

  return {
    area,
    calendar,
    today,
    indicator,
    lead: { name: indicator.organisation },
    period,
    starts,
    label: periodLabel(period, calendar),
    noun: PERIOD_NOUNS[period.frequency],
    standing: standingFor(indicator, input, starts, today, calendar),
    input,
    history,
    process: processOf(indicator, area, history),
    latest: history && positionOf(history, calendar),
    absence: absenceAt(starts, figures, {
      label: periodLabel(period, calendar),
      dueOn: addDays(periodEnds(period, calendar), indicator.lagDays),
      today,
    }),
    figures,
    answers: indicator.answers,
    hasBreakdown: indicator.series.length > 0,
  }
}

/** From its first figure or first day, whichever is earlier, to the period now running. */
function isOfItsLife(
  asked: Period,
  { frequency, startsOn }: SubjectRow,
  figures: readonly Published[],
  { yearStart }: Area,
  today: IsoDate,
): boolean {
  const now = periodOf(today, frequency, { yearStart })
  const began = [figures[0]?.starts, startsOn]
    .flatMap(day => (day ? [periodOf(day, frequency, { yearStart })] : []))
    .sort(comparePeriods)
  // A measure without either is a new one: somebody can still ask why it has no figures yet.
  const first = began[0] ?? shiftPeriod(now, -periodsInYear(frequency))
  return comparePeriods(first, asked) <= 0 && comparePeriods(asked, now) <= 0
}

function inputFrom(
  indicator: SubjectRow,
  published: readonly Published[],
  figures: readonly Published[],
  area: Area,
): StandingInput {
  return {
    definition: {
      ...indicator,
      tolerance: { kind: indicator.toleranceKind, size: indicator.toleranceSize },
    },
    calendar: { yearStart: area.yearStart },
    preset: area.preset,
    figures: figures.filter(({ state }) => state === 'published'),
    targets: published
      .filter(({ target, targetLow, targetHigh, state }) => {
        return (
          state === 'published' && (target !== null || targetLow !== null || targetHigh !== null)
        )
      })
      .map(({ starts, target, targetLow, targetHigh }) => ({
        starts,
        target: { value: target, low: targetLow, high: targetHigh },
      })),
    annualTargets: indicator.annual.map(({ year, value, low, high }) => ({
      year,
      target: { value, low, high },
    })),
    breaks: indicator.breaks.map(({ starts }) => starts),
    submittedUpTo: null,
    yearEndForecast: null,
  }
}

/** The one that is kept, unless figures later than the period are in it. */
function standingFor(
  { standing, frequency }: SubjectRow,
  input: StandingInput,
  starts: IsoDate,
  today: IsoDate,
  calendar: Calendar,
): Standing {
  if (standing.starts === null || standing.starts <= starts) {
    return standingOn(standing, today, { calendar, frequency })
  } else {
    return standingOf(input)
  }
}

function processOf(indicator: SubjectRow, area: Area, history: History | undefined): Xmr {
  return xmr(history?.charted.map(amounts => amounts?.value ?? null) ?? [], {
    polarity: indicator.polarity,
    target: history?.chartedTargetAt(history.last) ?? null,
    preset: area.preset,
    rebase: history?.breaks ?? [],
    runLength: area.runLength,
  })
}
