import { capitalised, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Neighbour } from '../neighbour-queries'
import { tallyOf, tallyWords } from '../neighbours'
import type { Subject } from '../subject'
import { asHeld, counted, sharpened, titled } from '../wording'
import { type AffectedPriority, findPriorities } from './queries'

export const priorities = evidence('3a', findPriorities, showPriorities)

export function showPriorities(subject: Subject, held: readonly AffectedPriority[]): Exhibit {
  const source = asHeld(subject, 'the priorities and the measures under them')
  const worst = [...held].sort((a, b) => redIn(b) - redIn(a))[0]
  if (worst === undefined) {
    return exhibit({
      missing: true,
      finding: 'This measure is linked to no priority',
      sharpened: sharpened(
        ['It is linked to no priority of any organisation.'],
        'Which of our priorities does it serve, and is that priority at risk?',
      ),
      facts: factsOf({ 'Linked priorities': 'none' }),
      source,
    })
  }

  return exhibit({
    finding:
      worst.measures.length === 0
        ? `${titled(worst.title)} rests on this measure alone`
        : `${titled(worst.title)} has ${counted(worst.measures.length, 'other measure')}: ${tallyWords(worst.measures)}`,
    sharpened: sharpened(
      [
        worst.measures.length === 0
          ? `${titled(worst.title)} has no measure but this one.`
          : `${titled(worst.title)} has ${counted(worst.measures.length, 'other measure')}: ${tallyWords(worst.measures)}.`,
      ],
      'Is that priority now at risk?',
    ),
    facts: factsOf({
      'Linked priorities': capitalised(listOf(held.map(({ reference }) => reference))),
      'Whose they are': listOf([...new Set(held.map(({ organisation }) => organisation))]),
    }),
    table: {
      caption: 'The priorities this measure serves, and their other measures',
      head: ['Priority', 'Organisation', 'Other measures', 'Red', 'Amber'],
      rows: held.map(({ title, reference, organisation, measures }) => [
        `${title} (${reference})`,
        organisation,
        String(measures.length),
        String(tallyOf(measures).red),
        String(tallyOf(measures).amber),
      ]),
      numeric: [2, 3, 4],
    },
    source,
  })
}

function redIn({ measures }: AffectedPriority): number {
  return measures.filter(({ status }: Neighbour) => status === 'red').length
}
