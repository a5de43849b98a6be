import { capitalised, formatDate, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, oneOf, sharpened } from '../wording'
import { findResponsible, type Responsible, type ResponsibleRole } from './queries'

const ROLES: Record<ResponsibleRole, string> = {
  'lead-officer': 'lead officer',
  'partner-lead': 'partner lead',
  'portfolio-holder': 'portfolio holder',
  'board-chair': 'board chair',
}

export const whoAnswers = evidence('6', findResponsible, showWhoAnswers)

export function showWhoAnswers(subject: Subject, held: readonly Responsible[]): Exhibit {
  const { indicator } = subject
  const roles = Object.keys(ROLES) as ResponsibleRole[]
  const vacant = held.filter(({ person }) => person === '')
  const unnamed = roles.filter(role => !held.some(one => one.role === role))
  const lead = held.find(({ role, person }) => role === 'lead-officer' && person !== '')
  const first = vacant[0]

  return exhibit({
    missing: held.every(({ person }) => person === ''),
    finding:
      first !== undefined
        ? `The post of ${ROLES[first.role]} ${first.since ? `has been vacant since ${formatDate(first.since)}` : 'is vacant'}`
        : held.length === 0
          ? 'Nobody is named as answering for this measure'
          : unnamed.length > 0
            ? `No ${oneOf(unnamed.map(role => ROLES[role]))} is named`
            : `${lead?.person ?? held[0]!.person} leads, and all four posts are filled`,
    sharpened: sharpened(
      [
        first === undefined
          ? null
          : `The post of ${ROLES[first.role]} ${first.since ? `has been vacant since ${formatDate(first.since)}` : 'is vacant'}.`,
        lead === undefined ? 'No lead officer is named.' : `${lead.person} leads.`,
        unnamed.length > 0 && held.length > 0
          ? `No ${oneOf(unnamed.map(role => ROLES[role]))} is named.`
          : null,
      ],
      'Who, by name, answers for the improvement?',
    ),
    facts: factsOf({
      'Lead partner': subject.lead.name,
      'Owner of the figure': indicator.owner,
      Board: indicator.partnership,
    }),
    table: {
      caption: 'Who is responsible',
      head: ['Post', 'Person', 'Since'],
      rows: roles.map(role => {
        const one = held.find(responsible => responsible.role === role)
        return [
          capitalised(ROLES[role]),
          one === undefined ? 'not named' : one.person === '' ? 'vacant' : named(one),
          one?.since ? formatDate(one.since) : '–',
        ]
      }),
    },
    notes: vacant.length > 1 ? [`Vacant: ${listOf(vacant.map(({ role }) => ROLES[role]))}.`] : [],
    source: asHeld(subject, 'the list of responsibilities'),
  })
}

function named({ person, organisation }: Responsible): string {
  return organisation === null ? person : `${person}, ${organisation}`
}
