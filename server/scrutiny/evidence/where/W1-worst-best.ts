import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import {
  breakdownPicture,
  breakdownTable,
  hasSharedTarget,
  hiddenNote,
  KIND_NOUNS,
  kindsIn,
  shown,
  type Slice,
  slicesOf,
} from '../breakdown'
import { type BreakdownRow, findBreakdown } from '../breakdown-queries'
import type { Subject } from '../subject'
import { bare, figure, fromReturn, share, sharpened, span } from '../wording'

export const worstBest = evidence('W1', findBreakdown, showWorstBest)

export function showWorstBest(subject: Subject, rows: readonly BreakdownRow[]): Exhibit {
  const kinds = kindsIn(rows)
  const kind =
    kinds.find(each => shown(slicesOf(subject, rows, each)).length > 1) ?? kinds[0] ?? 'place'
  const { one, many } = KIND_NOUNS[kind]
  const slices = slicesOf(subject, rows, kind)
  const seen = shown(slices)
  const worst = seen[0]
  const best = seen.at(-1)
  const label = subject.latest?.label ?? subject.label
  if (!worst || !best || worst === best) {
    return exhibit({
      missing: true,
      finding: `${tooFew(slices, one)} for ${label}`,
      sharpened: sharpened(
        [`Figures by ${one} are kept, but ${lowered(tooFew(slices, one))} for ${label}.`],
        'Where is it worst, and where best?',
      ),
      table: slices.length > 0 ? breakdownTable(subject, slices, kind) : null,
      notes: hiddenNote(slices),
      source: fromReturn(subject),
    })
  }

  const missed = seen.filter(({ short }) => short !== null).length
  const said = spreadWords(subject, worst, best, one, isComparable(subject, slices))
  return exhibit({
    finding: said.finding,
    sharpened: sharpened(
      [
        said.sentence,
        missed > 0
          ? `${share(missed, seen.length)} ${seen.length === 1 ? one : many} ${missed === 1 ? 'misses' : 'miss'} the target.`
          : null,
      ],
      said.question,
    ),
    ...breakdownPicture(subject, slices, kind),
    facts: factsOf({
      [said.names[0]]: `${worst.label}, ${figure(subject, worst.value)}`,
      [said.names[1]]: `${best.label}, ${figure(subject, best.value)}`,
      'Miss the target':
        worst.status !== null && worst.status !== 'no-target' && `${missed} of ${seen.length}`,
      'Also held by': kinds
        .filter(each => each !== kind)
        .map(each => KIND_NOUNS[each].one)
        .join(' and '),
    }),
    table: breakdownTable(subject, slices, kind),
    notes: hiddenNote(slices),
    source: fromReturn(subject),
  })
}

/** Why there is nothing to compare. */
function tooFew(slices: readonly Slice[], one: string): string {
  if (shown(slices).length === 1) return `Only one ${one} has a figure that can be shown`
  const isHidden = slices.some(({ hidden }) => hidden !== null)
  return isHidden
    ? `Every figure by ${one} is too small to be shown`
    : `No figure by ${one} has come`
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** A count has no worst place: the largest is where most people are. */
function isComparable(subject: Subject, slices: readonly Slice[]): boolean {
  const isJudged = slices.some(({ status }) => status !== null && status !== 'no-target')
  return isJudged || hasSharedTarget(subject)
}

interface Spread {
  finding: string
  sentence: string
  question: string
  names: [string, string]
}

function spreadWords(
  subject: Subject,
  worst: Slice,
  best: Slice,
  one: string,
  comparable: boolean,
): Spread {
  const [low, high] = worst.value! < best.value! ? [worst, best] : [best, worst]
  const sentence = `${worst.label} is at ${bare(subject, worst.value)} and ${best.label} at ${figure(subject, best.value)}.`
  const between = `Between ${span(subject, low.value, high.value, 'and')}`

  if (worst.value === best.value) {
    return {
      finding: `The same in every ${one} that can be shown: ${figure(subject, worst.value)}`,
      sentence: `It is ${figure(subject, worst.value)} in every ${one} shown.`,
      question: 'Is that really so everywhere?',
      names: ['One end', 'The other'],
    }
  } else if (comparable) {
    return {
      finding: `${between}: worst in ${worst.label}, best in ${best.label}`,
      sentence,
      question: 'Why so wide?',
      names: ['Worst', 'Best'],
    }
  } else {
    return {
      finding: `${between}: most in ${high.label}, fewest in ${low.label}`,
      sentence,
      question: 'Is that what you would expect, and where is it worst?',
      names: ['At one end', 'At the other'],
    }
  }
}
