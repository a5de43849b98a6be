import type { PlannedQuestion } from '../../database/tables/scrutiny'
import type { Friend } from '../../domain/friend'
import { FRIEND_NAMES } from '../../domain/friend'
import { questionOf } from '../../domain/questions'
import type { Visit } from '../../people/visit'
import { paths, to } from '../../web/paths'
import type { AskedBefore } from '../evidence/asked-before'
import type { Panel } from '../evidence/panel'
import type { Subject } from '../evidence/subject'
import { valuesOf, type WalkPage, walkPage } from './walk-page'

interface Ask {
  id: string
  anchor: string
  plain: string
  panel: Panel
  wording: string
  reworded: boolean
  choice: PlannedQuestion['choice']
  note: string
  edit: number
  action: string
  before: AskedBefore[]
}

export interface FriendPage extends WalkPage {
  friend: string
  asks: Ask[]
  onward: { href: string; text: string }
  /** The question being reworded, by its id: its text box is open. */
  rewording: string
  /** What was just typed and could not be kept: it is shown again, not what is kept. */
  typed: { question: string; wording: string | null; note: string | null } | null
}

export function friendPage(
  visit: Visit,
  subject: Subject,
  friend: Friend,
  panels: readonly Panel[],
  planned: readonly PlannedQuestion[],
  before: readonly AskedBefore[],
): FriendPage {
  const values = valuesOf(visit, subject)
  const leads = subject.standing.leads
  const next = leads[leads.indexOf(friend) + 1]
  return {
    ...walkPage(visit, subject, planned, friend),
    friend: FRIEND_NAMES[friend],
    asks: panels.map(panel => askOf(panel, friend, values, planned, before)),
    onward: next
      ? { href: to(paths.friend, { ...values, friend: next }), text: `On to ${FRIEND_NAMES[next]}` }
      : { href: to(paths.plan, values), text: 'See your plan' },
    rewording: visit.query.reword ?? '',
    typed: null,
  }
}

function askOf(
  panel: Panel,
  friend: Friend,
  values: Record<string, string>,
  planned: readonly PlannedQuestion[],
  before: readonly AskedBefore[],
): Ask {
  const held = planned.find(({ question }) => question === panel.question)
  return {
    id: panel.question,
    anchor: `q-${panel.question}`,
    plain: questionOf(panel.question).plain,
    panel,
    wording: held?.wording ?? panel.sharpened,
    reworded: held?.wording != null,
    choice: held?.choice ?? 'undecided',
    note: held?.note ?? '',
    edit: held?.edit ?? 0,
    action: to(paths.friendQuestion, { ...values, friend, question: panel.question }),
    before: before.filter(({ question }) => question === panel.question),
  }
}
