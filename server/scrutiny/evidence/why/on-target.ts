import { plural } from '../../../domain/format'
import { type Exhibit, exhibit, factsOf } from '../exhibit'
import { linePicture } from '../line-picture'
import type { Position } from '../position'
import type { Subject } from '../subject'
import { figureWithCounts, fromReturn, sharpened, size, span, target, worseSide } from '../wording'

/** On target, and on the list for another reason: the question looks ahead. */
export function notShort(subject: Subject, latest: Position): Exhibit {
  const { standing, process, noun } = subject
  const ahead = standing.reasons.find(({ code }) => code === 'year-end-miss')
  const now = figureWithCounts(subject, latest)
  const met = `At ${now}, ${latest.label} meets the target of ${target(subject, latest.target)}.`
  const { lower, upper, drawn } = process
  const facts = factsOf({
    Actual: now,
    Target: target(subject, latest.target),
    'Better by': latest.judgement.gap! > 0 && size(subject, latest.judgement.gap),
    'Missed its target': `${latest.missed} of the last ${plural(latest.judged, noun)}`,
    'Usual range': drawn && span(subject, lower, upper),
  })
  const common = { ...linePicture(subject), facts, source: fromReturn(subject) }

  if (process.drawn && process.variation === 'concern') {
    return exhibit({
      ...common,
      finding: 'On target, but getting worse by more than ordinary variation',
      sharpened: sharpened(
        [met, 'It is getting worse by more than ordinary variation.'],
        'What has changed, and when will it fall short?',
      ),
      notes: [standing.signalSentence],
    })
  } else if (ahead !== undefined) {
    return exhibit({
      ...common,
      finding: 'On target now, but set to miss the target for the year',
      sharpened: sharpened(
        [met, 'The year is set to miss its target.'],
        'What will be different in the time that is left?',
      ),
      notes: [ahead.sentence],
    })
  } else {
    return exhibit({
      ...common,
      finding: `On target in ${latest.label}: nothing is short`,
      sharpened: sharpened(
        [met],
        `What could still take it ${worseSide(subject.indicator.polarity)}, and who is watching for it?`,
      ),
      notes: [standing.signalSentence],
    })
  }
}
