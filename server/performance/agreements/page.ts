import type { Agreement, Outcome } from '../../database/tables/measures'
import { capitalised, formatDate, numberWord, plural } from '../../domain/format'
import { may } from '../../domain/permissions'
import { seesSmallCounts, shownText } from '../../domain/small-numbers'
import { readable, standingOn } from '../../domain/standing'
import { formatTarget, STATUSES, STATUS_WORDS } from '../../domain/status'
import { countStatuses } from '../../domain/status-counts'
import type { ListedAgreement } from '../../measures/agreements/queries'
import { type Branch, treeOf } from '../../partnerships/register/tree'
import type { Visit } from '../../people/visit'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { ScorecardRow } from '../scorecard/queries'

interface Given {
  entered?: Entered
  errors?: FieldErrors
  /** The form these belong to, which is shown open. */
  open?: 'outcome' | 'measure'
}

export function agreementsPage(
  { area, actor, today }: Visit,
  agreements: readonly ListedAgreement[],
  { entered = {}, errors = {} }: Given = {},
) {
  return {
    title: 'Agreements',
    agreements: agreements.map(agreement => ({
      title: agreement.title,
      href: to(paths.agreement, { area: area.slug, agreement: agreement.slug }),
      term: termOf(agreement, today),
      size: `${plural(agreement.outcomes, 'outcome')}, ${plural(agreement.measures, 'measure')}`,
    })),
    add: may(actor, 'agreements.edit') ? to(paths.agreements, { area: area.slug }) : null,
    newMeasure: may(actor, 'indicators.edit') ? to(paths.newIndicator, { area: area.slug }) : null,
    entered,
    errors,
  } satisfies Page & Record<string, unknown>
}

export interface AgreementParts {
  agreement: Agreement
  outcomes: readonly Outcome[]
  clauses: readonly { reference: string; wording: string; lastUsedOn: string | null }[]
  /** Every measure of the area in force. */
  rows: readonly ScorecardRow[]
}

export function agreementPage(
  visit: Visit,
  { agreement, outcomes, clauses, rows }: AgreementParts,
  { entered = {}, errors = {}, open }: Given = {},
) {
  const { area, actor, calendar, today } = visit
  const values = { area: area.slug, agreement: agreement.slug }
  const measures = rows.map(row => ({
    ...row,
    standing: standingOn(readable(row.standing, seesSmallCounts(actor)), today, {
      calendar,
      frequency: row.frequency,
    }),
  }))
  const own = new Set(outcomes.map(({ reference }) => reference))
  const under = measures.filter(row => own.has(row.outcomeReference ?? ''))

  return {
    title: agreement.title,
    trail: [{ text: 'Agreements', href: to(paths.agreements, values) }, { text: agreement.title }],
    term: termOf(agreement, today),
    lead: leadOf(under),
    blocks: treeOf(outcomes).map(branch => blockOf(visit, branch, measures)),
    clauses: clauses.map(({ reference, wording, lastUsedOn }) => ({
      reference,
      wording,
      used: lastUsedOn ? `Last used on ${formatDate(lastUsedOn)}` : 'Never used',
    })),
    edit: may(actor, 'agreements.edit')
      ? {
          open: open ?? '',
          addOutcome: to(paths.agreementOutcomes, values),
          placeMeasure: to(paths.agreementMeasures, values),
          newMeasure: to(paths.newIndicator, values),
          outcomes: outcomes.map(each => ({
            value: each.reference,
            text: `${each.reference} ${each.title}`,
          })),
          measures: measures
            .map(({ reference, title }) => ({ value: reference, text: `${reference} ${title}` }))
            .sort((a, b) => a.value.localeCompare(b.value, 'en-GB', { numeric: true })),
        }
      : null,
    entered,
    errors,
  } satisfies Page & Record<string, unknown>
}

export interface Block {
  reference: string
  title: string
  counts: { status: string; text: string }[]
  lines: ReturnType<typeof lineOf>[]
  below: Block[]
}

function blockOf(
  visit: Visit,
  { body, below }: Branch<Outcome>,
  measures: readonly ScorecardRow[],
): Block {
  const own = measures.filter(row => row.outcomeReference === body.reference)
  const all = [...own, ...below.flatMap(branch => measuresIn(branch, measures))]
  return {
    reference: body.reference,
    title: body.title,
    counts: countStatuses(all.map(({ standing }) => standing.status)).map(each => ({
      status: each.status,
      text: `${each.count} ${each.word.toLowerCase()}`,
    })),
    lines: own.sort(worstFirst).map(row => lineOf(visit, row)),
    below: below.map(branch => blockOf(visit, branch, measures)),
  }
}

/** Red before amber before green; within a colour by concern. */
function worstFirst({ standing: a }: ScorecardRow, { standing: b }: ScorecardRow): number {
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || b.concernRank - a.concernRank
}

function measuresIn(
  { body, below }: Branch<Outcome>,
  measures: readonly ScorecardRow[],
): ScorecardRow[] {
  return [
    ...measures.filter(row => row.outcomeReference === body.reference),
    ...below.flatMap(branch => measuresIn(branch, measures)),
  ]
}

function lineOf({ area }: Visit, row: ScorecardRow) {
  const { reference, title, organisation, standing } = row
  const isOverdue = standing.status === 'overdue'
  return {
    title,
    href: to(paths.indicator, { area: area.slug, reference }),
    sub: `${reference} · ${organisation}`,
    judged: standing.status,
    word: STATUS_WORDS[standing.status],
    actual: isOverdue ? '' : shownText(standing, row),
    target: standing.target ? formatTarget(standing.target, row) : '',
  }
}

function leadOf(rows: readonly ScorecardRow[]): string {
  if (rows.length === 0) return 'No measures stand under its outcomes yet.'
  const red = rows.filter(({ standing }) => standing.status === 'red').length
  const count = red === 0 ? 'None' : capitalised(numberWord(red))
  return `${count} of ${plural(rows.length, 'measure')} ${red === 1 ? 'is' : 'are'} red.`
}

function termOf({ startsOn, endsOn }: Agreement, today: string): string {
  const term = `${formatDate(startsOn)} to ${formatDate(endsOn)}`
  if (endsOn < today) return `${term}, ended`
  return startsOn > today ? `${term}, not begun yet` : term
}
