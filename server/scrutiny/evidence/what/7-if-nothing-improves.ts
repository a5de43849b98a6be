import { capitalised, formatDate } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, counted, sharpened } from '../wording'
import { findTriggers, type Trigger } from './decision-queries'

export const ifNothingImproves = evidence('7', findTriggers, showIfNothingImproves)

export function showIfNothingImproves(subject: Subject, triggers: readonly Trigger[]): Exhibit {
  const pulled = triggers.filter(({ pulledOn }) => pulledOn !== null)
  const last = pulled
    .map(({ pulledOn }) => pulledOn!)
    .sort()
    .at(-1)
  const agreed =
    triggers.length === 0
      ? 'no trigger is agreed'
      : pulled.length === 0
        ? `${counted(triggers.length, 'trigger')} agreed, ${triggers.length === 1 ? 'not' : 'none'} pulled`
        : `a trigger was pulled on ${formatDate(last!)}`
  const run = runWords(subject)

  return exhibit({
    missing: triggers.length === 0,
    finding: run === null ? capitalised(agreed) : `${run}, and ${agreed}`,
    sharpened: sharpened(
      [`${run === null ? capitalised(agreed) : `${run}; ${agreed}`}.`],
      triggers.length === 0
        ? run === null
          ? 'At what value would something be done, and what?'
          : 'What happens if nothing improves, at what value, and when?'
        : pulled.length === 0
          ? 'What would it take to pull one, and what happens then?'
          : 'What came of it, and what happens if nothing improves?',
    ),
    facts: factsOf({
      'Red in a row': inARow(subject, subject.latest?.red ?? 0),
      'Target missed in a row': inARow(subject, subject.latest?.run ?? 0),
      'Triggers agreed': String(triggers.length),
      'Triggers pulled': triggers.length > 0 && String(pulled.length),
    }),
    table:
      triggers.length === 0
        ? null
        : {
            caption: 'Triggers agreed',
            head: ['When', 'What happens', 'Pulled'],
            rows: triggers.map(({ condition, consequence, pulledOn }) => [
              condition,
              closed(consequence),
              pulledOn === null ? 'no' : formatDate(pulledOn),
            ]),
          },
    source: asHeld(subject, 'the triggers agreed for this measure'),
  })
}

/** Nothing where there is no target to miss. */
function inARow({ latest, noun }: Subject, count: number): string | null {
  if (latest?.judgement.gap == null) return null
  return count === 0 ? 'none' : counted(count, noun)
}

/** 'Red for four quarters', 'Its target missed for four quarters', or nothing where it is not missed. */
function runWords({ latest, noun }: Subject): string | null {
  if (latest === undefined || latest.run === 0) return null
  return latest.red === latest.run
    ? `Red for ${counted(latest.red, noun)}`
    : `Its target missed for ${counted(latest.run, noun)}`
}
