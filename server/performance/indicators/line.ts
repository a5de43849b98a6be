import type { ChartLine, ChartView, LinePoint } from '../../charts/series'
import type { AnnualTarget, Indicator } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import type { Forecast } from '../../database/tables/performance'
import { yearToDate } from '../../domain/aggregation'
import type { Amounts } from '../../domain/figure'
import { periodLabel, shortPeriodLabel } from '../../domain/period'
import { type Xmr, xmr } from '../../domain/spc'
import { type History, historyOf } from '../../domain/standing-history'
import type { StandingInput } from '../../domain/standing-input'
import { judge, type Tolerance } from '../../domain/status'
import type { Target } from '../../domain/target'
import { round } from '../../domain/number'
import { forecastsAhead } from './ahead'
import type { IndicatorRecord, Published } from './queries'

interface Subject extends LaidOut {
  record: IndicatorRecord
  forecasts: readonly Forecast[]
}

interface LaidOut {
  area: Area
  record: Indicator & { breaks: readonly { starts: string }[] }
  figures: readonly Published[]
  annual?: readonly Pick<AnnualTarget, 'year' | 'value' | 'low' | 'high'>[]
}

/** So many periods stand on one chart; limits are worked out from all there are. */
const SHOWN = { month: 36, quarter: 20, half: 14, year: 12 } as const

/** One measure as the chart draws it, in the view that was asked for. */
export function chartLine(subject: Subject, view: ChartView): ChartLine | null {
  const { record } = subject
  const history = layOut(subject)
  if (!history) return null

  const from = Math.max(0, history.last + 1 - SHOWN[record.frequency])
  const process = view === 'control' ? processOf(subject, history) : null
  const places = range(from, history.last)
  return {
    title: record.title,
    unit: record.unit,
    decimals: record.decimals,
    polarity: record.polarity,
    points: places.map(place => pointAt(subject, history, place, view, process)),
    limits: process?.drawn
      ? {
          groups: process.groups
            .filter(({ to }) => to >= from)
            .map(group => ({
              ...group,
              from: Math.max(0, group.from - from),
              to: group.to - from,
            })),
          trial: process.trial,
        }
      : null,
    forecast: view === 'actuals' ? forecastsAhead(subject, history) : [],
    view,
    comparison:
      view === 'last-year'
        ? places.map(place => history.figures[place - history.inYear]?.value ?? null)
        : null,
  }
}

/** A measure's published figures laid out period by period, with what was wanted of them. */
export function layOut(laidOut: LaidOut): History | undefined {
  return historyOf(inputOf(laidOut))
}

export function inputOf({ area, record, figures, annual = [] }: LaidOut): StandingInput {
  return {
    definition: { ...record, tolerance: toleranceOf(record) },
    calendar: { yearStart: area.yearStart },
    preset: area.preset,
    figures: figures.filter(
      ({ state, publishedAt }) => state === 'published' && publishedAt !== null,
    ),
    targets: figures.flatMap(figure => {
      const target = targetOf(figure)
      return target ? [{ starts: figure.starts, target }] : []
    }),
    annualTargets: annual.map(({ year, value, low, high }) => ({
      year,
      target: { value, low, high },
    })),
    breaks: record.breaks.map(({ starts }) => starts),
    submittedUpTo: null,
    yearEndForecast: null,
  }
}

export function targetOf({ target, targetLow, targetHigh }: Published): Target | null {
  return target === null && targetLow === null
    ? null
    : { value: target, low: targetLow, high: targetHigh }
}

export function toleranceOf({ toleranceKind, toleranceSize }: Indicator): Tolerance {
  return { kind: toleranceKind, size: toleranceSize }
}

/** Signal and noise over the whole series; a running total is read by what each period added. */
export function processOf({ area, record }: Subject, history: History): Xmr {
  return xmr(
    history.charted.map(amounts => amounts?.value ?? null),
    {
      polarity: record.polarity,
      target: history.chartedTargetAt(history.last),
      preset: area.preset,
      rebase: history.breaks,
      runLength: area.runLength,
    },
  )
}

function pointAt(
  { area, record, figures }: Subject,
  history: History,
  place: number,
  view: ChartView,
  process: Xmr | null,
): LinePoint {
  const calendar = { yearStart: area.yearStart }
  const period = history.periodAt(place)
  const starts = history.startsAt(place)
  const figure = history.figures[place] ?? null
  const value = valueIn(view, history, place)
  const target = view === 'control' ? history.chartedTargetAt(place) : history.targetAt(place)
  const flagged = process?.drawn ? process.points[place] : undefined
  return {
    label: shortPeriodLabel(period, calendar),
    long: periodLabel(period, calendar),
    value,
    target,
    ...edges(target, record),
    provisional: figure?.certainty === 'provisional',
    status: statusOf(value, target, record),
    revisedFrom: view === 'actuals' ? replaced(figures, starts) : null,
    flag: flagged?.flag ?? null,
    meaning: flagged?.meaning ?? null,
    mark: record.breaks.find(one => one.starts === starts)?.note ?? null,
  }
}

function valueIn(view: ChartView, history: History, place: number): number | null {
  if (view === 'year-to-date') return yearToDate(ofYear(history, place), history.rule).value
  const amounts = view === 'control' ? history.charted[place] : history.figures[place]
  return amounts?.value ?? null
}

/** The figures of the year so far, first period first. */
function ofYear(history: History, place: number): (Amounts | null)[] {
  const first = place - (history.periodAt(place).number - 1)
  return range(first, place).map(each => history.figures[each] ?? null)
}

function statusOf(value: number | null, target: Target | null, record: IndicatorRecord) {
  if (value === null) return null
  return judge(value, { ...record, tolerance: toleranceOf(record), target }).status
}

/** How far off target is still amber, on the side that matters. */
function edges(target: Target | null, record: IndicatorRecord) {
  const low = target?.low ?? target?.value ?? null
  const high = target?.high ?? target?.value ?? null
  const below = low !== null && record.polarity !== 'lower-is-better'
  const above = high !== null && record.polarity !== 'higher-is-better'
  const judged = record.polarity !== 'context-only'
  return {
    lower: judged && below ? round(low - allowance(low, record), 6) : null,
    upper: judged && above ? round(high + allowance(high, record), 6) : null,
  }
}

function allowance(bound: number, { toleranceKind, toleranceSize }: IndicatorRecord): number {
  return toleranceKind === 'absolute' ? toleranceSize : (Math.abs(bound) * toleranceSize) / 100
}

/** The figure first reported for a period, where a revision has replaced it since. */
function replaced(figures: readonly Published[], starts: string): number | null {
  const earlier = figures.filter(
    figure => figure.starts === starts && figure.state === 'superseded',
  )
  return earlier[0]?.value ?? null
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
