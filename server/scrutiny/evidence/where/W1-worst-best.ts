import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import {
  breakdownPicture,
  breakdownTable,
  hiddenNote,
  KIND_NOUNS,
  kindsIn,
  shown,
  type Slice,
  slicesOf,
} from '../breakdown'
import { type BreakdownRow, findBreakdown } from '../breakdown-queries'
import type { Subject } from '../subject'
import { counted, figure, fromReturn, sharpened } from '../wording'

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
      finding: `Figures by ${one} should be held, and none can be shown for ${label}`,
      sharpened: sharpened(
        [`Figures by ${one} are kept, but there are none to compare for ${label}.`],
        'Where is it worst, and where best?',
      ),
      table: slices.length > 0 ? breakdownTable(subject, slices, kind) : null,
      notes: hiddenNote(slices),
      source: fromReturn(subject),
    })
  }

  const missed = seen.filter(({ short }) => short !== null).length
  const isSame = worst.value === best.value
  return exhibit({
    finding: isSame
      ? `The same in every ${one} that can be shown: ${figure(subject, worst.value)}`
      : findingFor(subject, worst, best),
    sharpened: sharpened(
      [
        isSame
          ? `It is ${figure(subject, worst.value)} in every ${one} shown.`
          : `${worst.label} is at ${figure(subject, worst.value)} and ${best.label} at ${figure(subject, best.value)}.`,
        missed > 0
          ? `${missed} of ${counted(seen.length, one, many)} ${missed === 1 ? 'is' : 'are'} short of the target.`
          : null,
      ],
      isSame ? 'Is that really so everywhere?' : 'Why so wide?',
    ),
    ...breakdownPicture(subject, slices, kind),
    facts: factsOf({
      Worst: `${worst.label}, ${figure(subject, worst.value)}`,
      Best: `${best.label}, ${figure(subject, best.value)}`,
      Short: worst.status !== null && worst.status !== 'no-target' && `${missed} of ${seen.length}`,
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

function findingFor(subject: Subject, worst: Slice, best: Slice): string {
  const values = [worst.value!, best.value!].sort((a, b) => a - b)
  return `Between ${figure(subject, values[0]!)} and ${figure(subject, values[1]!)}: worst in ${worst.label}, best in ${best.label}`
}
