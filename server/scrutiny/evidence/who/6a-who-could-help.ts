import { capitalised, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { FEWER, hiddenCells } from '../../../domain/small-numbers'
import type { Subject } from '../subject'
import { asHeld, countsOf, counted, percent, sharpened } from '../wording'
import { findHelpers, type Helper } from './queries'

export const whoCouldHelp = evidence('6a', findHelpers, showWhoCouldHelp)

export function showWhoCouldHelp(subject: Subject, helpers: readonly Helper[]): Exhibit {
  const idle = helpers.filter(({ actions }) => actions === 0)
  const biggest = idle.find(({ share }) => share !== null)
  const bound = idle.filter(({ dutyToCooperate }) => dutyToCooperate)
  const source = asHeld(subject, 'the contributors and the action plan')
  if (helpers.length === 0) {
    return exhibit({
      missing: true,
      finding: 'No contributor is recorded besides the lead',
      sharpened: sharpened(
        [`${subject.lead.name} leads, and no contributor is recorded.`],
        'Who else could help, and who has been asked?',
      ),
      facts: factsOf({ 'Lead partner': subject.lead.name }),
      source,
    })
  }

  return exhibit({
    finding:
      biggest !== undefined
        ? `${biggest.name} has ${percent(biggest.share! / 100)} of it in hand, and no action`
        : idle.length > 0
          ? `${capitalised(counted(idle.length, 'partner'))} could help and ${idle.length === 1 ? 'has' : 'have'} no action`
          : `Each of ${counted(helpers.length, 'partner')} has an action`,
    sharpened: sharpened(
      [
        biggest === undefined
          ? null
          : `${biggest.name} has ${percent(biggest.share! / 100)} of the result in hand, and no action under way.`,
        biggest === undefined && idle[0] ? `${idle[0].name} has no action under way.` : null,
        bound.length > 0
          ? `${capitalised(counted(bound.length, 'partner'))} without an action ${bound.length === 1 ? 'is' : 'are'} bound by law to co-operate.`
          : null,
      ],
      idle.length > 0 ? 'What will they bring, or why not?' : 'Who else could help?',
    ),
    facts: factsOf({
      'Could help': String(helpers.length),
      'Have no action under way': idle.length === 0 ? 'none' : listOf(idle.map(({ name }) => name)),
      'Of those, under the duty to co-operate':
        bound.length > 0 && listOf(bound.map(({ name }) => name)),
    }),
    table: {
      caption: 'Who contributes',
      head: ['Partner', 'Share of control', 'Cases', 'Actions under way', 'Duty to co-operate'],
      rows: rowsOf(helpers),
      numeric: [1, 2, 3],
    },
    source,
  })
}

function rowsOf(helpers: readonly Helper[]): string[][] {
  const hidden = hiddenCells(helpers.map(({ numerator }) => ({ count: numerator })))
  return helpers.map((helper, at) => [
    helper.name,
    helper.share === null ? 'not recorded' : percent(helper.share / 100),
    hidden[at] === 'small'
      ? FEWER
      : hidden[at] === 'paired'
        ? 'not shown'
        : (countsOf(helper) ?? '–'),
    String(helper.actions),
    helper.dutyToCooperate ? 'yes' : 'no',
  ])
}
