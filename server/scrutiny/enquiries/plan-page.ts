import type { PlannedQuestion } from '../../database/tables/scrutiny'
import { plural } from '../../domain/format'
import { FRIEND_NAMES } from '../../domain/friend'
import { questionOf, type QuestionId } from '../../domain/questions'
import type { Visit } from '../../people/visit'
import type { Entered, FieldErrors } from '../../web/forms'
import { paths, to } from '../../web/paths'
import type { Panel } from '../evidence/panel'
import type { Subject } from '../evidence/subject'
import { hintsFor } from './hints'
import { isChosen } from './planning'
import { valuesOf, type WalkPage, walkPage } from './walk-page'

interface Item {
  id: string
  friend: string
  plain: string
  wording: string
  theme: boolean
  note: string
  followUp: string
  givenTo: string
  giver: string
  /** Being changed just now: its form stands open. */
  open: boolean
  edit: number
  action: string
  first: boolean
  last: boolean
  finding: string
}

export interface PlanPage extends WalkPage {
  items: Item[]
  hints: string[]
  members: { value: string; text: string }[]
  order: string
  forms: { print: string; themes: string; plan: string; walk: string }
  summary: string
}

export function planPage(
  visit: Visit,
  subject: Subject,
  planned: readonly PlannedQuestion[],
  panels: readonly Panel[],
  members: readonly { id: string; name: string }[],
): PlanPage {
  const values = valuesOf(visit, subject)
  const chosen = planned.filter(isChosen)
  const plan = to(paths.plan, values)
  return {
    ...walkPage(visit, subject, planned, null),
    title: `Question plan: ${subject.indicator.title}`,
    trail: [
      { text: 'Scrutiny', href: to(paths.worklist, values) },
      { text: subject.indicator.title, href: to(paths.enquiry, values) },
      { text: 'Question plan' },
    ],
    items: chosen.map((held, index) => ({
      ...itemOf(held, panels, members, values),
      first: index === 0,
      last: index === chosen.length - 1,
    })),
    hints: hintsFor(chosen, panels),
    members: members.map(({ id, name }) => ({ value: id, text: name })),
    order: to(paths.planOrder, values),
    forms: {
      plan,
      print: `${plan}?form=print`,
      themes: `${plan}?form=themes`,
      walk: to(paths.enquiry, values),
    },
    summary: summaryOf(chosen),
  }
}

/** The same plan with what was typed into one question's form, and what is wrong with it. */
export function withTyped(
  plan: PlanPage,
  question: string,
  { wording, followUp, givenTo }: Entered,
  errors: FieldErrors,
): PlanPage {
  const text = (typed: unknown, held: string) => (typeof typed === 'string' ? typed : held)
  return {
    ...plan,
    errors: Object.fromEntries(
      Object.entries(errors).map(([name, error]) => [`${name}-${question}`, error]),
    ),
    items: plan.items.map(item =>
      item.id === question
        ? {
            ...item,
            open: true,
            wording: text(wording, item.wording),
            followUp: text(followUp, item.followUp),
            givenTo: text(givenTo, item.givenTo),
          }
        : item,
    ),
  }
}

function summaryOf(chosen: readonly PlannedQuestion[]): string {
  const themes = chosen.filter(({ choice }) => choice === 'theme').length
  const asked = chosen.length - themes
  if (chosen.length === 0) return 'You have not chosen a question yet.'
  return themes === 0
    ? `${plural(asked, 'question')} to ask.`
    : `${plural(asked, 'question')} to ask, and ${plural(themes, 'theme')} to raise.`
}

function itemOf(
  held: PlannedQuestion,
  panels: readonly Panel[],
  members: readonly { id: string; name: string }[],
  values: Record<string, string>,
) {
  const base = questionOf(held.question as QuestionId)
  const panel = panels.find(({ question }) => question === held.question)
  return {
    id: held.question,
    friend: FRIEND_NAMES[base.friend],
    plain: base.plain,
    wording: held.wording ?? panel?.sharpened ?? base.plain,
    theme: held.choice === 'theme',
    note: held.note,
    followUp: held.followUp,
    givenTo: held.givenTo ?? '',
    giver: members.find(({ id }) => id === held.givenTo)?.name ?? '',
    open: false,
    edit: held.edit,
    action: to(paths.planQuestion, { ...values, question: held.question }),
    finding: panel?.finding ?? '',
  }
}
