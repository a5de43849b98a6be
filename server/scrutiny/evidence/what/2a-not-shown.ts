import { capitalised, formatDate, numberWord, plural } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { isMissing } from '../neighbour-queries'
import { openQuestions } from '../promises'
import type { Subject } from '../subject'
import { asHeld, counted, sharpened, statusWord, titled } from '../wording'
import { neighbourTable } from '../neighbours'
import { findUnseen, type Unseen } from './queries'

const QUESTION = 'What are we not being shown?'

export const notShown = evidence('2a', findUnseen, showNotShown)

export function showNotShown(subject: Subject, { companions, risks }: Unseen): Exhibit {
  const { standing } = subject
  const open = openQuestions(subject)
  const telling = companions.find(one => one.direction === 'worse' || isMissing(one))
  return exhibit({
    missing: companions.length === 0 && open.length === 0 && risks === 0,
    finding:
      open.length > 0
        ? `${capitalised(counted(open.length, 'question'))} asked before ${open.length === 1 ? 'is' : 'are'} still open`
        : telling !== undefined
          ? tellingFinding(subject, telling)
          : companions.length > 0
            ? `${capitalised(counted(companions.length, 'measure'))} beside this one, and ${companions.length === 1 ? 'it shows nothing' : 'none shows anything'} worse`
            : 'Nothing is held beside this measure to check it by',
    sharpened: sharpened(
      [
        telling ? companionSentence(telling) : null,
        open.length > 0
          ? `${capitalised(numberWord(open.length))} of our questions ${open.length === 1 ? 'has' : 'have'} had no answer.`
          : null,
        companions.length === 0 ? 'No other measure is held beside this one to check it by.' : null,
        risks === 0 ? 'No risk is on the register.' : null,
      ],
      QUESTION,
    ),
    facts: factsOf({
      'Companion and context measures': String(companions.length),
      'Open risks': String(risks),
      'Our questions without an answer': String(open.length),
      'Next figure': standing.nextDueOn && `due on ${formatDate(standing.nextDueOn)}`,
    }),
    table: companions.length > 0 ? neighbourTable('Measures beside this one', companions) : null,
    notes: open.slice(0, 4).map(({ answer }) => {
      const due = answer.dueOn === null ? '' : `, due on ${formatDate(answer.dueOn)}`
      return `Asked on ${formatDate(answer.heldOn)}, question ${answer.question}: no answer yet${due}.`
    }),
    source: asHeld(
      subject,
      `the links between measures, the risk register and ${subject.answers.length === 0 ? 'earlier answers' : plural(subject.answers.length, 'earlier answer')}`,
    ),
  })
}

/** Another story only where this measure is the better of the two. */
function tellingFinding(
  { latest }: Subject,
  { title, status }: Unseen['companions'][number],
): string {
  const isOnTarget = (latest?.judgement.gap ?? -1) >= 0
  if (isOnTarget) return `${title} tells another story`
  return status === 'red' || status === 'amber'
    ? `${title} is ${statusWord(status)} too`
    : `${title} got worse too`
}

function companionSentence({ title, direction, status }: Unseen['companions'][number]): string {
  return direction === 'worse'
    ? `${titled(title)} got worse in its latest figure.`
    : `${titled(title)} is ${statusWord(status!)}.`
}
