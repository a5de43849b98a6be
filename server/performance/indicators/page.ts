import { chartSpec, type ChartSpec } from '../../charts/chartjs'
import { seriesChart } from '../../charts/series-chart'
import { CHART_VIEWS, type ChartView } from '../../charts/series'
import { pictures } from '../../charts/svg'
import type { Forecast } from '../../database/tables/performance'
import { may } from '../../domain/permissions'
import type { Standing } from '../../domain/standing'
import { standingOn } from '../../domain/standing'
import { STATUS_WORDS } from '../../domain/status'
import type { Visit } from '../../people/visit'
import type { Page, PageLink } from '../../web/page'
import { paths, to } from '../../web/paths'
import { signalOf } from '../scorecard/signal'
import { type Breakdown, breakdownsOf, type Fact, factsOf, revisionsOf } from './about'
import { publishedForecasts } from './ahead'
import { chartLine, layOut } from './line'
import { outlookOf } from './outlook'
import type { IndicatorDetail, Published } from './queries'
import { type Row, tableRows } from './table'
import { labelOf, slugOf } from './words'

export interface IndicatorPage extends Page {
  heading: string
  sub: string
  standing: Standing
  word: string
  headline: string
  why: string
  /** The first sentence in its tone, and the rest. */
  signal: { tone: string; text: string; rest: string }
  picture: { svg: string; narrow: string; chart: ChartSpec; caption: string } | null
  views: PageLink[]
  rows: Row[]
  counts: boolean
  notes: boolean
  story: { label: string; text: string } | null
  outlook: string[]
  revisions: string[]
  breakdowns: Breakdown[]
  facts: Fact[]
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
  record: IndicatorDetail,
  figures: readonly Published[],
  forecasts: readonly Forecast[],
): IndicatorPage {
  const { area, calendar, today, actor, query } = visit
  const standing = standingOn(record.standing, today, { calendar, frequency: record.frequency })
  const values = { area: area.slug, reference: record.reference }
  const view = viewOf(query)
  const subject = {
    area,
    record,
    figures,
    annual: record.annual,
    forecasts: publishedForecasts(forecasts),
  }
  const history = layOut(subject)
  const rows = tableRows(visit, record, figures, history)

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
    signal: signalIn(standing, record),
    picture: pictureOf(subject, view),
    views: CHART_VIEWS.map(each => ({
      text: VIEW_WORDS[each],
      href: to(paths.indicator, values, { view: each === 'actuals' ? '' : each }),
      current: each === view,
    })),
    rows,
    counts: rows.some(({ counts }) => counts !== ''),
    notes: rows.some(({ revised, reason }) => revised !== '' || reason !== ''),
    story: storyOf(visit, record, figures),
    outlook: outlookOf(subject, standing, history),
    revisions: revisionsOf(visit, record, figures),
    breakdowns: breakdownsOf(visit, record),
    facts: factsOf(visit, record),
    links: linksOf(visit, values),
    prepare: prepareOf(visit, record, standing),
    enter: enterOf(visit, record, standing),
  }

  function enterOf(_: Visit, { leadOrganisationId }: IndicatorDetail, { nextStarts }: Standing) {
    const mine = may(actor, 'actuals.enter') && actor?.organisationId === leadOrganisationId
    if (!mine || nextStarts === null || nextStarts > today) return null
    return to(paths.actual, { ...values, period: slugOf(nextStarts, visit, record) })
  }
}

function signalIn(standing: Standing, { frequency }: IndicatorDetail): IndicatorPage['signal'] {
  const sentence = standing.signalSentence
  const end = sentence.indexOf('. ') + 1
  const first = end === 0 ? sentence : sentence.slice(0, end)
  const { tone } = signalOf(standing, frequency)
  return { tone, text: first, rest: sentence.slice(first.length) }
}

function trailOf({ area }: Visit, { partnership, partnershipSlug }: IndicatorDetail): PageLink[] {
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
  // Against target, the headline above says it already.
  const caption = view === 'actuals' ? '' : chart.sentence
  return { svg: wide, narrow, chart: chartSpec(chart), caption }
}

function storyOf(visit: Visit, record: IndicatorDetail, figures: readonly Published[]) {
  const told = figures.filter(({ state, reasonText }) => state === 'published' && reasonText !== '')
  const last = told.at(-1)
  return last ? { label: labelOf(last.starts, visit, record), text: last.reasonText } : null
}

function linksOf({ actor }: Visit, values: { area: string; reference: string }): PageLink[] {
  return [
    { text: 'Definition', href: to(paths.definition, values) },
    ...(may(actor, 'register.read') ? [{ text: 'Targets', href: to(paths.targets, values) }] : []),
    { text: 'History of changes', href: to(paths.indicatorHistory, values) },
    { text: 'Download CSV', href: to(paths.indicatorCsv, values) },
  ]
}

function prepareOf(
  visit: Visit,
  record: IndicatorDetail,
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
