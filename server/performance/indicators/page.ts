import { chartSpec, type ChartSpec } from '../../charts/chartjs'
import { CHART_VIEWS, type ChartView, seriesChart } from '../../charts/series-chart'
import { pictures } from '../../charts/svg'
import type { Forecast } from '../../database/tables/performance'
import { formatDate, formatFigure } from '../../domain/format'
import { may } from '../../domain/permissions'
import type { Standing } from '../../domain/standing'
import { standingOn } from '../../domain/standing'
import { STATUS_WORDS } from '../../domain/status'
import type { Visit } from '../../people/visit'
import type { Page, PageLink } from '../../web/page'
import { paths, to } from '../../web/paths'
import { signalOf } from '../scorecard/signal'
import { chartLine } from './line'
import type { IndicatorRecord, Published } from './queries'
import { type Row, tableRows } from './table'
import { isSmall, labelOf, slugOf } from './words'

export interface IndicatorPage extends Page {
  heading: string
  sub: string
  standing: Standing
  word: string
  headline: string
  why: string
  signal: { tone: string; text: string; sentence: string }
  picture: { svg: string; narrow: string; chart: ChartSpec; caption: string } | null
  views: PageLink[]
  rows: Row[]
  counts: boolean
  story: { label: string; text: string } | null
  breakdowns: {
    kind: string
    rows: { label: string; status: string; word: string; value: string }[]
  }[]
  facts: { label: string; text: string }[]
  links: PageLink[]
  prepare: string | null
  enter: string | null
}

const VIEW_WORDS: Record<ChartView, string> = {
  actuals: 'Against target',
  'year-to-date': 'Year to date',
  'last-year': 'Same time last year',
  control: 'Signal or noise',
}

export function viewOf(query: Record<string, string>): ChartView {
  return CHART_VIEWS.find(view => view === query.view) ?? 'actuals'
}

export function indicatorPage(
  visit: Visit,
  record: IndicatorRecord,
  figures: readonly Published[],
  forecasts: readonly Forecast[],
): IndicatorPage {
  const { area, calendar, today, actor, query } = visit
  const standing = standingOn(record.standing, today, { calendar, frequency: record.frequency })
  const values = { area: area.slug, reference: record.reference }
  const view = viewOf(query)
  const rows = tableRows(visit, record, figures)

  return {
    title: record.title,
    trail: trailOf(visit, record),
    scripts: ['charts'],
    heading: record.title,
    sub: `${record.reference} · ${record.organisation}`,
    standing,
    word: STATUS_WORDS[standing.status],
    headline: standing.headline,
    why: standing.arithmetic,
    signal: { ...signalOf(standing, record.frequency), sentence: standing.signalSentence },
    picture: pictureOf({ area, record, figures, forecasts }, view),
    views: CHART_VIEWS.map(each => ({
      text: VIEW_WORDS[each],
      href: to(paths.indicator, values, { view: each === 'actuals' ? '' : each }),
      current: each === view,
    })),
    rows,
    counts: rows.some(({ counts }) => counts !== ''),
    story: storyOf(visit, record, figures),
    breakdowns: breakdownsOf(record),
    facts: factsOf(record),
    links: linksOf(values),
    prepare: prepareOf(visit, record, standing),
    enter: enterOf(visit, record, standing),
  }

  function enterOf(_: Visit, { leadOrganisationId }: IndicatorRecord, { nextStarts }: Standing) {
    const mine = may(actor, 'actuals.enter') && actor?.organisationId === leadOrganisationId
    if (!mine || nextStarts === null || nextStarts > today) return null
    return to(paths.actual, { ...values, period: slugOf(nextStarts, visit, record) })
  }
}

function trailOf({ area }: Visit, { partnership, partnershipSlug }: IndicatorRecord): PageLink[] {
  const top = { text: area.name, href: to(paths.scorecard, { area: area.slug }) }
  if (partnership === null || partnershipSlug === null) return [top]
  const values = { area: area.slug, partnership: partnershipSlug }
  return [top, { text: partnership, href: to(paths.partnershipScorecard, values) }]
}

function pictureOf(subject: Parameters<typeof chartLine>[0], view: ChartView) {
  const line = chartLine(subject, view)
  if (!line) return null
  const chart = seriesChart(line)
  const { wide, narrow } = pictures(chart)
  return { svg: wide, narrow, chart: chartSpec(chart), caption: chart.sentence }
}

function storyOf(visit: Visit, record: IndicatorRecord, figures: readonly Published[]) {
  const told = figures.filter(({ state, reasonText }) => state === 'published' && reasonText !== '')
  const last = told.at(-1)
  return last ? { label: labelOf(last.starts, visit, record), text: last.reasonText } : null
}

const KINDS: Record<string, string> = {
  place: 'By place',
  group: 'By group',
  partner: 'By partner',
}

function breakdownsOf(record: IndicatorRecord): IndicatorPage['breakdowns'] {
  return Object.entries(KINDS).flatMap(([kind, title]) => {
    const rows = record.series
      .filter(series => series.kind === kind && series.standing)
      .map(({ label, standing }) => ({
        label,
        status: standing!.status,
        word: STATUS_WORDS[standing!.status],
        value: isSmall(standing!.numerator)
          ? 'fewer than 5 cases'
          : formatFigure(standing!.value, record),
      }))
    return rows.length > 0 ? [{ kind: title, rows }] : []
  })
}

const QUALITY = { good: 'Good', fair: 'Fair', poor: 'Poor', 'not-rated': 'Not rated' } as const

function factsOf(record: IndicatorRecord): IndicatorPage['facts'] {
  return [
    { label: 'What it counts', text: record.definition },
    { label: 'What good looks like', text: record.goodLooksLike },
    { label: 'Outcome', text: record.outcome ?? '' },
    { label: 'Source', text: record.source },
    { label: 'Quality of the figures', text: QUALITY[record.qualityRating] },
    { label: 'Last reviewed', text: record.reviewedOn ? formatDate(record.reviewedOn) : 'Never' },
  ].filter(({ text }) => text !== '')
}

function linksOf(values: { area: string; reference: string }): PageLink[] {
  return [
    { text: 'Definition', href: to(paths.definition, values) },
    { text: 'Targets', href: to(paths.targets, values) },
    { text: 'History of changes', href: to(paths.indicatorHistory, values) },
    { text: 'Download CSV', href: to(paths.indicatorCsv, values) },
  ]
}

function prepareOf(
  visit: Visit,
  record: IndicatorRecord,
  { starts, nextStarts, status }: Standing,
) {
  const period = status === 'overdue' ? nextStarts : starts
  if (!may(visit.actor, 'enquiries.own') || period === null) return null
  return to(paths.enquiry, {
    area: visit.area.slug,
    reference: record.reference,
    period: slugOf(period, visit, record),
  })
}
