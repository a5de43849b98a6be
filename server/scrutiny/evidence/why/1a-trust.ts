import { capitalised, formatDate, listOf, nounFor, numberWord } from '../../../domain/format'
import { tidy } from '../../../domain/number'
import { type Certain, certaintyOf } from '../certainty'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { isShort, type Position } from '../position'
import { type Revised, revisionsOf } from '../revisions'
import type { Subject } from '../subject'
import {
  asHeld,
  closed,
  countsOf,
  figure,
  fromReturn,
  labelOf,
  share,
  sharpened,
  size,
  span,
} from '../wording'
import { findProvenance, type Provenance } from './queries'

export const trust = evidence('1a', findProvenance, showTrust)

export function showTrust(subject: Subject, held: Provenance): Exhibit {
  const { latest, indicator } = subject
  if (latest === undefined) {
    return exhibit({
      missing: true,
      finding: 'There is no published figure to trust or to doubt',
      sharpened: sharpened(
        [`No figure has been published for ${subject.label}.`],
        'Who collects it, who checks it, and when will the first be signed?',
      ),
      facts: factsOf({
        'Quality rating': QUALITY[indicator.qualityRating],
        Source: indicator.source,
      }),
      source: asHeld(subject, 'the definition'),
    })
  }

  const certain = certaintyOf(subject, latest)
  const revised = revisionsOf(subject)
  const absent = held.partners.filter(({ reported }) => !reported).map(({ label }) => label)
  return exhibit({
    finding: findingFor(latest, certain, held, absent),
    sharpened: sharpenedFor(subject, latest, { certain, revised, held, absent }),
    facts: factsOf({
      'The figure looked at': subject.absence !== null && `the last, for ${latest.label}`,
      'Provisional or final': latest.certainty,
      'Quality rating': QUALITY[indicator.qualityRating],
      'Signed off': signature(held),
      Counts: countsOf(latest),
      '95% range of this figure': certain && span(subject, certain.lower, certain.upper),
      'Partner returns':
        held.partners.length > 0 &&
        `${held.partners.length - absent.length} of ${held.partners.length}`,
      'Revised lately': `${revised.count} of the last ${revised.of} ${nounFor(revised.of, subject.noun)}${revised.count > 0 ? `, by ${size(subject, revised.most)}${revised.count > 1 ? ' at most' : ''}` : ''}`,
      'How near another status': nextStatus(subject, latest),
    }),
    notes: [
      subject.standing.signalSentence,
      ...(absent.length > 0 ? [`Not in it yet: ${listOf(absent)}.`] : []),
      ...revised.reasons
        .filter(({ reason }) => reason !== '')
        .map(({ starts, reason }) => `${labelOf(subject, starts)} was revised: ${closed(reason)}`),
      ...held.versions.map(
        ({ changedOn, reason }) =>
          `Definition changed on ${formatDate(changedOn)}: ${closed(reason)}`,
      ),
      ...held.targetChanges.map(
        ({ changedOn, period, reason }) =>
          `Target for ${period} changed on ${formatDate(changedOn)}: ${closed(reason)}`,
      ),
    ],
    source: fromReturn(subject),
  })
}

const QUALITY = { good: 'good', fair: 'fair', poor: 'poor', 'not-rated': 'not rated' } as const

interface Doubts {
  certain: Certain | null
  revised: Revised
  held: Provenance
  absent: string[]
}

function findingFor(
  latest: Position,
  certain: Certain | null,
  { partners }: Provenance,
  absent: readonly string[],
): string {
  const chance = CHANCE[certain?.comparison ?? 'none']
  if (absent.length > 0) {
    const missing = `${numberWord(absent.length)} of ${numberWord(partners.length)} partner returns ${absent.length === 1 ? 'is' : 'are'} missing`
    return chance === null ? capitalised(missing) : `${chance}, but ${missing}`
  } else if (latest.certainty === 'provisional') {
    return chance === null
      ? 'The figure is provisional'
      : `${chance}, but the figure is provisional`
  } else {
    return (
      chance ??
      (partners.length === 0
        ? 'The figure is final'
        : 'The figure is final, and every partner has reported')
    )
  }
}

