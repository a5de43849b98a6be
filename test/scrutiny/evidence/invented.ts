import type { Area } from '../../../server/database/tables/people'
import { parsePeriod, periodStarts, shiftPeriod } from '../../../server/domain/period'
import { standingOf } from '../../../server/domain/standing'
import type { Published } from '../../../server/performance/indicators/queries'
import type { PastAnswer, SubjectRow } from '../../../server/scrutiny/evidence/queries'
import { type Subject, subjectFrom } from '../../../server/scrutiny/evidence/subject'

export const TODAY = '2026-11-23'
export const CALENDAR = { yearStart: 4 }

const AREA: Area = {
  id: '01900000-0000-7000-8000-000000000001',
  slug: 'kirkdale',
  name: 'Kirkdale',
  yearStart: 4,
  preset: 'plot-the-dots',
  runLength: 7,
  invented: false,
  createdAt: new Date('2026-01-01T00:00:00Z'),
}

const ROW: SubjectRow = {
  areaId: AREA.id,
  id: '01900000-0000-7000-8000-000000000002',
  reference: 'hc-07',
  title: 'People seen within 4 hours at A&E',
  outcomeId: null,
  partnershipId: null,
  leadOrganisationId: '01900000-0000-7000-8000-000000000003',
  definition: 'People seen, treated or discharged within four hours.',
  rationale: 'Waiting harms people.',
  goodLooksLike: 'Four in five.',
  unit: '%',
  decimals: 1,
  polarity: 'higher-is-better',
  frequency: 'quarter',
  shape: 'discrete',
  yearToDate: 'ratio',
  toleranceKind: 'relative',
  toleranceSize: 5,
  per: 100,
  numeratorLabel: 'People seen within 4 hours',
  denominatorLabel: 'People who came',
  level: 'output',
  source: 'Returns of the five sites',
  lagDays: 30,
  owner: 'Chief Operating Officer',
  qualityRating: 'good',
  reviewedOn: '2025-05-01',
  reviewDueOn: null,
  seasonal: false,
  neverZero: false,
  countsPeople: false,
  startsOn: null,
  retiredOn: null,
  version: 1,
  organisation: 'Kirkdale Health Trust',
  organisationSlug: 'health-trust',
  outcome: null,
  partnership: null,
  partnershipSlug: null,
  seriesId: '01900000-0000-7000-8000-000000000004',
  standing: standingOf({
    definition: {
      title: '',
      unit: '%',
      decimals: 1,
      polarity: 'higher-is-better',
      frequency: 'quarter',
      shape: 'discrete',
      yearToDate: 'ratio',
      per: 100,
      tolerance: { kind: 'relative', size: 5 },
      lagDays: 30,
      startsOn: null,
    },
    calendar: CALENDAR,
    preset: 'plot-the-dots',
    figures: [],
    targets: [],
    annualTargets: [],
    breaks: [],
    submittedUpTo: null,
    yearEndForecast: null,
  }),
  breaks: [],
  series: [],
  annual: [],
  answers: [],
}

export interface InventedFigure {
  value?: number | null
  counts?: readonly [number, number]
  target?: number | null
  reason?: string
  provisional?: boolean
  revisedFrom?: number
}

interface Invention {
  /** Oldest first; the last one is of the period. */
  figures: readonly (number | InventedFigure | null)[]
  target?: number | null
  /** The period has no row at all. */
  absent?: boolean
  period?: string
  today?: string
  answers?: readonly Partial<PastAnswer>[]
  indicator?: Partial<SubjectRow>
}

/** A measure with a history of our making, seen in 2026/27 Q2 on 23 November 2026. */
export function invented({
  figures,
  target = 80,
  absent = false,
  period: slug = '2026-27-q2',
  today = TODAY,
  answers = [],
  indicator = {},
}: Invention): Subject {
  const row: SubjectRow = {
    ...ROW,
    ...indicator,
    answers: answers.map(answer => ({ ...ANSWER, ...answer })),
  }
  const period = parsePeriod(slug, CALENDAR, row.frequency)!
  const published = figures.flatMap((figure, at) => {
    const back = figures.length - 1 - at + (absent ? 1 : 0)
    const starts = periodStarts(shiftPeriod(period, -back), CALENDAR)
    return figure === null ? [] : rowsOf(starts, figure, target, row.per)
  })
  const subject = subjectFrom(row, published, { area: AREA, period, today })
  return { ...subject, standing: standingOf(subject.input) }
}

function rowsOf(
  starts: string,
  figure: number | InventedFigure,
  target: number | null,
  per: number,
): Published[] {
  const { value, counts, reason, provisional, revisedFrom, ...own } =
    typeof figure === 'number' ? ({ value: figure } as InventedFigure) : figure
  const row: Published = {
    starts,
    version: revisedFrom === undefined ? 1 : 2,
    state: 'published',
    availability: 'figure',
    availabilityNote: '',
    promisedOn: null,
    value: value ?? (counts ? (counts[0] * per) / counts[1] : null),
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    certainty: provisional ? 'provisional' : 'final',
    reasonCode: reason ?? null,
    reasonText: '',
    revisionReason: revisedFrom === undefined ? '' : 'A site sent late.',
    publishedAt: new Date('2026-10-20T09:00:00Z'),
    withdrawnAt: null,
    withdrawnReason: '',
    target: own.target === undefined ? target : own.target,
    targetLow: null,
    targetHigh: null,
  }
  return revisedFrom === undefined
    ? [row]
    : [{ ...row, version: 1, state: 'superseded', value: revisedFrom, revisionReason: '' }, row]
}

const ANSWER: PastAnswer = {
  question: '1',
  heldOn: '2026-08-18',
  starts: '2026-04-01',
  wording: 'Why?',
  answer: 'Recruitment will close the gap.',
  answeredBy: 'Dr Patel',
  verdict: 'partly',
  dueOn: null,
  settledOn: null,
  promisedValue: null,
  promisedFor: null,
}

/** What every question must be before a councillor is shown it. */
export function expectSpeakable(text: string) {
  expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object| {2}|\?.*\?| [,.]/)
  expect(text).toMatch(/^\S.*[^ ]\?$/)
  expect(text.split(' ').length).toBeLessThanOrEqual(40)
}
