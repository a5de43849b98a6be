import { capitalised, formatDate, listOf } from '../../../domain/format'
import type { IsoDate } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, counted, percent, sharpened } from '../wording'
import { type Contributor, findContributors } from './queries'

export const rightMeasure = evidence('2', findContributors, showRightMeasure)

export function showRightMeasure(subject: Subject, contributors: readonly Contributor[]): Exhibit {
  const { indicator, today } = subject
  const shared = contributors.filter(({ share }) => share !== null)
  const isDue = indicator.reviewDueOn !== null && indicator.reviewDueOn < today
  const lead = shared.find(({ name }) => name === subject.lead.name)

  return exhibit({
    missing: indicator.definition === '',
    finding: findingFor(subject, isDue),
    sharpened: sharpened(
      [
        levelSentence(indicator.level, indicator.definition),
        reviewSentence(indicator.reviewedOn, indicator.reviewDueOn, today),
        lead && lead.share! < 50
          ? `${lead.name} controls ${percent(lead.share! / 100)} of it.`
          : null,
      ],
      indicator.definition === ''
        ? 'What exactly does it count, and is it the right test?'
        : 'Is it the right test?',
    ),
    facts: factsOf({
      Definition: indicator.definition,
      Why: indicator.rationale,
      'What good looks like': indicator.goodLooksLike,
      // A level that nobody wrote a definition for is only the one it was given to begin with.
      Level: indicator.definition !== '' && LEVELS[indicator.level],
      Source: indicator.source,
      Lag: `${counted(indicator.lagDays, 'day')} after the ${subject.noun} ends`,
      'Last reviewed': indicator.reviewedOn
        ? formatDate(indicator.reviewedOn)
        : 'no review is recorded',
      'Review due':
        indicator.reviewDueOn && `${formatDate(indicator.reviewDueOn)}${isDue ? ' (overdue)' : ''}`,
      'Partners’ share of control':
        shared.length > 0 &&
        listOf(shared.map(({ name, share }) => `${name} ${percent(share! / 100)}`)),
    }),
    notes: shared.length === 0 ? ['How much of it each partner controls is not recorded.'] : [],
    source: asHeld(subject, `version ${indicator.version} of the definition`),
  })
}

const LEVELS = {
  input: 'input: what is put in',
  output: 'output: what is done',
  outcome: 'outcome: what changes for people',
  perception: 'perception: what people say',
} as const

function findingFor({ indicator }: Subject, isDue: boolean): string {
  const level = {
    input: 'It counts what is put in, not results',
    output: 'It counts what is done, not results',
    outcome: 'It measures a result',
    perception: 'It measures what people say',
  }[indicator.level]
  if (indicator.definition === '') return 'No definition is held for this measure'
  if (indicator.reviewedOn === null) return `${level}, and no review is recorded`
  if (isDue) return `${level}, and its review is overdue`
  return `${level}, last reviewed in ${monthOf(indicator.reviewedOn)}`
}

function levelSentence(level: keyof typeof LEVELS, definition: string): string {
  if (definition === '') return 'No definition is held for this measure.'
  return {
    input: 'It counts what is put in, not what comes of it.',
    output: 'It counts what is done, not results.',
    outcome: 'It is meant to measure a result.',
    perception: 'It measures what people say, not what was done.',
  }[level]
}

function reviewSentence(on: IsoDate | null, dueOn: IsoDate | null, today: IsoDate): string {
  if (on === null) return 'No review of it is recorded.'
  const overdue = dueOn !== null && dueOn < today ? ', and the next review is overdue' : ''
  return `It was last reviewed in ${monthOf(on)}${overdue}.`
}

const monthOf = (date: IsoDate) => capitalised(formatDate(date).replace(/^\d+ /, ''))