/** By what an interval against the target says; a range or no target says nothing. */
const CHANCE: Record<string, string | null> = {
  worse: 'Chance does not explain the miss',
  better: 'Better than the target by more than chance',
  'cannot-tell': 'The difference from the target could be chance',
  higher: null,
  lower: null,
  none: null,
}

/** What puts the figure in most doubt is asked about. */
function sharpenedFor(subject: Subject, latest: Position, doubts: Doubts): string {
  const { certain, revised, held, absent } = doubts
  const range = rangeSentence(subject, certain)
  const quality = subject.indicator.qualityRating

  if (absent.length > 0) {
    const [have, they] = absent.length === 1 ? ['has', 'it'] : ['have', 'they']
    return sharpened(
      [
        `${share(absent.length, held.partners.length)} ${nounFor(held.partners.length, 'partner')} ${have} not reported.`,
        range,
      ],
      `When will ${they} report, and could that change the result?`,
    )
  } else if (latest.certainty === 'provisional') {
    return sharpened(
      [
        `The figure, ${figure(subject, latest.value)}, is provisional.`,
        revisedSentence(subject, revised),
        range,
      ],
      'When will it be final, and which way is it likely to move?',
    )
  } else if (revised.count > 0) {
    return sharpened([revisedSentence(subject, revised), range], 'Will this one be revised too?')
  } else if (quality === 'poor' || quality === 'not-rated') {
    const rated =
      quality === 'poor' ? 'Its quality is rated poor.' : 'Its quality has not been rated.'
    return sharpened([rated, range], 'Who has checked it, and how?')
  } else if (certain?.comparison === 'cannot-tell') {
    const question = isShort(latest.judgement)
      ? 'What else makes you sure that it is a real miss?'
      : 'What else makes you sure that the target is really met?'
    return sharpened([range], question)
  } else {
    return sharpened(
      [range, `The figure, ${figure(subject, latest.value)}, is reported as final.`],
      'Is there anything that could still change it?',
    )
  }
}

function rangeSentence(subject: Subject, certain: Certain | null): string | null {
  if (certain === null) return null
  const range = `The 95% range is ${span(subject, certain.lower, certain.upper)}`
  switch (certain.comparison) {
    case 'worse':
      return `${range}, so chance does not explain it.`
    case 'cannot-tell':
      return `${range}, so it could be chance.`
    default:
      return `${range}.`
  }
}

function revisedSentence(subject: Subject, { count, of, most }: Revised): string | null {
  if (count === 0) return null
  const by = size(subject, most)
  return count === 1
    ? `${of === 1 ? 'The figure' : `One of the last ${numberWord(of)} figures`} was revised, by ${by}.`
    : `${capitalised(numberWord(count))} of the last ${numberWord(of)} figures were revised, by ${by} at most.`
}

function signature({ approvedBy, approvedOn }: Provenance): string {
  if (approvedOn === null) return 'no sign-off is recorded'
  return approvedBy === null ? formatDate(approvedOn) : `${approvedBy}, ${formatDate(approvedOn)}`
}

/** How much better it would have to be for the next colour, or how much worse for the one below. */
function nextStatus(subject: Subject, { judgement }: Position): string | null {
  const { status, gap, tolerance } = judgement
  if (gap === null || tolerance === null) return null

  const step = 10 ** -subject.indicator.decimals
  if (status === 'red') {
    return tolerance === 0
      ? `${size(subject, gap)} better would be green`
      : `${size(subject, tidy(-gap - tolerance))} better would be amber`
  } else if (status === 'amber') {
    return `${size(subject, gap)} better would be green`
  } else {
    return `${size(subject, tidy(gap + step))} worse would miss the target`
  }
}
