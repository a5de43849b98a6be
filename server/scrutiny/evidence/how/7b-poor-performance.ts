import { capitalised, formatDate } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, counted, sharpened } from '../wording'
import { findMechanism, type Mechanism } from './queries'

const CLASSES = {
  partnership: 'a partnership: its members hold one another to account',
  network: 'a network: it has no power over its members',
  'working-group': 'a working group: it reports to the body that set it up',
  'contract-or-grant': 'a contract or grant: its terms bind the provider',
} as const

export const poorPerformance = evidence('7b', findMechanism, showPoorPerformance)

export function showPoorPerformance(subject: Subject, held: Mechanism): Exhibit {
  const { clauses, agreement, partnership, governanceClass } = held
  const used = clauses.filter(({ lastUsedOn }) => lastUsedOn !== null)
  const latest = [...used].sort((a, b) => (a.lastUsedOn! < b.lastUsedOn! ? 1 : -1))[0]
  const first = latest ?? clauses[0]
  const red = subject.latest?.red ?? 0

  return exhibit({
    missing: clauses.length === 0,
    finding:
      clauses.length === 0
        ? 'No clause on poor performance is recorded'
        : latest === undefined
          ? `${capitalised(counted(clauses.length, 'clause'))} could be used, and ${clauses.length === 1 ? 'it never has been' : 'none has been'}`
          : `${clauseName(latest.reference)} was last used on ${formatDate(latest.lastUsedOn!)}`,
    sharpened: sharpened(
      [
        red > 1 ? `It has been red for ${counted(red, subject.noun)}.` : null,
        clauses.length === 0
          ? `No clause on poor performance is recorded${agreement === null ? '' : ` in the ${agreement}`}.`
          : `${capitalised(counted(clauses.length, 'clause'))} of the ${agreement} ${clauses.length === 1 ? 'allows' : 'allow'} something to be done.`,
        first === undefined
          ? null
          : latest === undefined
            ? clauses.length === 1
              ? 'It has not been used.'
              : 'None has been used.'
            : `${clauseName(latest.reference)} was last used on ${formatDate(latest.lastUsedOn!)}.`,
      ],
      'What will be done about continued poor performance, and on what date?',
    ),
    facts: factsOf({
      Agreement: agreement ?? 'none',
      Board: partnership,
      'What the board is': governanceClass && CLASSES[governanceClass],
    }),
    table:
      clauses.length === 0
        ? null
        : {
            caption: 'What the agreement allows',
            head: ['Clause', 'What it says', 'Last used'],
            rows: clauses
              .slice(0, 6)
              .map(({ reference, wording, lastUsedOn }) => [
                reference,
                closed(wording),
                lastUsedOn === null ? 'never' : formatDate(lastUsedOn),
              ]),
          },
    source: asHeld(subject, 'the agreement and the register of partnerships'),
  })
}

function clauseName(reference: string): string {
  return /^\d/.test(reference) ? `Clause ${reference}` : capitalised(reference)
}
