import { capitalised, formatCount, listOf } from '../../../domain/format'
import { STATUS_WORDS } from '../../../domain/status'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { isMissing } from '../neighbour-queries'
import { tallyWords } from '../neighbours'
import type { Subject } from '../subject'
import { asHeld, closed, counted, sharpened, statusWord, titled } from '../wording'
import { findKnockOns, type KnockOn } from './queries'

export const knockOn = evidence('3c', findKnockOns, showKnockOn)

export function showKnockOn(subject: Subject, links: readonly KnockOn[]): Exhibit {
  const source = asHeld(subject, 'the links between measures')
  const first = links.find(isMissing) ?? links[0]
  if (first === undefined) {
    return exhibit({
      missing: true,
      finding: 'No other measure is said to depend on this one',
      sharpened: sharpened(
        ['No link from this measure to any other is recorded.'],
        'Does it really pull down nothing else?',
      ),
      facts: factsOf({ 'Measures that depend on it': 'none recorded' }),
      source,
    })
  }

  return exhibit({
    finding: `${capitalised(counted(links.length, 'measure'))} ${links.length === 1 ? 'depends' : 'depend'} on this one: ${tallyWords(links)}`,
    sharpened: sharpened(
      [
        `${titled(first.title)} depends on this${first.status === null ? '' : ` and is ${statusWord(first.status)} now`}.`,
        links.length > 1
          ? `So ${links.length === 2 ? 'does one more measure' : `do ${counted(links.length - 1, 'more measure')}`}.`
          : null,
      ],
      `What do you expect the effect to be${first.lagPeriods > 0 ? `, ${counted(first.lagPeriods, subject.noun)} on` : ''}?`,
    ),
    facts: factsOf({
      'Measures that depend on it': formatCount(links.length),
      'Red or amber already': listOf(links.filter(isMissing).map(({ title }) => title)) || 'none',
    }),
    table: {
      caption: 'Measures downstream of this one',
      head: ['Measure', 'Status', 'Link', 'Follows after'],
      rows: links.map(({ title, reference, status, strength, sign, lagPeriods }) => [
        `${title} (${reference})`,
        status === null ? 'No figure' : STATUS_WORDS[status],
        `${strength}, ${sign === 1 ? 'the same way' : 'the other way'}`,
        lagPeriods === 0 ? 'at once' : counted(lagPeriods, subject.noun),
      ]),
    },
    notes: links
      .filter(({ evidence: why }) => why !== '')
      .slice(0, 3)
      .map(({ title, evidence: why }) => `${title}: ${closed(why)}`),
    source,
  })
}
