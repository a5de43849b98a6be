import type { AnnualTarget, Indicator, Series } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import {
  type Calendar,
  parsePeriod,
  type Period,
  periodOf,
  periodSlug,
  periodStarts,
} from '../../domain/period'
import { notFound } from '../../domain/refusal'
import { findIndicator } from '../../measures/indicators/queries'
import {
  findAnnualTargets,
  findLines,
  findTargets,
  type PeriodTarget,
} from '../../measures/targets/queries'
import type { Visit } from '../../people/visit'
import { findPublished, type PublishedFigure } from './queries'

/** One line of a measure with every target it has, beside its figures. */
export interface Aim {
  area: Area
  calendar: Calendar
  today: string
  indicator: Indicator
  lines: readonly Series[]
  line: Series
  targets: ReadonlyMap<string, PeriodTarget>
  annual: ReadonlyMap<number, AnnualTarget>
  figures: ReadonlyMap<string, PublishedFigure>
}

/** `line` is what lineSlug gives; without it the headline. */
export async function getAim(
  { db, area, calendar, today, params }: Visit,
  line: string,
): Promise<Aim> {
  const indicator = await findIndicator(db, area.id, params.reference!)
  const lines = indicator ? await findLines(db, indicator) : []
  const chosen = line === '' ? lines[0] : lines.find(each => lineSlug(each) === line)
  if (!indicator || !chosen) throw notFound('Measure')

  const targets = await findTargets(db, chosen)
  const annual = await findAnnualTargets(db, chosen)
  const figures = await findPublished(db, chosen)
  return {
    area,
    calendar,
    today,
    indicator,
    lines,
    line: chosen,
    targets: new Map(targets.map(target => [target.starts, target])),
    annual: new Map(annual.map(target => [target.year, target])),
    figures: new Map(figures.map(figure => [figure.starts, figure])),
  }
}

/** How a line is named in an address: nothing for the headline, else 'place-kelham'. */
export function lineSlug({ kind, key }: Pick<Series, 'kind' | 'key'>): string {
  return kind === 'headline' ? '' : `${kind}-${key}`
}

/** A period of this measure that somebody named in a form or an address. */
export function namedPeriod({ indicator, calendar }: Aim, text: string | undefined) {
  return text ? parsePeriod(text, calendar, indicator.frequency) : undefined
}

/** The year somebody named, '2026-27', if it is near enough to be meant. */
export function namedYear({ calendar, today }: Aim, text: string | undefined): number | undefined {
  const year = text ? parsePeriod(text, calendar, 'year')?.year : undefined
  return year !== undefined && Math.abs(year - thisYear({ calendar, today })) <= FAR
    ? year
    : undefined
}

/** Plans are made a few years ahead; records go back further than anybody corrects. */
const FAR = 20

export function thisYear({ calendar, today }: Pick<Aim, 'calendar' | 'today'>): number {
  return periodOf(today, 'year', calendar).year
}

export function yearPeriod(year: number): Period {
  return { frequency: 'year', year, number: 1 }
}

export function slugOf(period: Period, { calendar }: Aim): string {
  return periodSlug(period, calendar)
}

export function startsOf(period: Period, { calendar }: Aim): string {
  return periodStarts(period, calendar)
}
