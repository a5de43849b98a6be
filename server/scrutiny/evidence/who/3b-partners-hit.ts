import { capitalised, formatDate, listOf } from '../../../domain/format'
import { addDays } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { tallyWords } from '../neighbours'
import type { Subject } from '../subject'
import { asHeld, closed, counted, sharpened } from '../wording'
import { findPartnersHit, type PartnerHit } from './queries'

/** Nobody has spoken to them for so long. */
const OUT_OF_TOUCH_DAYS = 90

export const partnersHit = evidence('3b', findPartnersHit, showPartnersHit)

export function showPartnersHit(subject: Subject, partners: readonly PartnerHit[]): Exhibit {
  const source = asHeld(subject, 'the links to partners')
  if (partners.length === 0) {
    return exhibit({
      missing: true,
      finding: 'No partner is recorded as depending on this measure',
      sharpened: sharpened(
        ['No partner is recorded as depending on this.'],
        'Which partners does missing it hit, and have they been told?',
      ),
      facts: factsOf({ 'Linked partners': 'none' }),
      source,
    })
  }

  const since = addDays(subject.today, -OUT_OF_TOUCH_DAYS)
  const untold = partners.filter(
    ({ lastContactOn }) => lastContactOn === null || lastContactOn < since,
  )
  const first = untold[0] ?? partners[0]!
  const others = partners.length > 2 ? [counted(partners.length - 2, 'other')] : []
  return exhibit({
    finding:
      untold.length === 0
        ? `${capitalised(counted(partners.length, 'partner'))} ${partners.length === 1 ? 'depends' : 'depend'} on it, and each has been spoken to in three months`
        : `${capitalised(counted(untold.length, 'of the linked partners', 'of the linked partners'))} ${untold.length === 1 ? 'has' : 'have'} not been spoken to in three months`,
    sharpened: sharpened(
      [
        `${listOf([...partners.slice(0, 2).map(({ name }) => name), ...others])} ${partners.length === 1 ? 'depends' : 'depend'} on this.`,
        contactSentence(first, partners.length === 1),
      ],
      untold.length === 0
        ? 'What does missing it mean for them?'
        : 'Do they know, and what does it mean for them?',
    ),
    facts: factsOf({
      'Linked partners': String(partners.length),
      'Not spoken to in three months':
        untold.length === 0 ? 'none' : listOf(untold.map(({ name }) => name)),
    }),
    table: {
      caption: 'Partners that depend on this measure',
      head: ['Partner', 'Effect', 'Last contact', 'Their related measures'],
      rows: partners.map(({ name, effect, lastContactOn, measures }) => [
        name,
        closed(effect),
        lastContactOn === null ? 'none recorded' : formatDate(lastContactOn),
        measures.length === 0
          ? 'none'
          : `${counted(measures.length, 'measure')}: ${tallyWords(measures)}`,
      ]),
    },
    source,
  })
}

function contactSentence({ name, lastContactOn }: PartnerHit, isOnly: boolean): string {
  return lastContactOn === null
    ? `No contact with ${isOnly ? 'it' : name} is recorded.`
    : `${isOnly ? 'It' : name} was last spoken to on ${formatDate(lastContactOn)}.`
}
