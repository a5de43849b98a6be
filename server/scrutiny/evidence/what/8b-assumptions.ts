import { capitalised, numberWord } from '../../../domain/format'
import { tidy } from '../../../domain/number'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { isSmall } from '../../../domain/small-numbers'
import type { Subject } from '../subject'
import { asHeld, closed, counted, figure, sharpened, span, titled } from '../wording'
import { type Assumption, findAssumptions } from './decision-queries'

export const assumptions = evidence('8b', findAssumptions, showAssumptions)

export function showAssumptions(subject: Subject, held: readonly Assumption[]): Exhibit {
  const { indicator, figures, latest } = subject
  const untested = held.filter(({ test }) => test === '').length
  const recent = figures.filter(({ state }) => state === 'published').slice(-8)
  const provisional = recent.filter(({ certainty }) => certainty === 'provisional').length
  const swing = tenth(subject)

  return exhibit({
    missing: held.length === 0,
    finding: findingFor(held.length, untested),
    sharpened: sharpened(
      [
        held.length === 0
          ? 'No assumption is written down.'
          : `${capitalised(counted(held.length, 'assumption'))} ${held.length === 1 ? 'is' : 'are'} listed.`,
        held[0] === undefined
          ? null
          : `${held.length === 1 ? 'It is' : 'The first is'} ${titled(held[0].statement.trim())}.`,
        swing,
      ],
      QUESTIONS[Math.min(2, held.length)]!,
    ),
    facts: factsOf({
      'Assumptions written down': String(held.length),
      'If demand were higher': swing,
      'Quality rating':
        indicator.qualityRating === 'not-rated' ? 'not rated' : indicator.qualityRating,
      'Provisional figures': recent.length > 0 && `${provisional} of the last ${recent.length}`,
      'Range of past figures':
        latest && indicator.shape === 'discrete' && span(subject, latest.low, latest.high),
    }),
    table:
      held.length === 0
        ? null
        : {
            caption: 'What is assumed',
            head: ['Assumption', 'Owner', 'Test'],
            rows: held.map(({ statement, owner, test }) => [
              closed(statement),
              owner || 'nobody',
              test === '' ? 'none' : closed(test),
            ]),
          },
    source: asHeld(subject, 'the list of assumptions'),
  })
}

const QUESTIONS = [
  'What are you assuming, and which of that could be wrong?',
  'Could that be wrong, and how would you know?',
  'Which of these could be wrong?',
]

function findingFor(count: number, untested: number): string {
  if (count === 0) return 'No assumption is written down'
  const rests = `It rests on ${counted(count, 'assumption')}`
  if (count === 1) return `${rests}, ${untested === 0 ? 'with' : 'without'} a test`
  if (untested === 0) return `${rests}, each with a test`
  return `${rests}, ${untested === count ? 'none with a test' : `${numberWord(untested)} without a test`}`
}

/** "With 10% more cases and as many successes, it would be 64.6%." */
function tenth(subject: Subject): string | null {
  const { numerator = null, denominator = null } = subject.latest ?? {}
  const { per } = subject.indicator
  if (numerator === null || !denominator || isSmall(numerator) || per >= 1000) return null

  const least = tidy((numerator * per) / (denominator * 1.1))
  return `With 10% more demand and all else the same, it would be ${figure(subject, least)}.`
}
