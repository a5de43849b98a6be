import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { PlannedQuestion } from '../../database/tables/scrutiny'
import type { Actor } from '../../domain/people'
import { wrongInput } from '../../domain/refusal'
import type { OrderForm, PlanQuestionForm, QuestionForm } from './forms'
import { findPlanned, listPlanned, lockEnquiry, placeQuestion, savePlanned } from './queries'

export interface Place {
  areaId: string
  userId: string
  indicatorId: string
  starts: string
  /** 'hc-07 2026-27-q2', for the audit trail, which never holds what a councillor wrote. */
  subject: string
}

/** Keeps a choice, a wording or a note. A later text follows an earlier one it had not seen: none is lost. */
export function planQuestion(
  db: Database,
  by: Actor,
  { subject, ...place }: Place,
  question: string,
  form: QuestionForm,
): Promise<PlannedQuestion> {
  return db.transaction(async trx => {
    const enquiry = await lockEnquiry(trx, place)
    const held = await findPlanned(trx, enquiry, question)
    const fresh = held === undefined || held.edit === form.edit
    const all = await listPlanned(trx, enquiry)

    const saved = await savePlanned(trx, {
      areaId: place.areaId,
      enquiryId: enquiry.id,
      userId: by.id,
      question,
      choice: form.choice ?? held?.choice ?? 'undecided',
      wording: wordingOf(held, form.wording, fresh),
      note: form.note === undefined ? (held?.note ?? '') : bothOf(held?.note, form.note, fresh),
      followUp: held?.followUp ?? '',
      givenTo: held?.givenTo ?? null,
      position: held?.position ?? lastPosition(all) + 1,
      edit: (held?.edit ?? 0) + 1,
    })
    if (form.choice !== undefined && form.choice !== held?.choice) {
      await audit(trx, {
        areaId: place.areaId,
        by,
        action: 'enquiry.planned',
        subject,
      })
    }
    return saved
  })
}

function wordingOf(
  held: PlannedQuestion | undefined,
  sent: string | undefined,
  fresh: boolean,
): string | null {
  if (sent === undefined) return held?.wording ?? null
  return bothOf(held?.wording, sent, fresh) || null
}

/** What was written meanwhile, and what was written without having seen it. */
function bothOf(held: string | null | undefined, sent: string, fresh: boolean): string {
  if (fresh || !held || sent.includes(held)) return sent
  return held.includes(sent) ? held : `${held}\n\n${sent}`
}

/** Rewords a chosen question, adds a follow-up, gives it to a member; of a form gone stale nothing is lost either. */
export function refineQuestion(
  db: Database,
  by: Actor,
  { subject, ...place }: Place,
  question: string,
  form: PlanQuestionForm,
): Promise<PlannedQuestion & { fresh: boolean }> {
  return db.transaction(async trx => {
    const enquiry = await lockEnquiry(trx, place)
    const held = await findPlanned(trx, enquiry, question)
    if (!held) throw wrongInput('This question is not in your plan')

    const fresh = held.edit === form.edit
    const { changedAt: _changedAt, ...kept } = held
    const saved = await savePlanned(trx, {
      ...kept,
      wording: wordingOf(held, form.wording, fresh),
      followUp: bothOf(held.followUp, form.followUp, fresh),
      givenTo: fresh ? form.givenTo || null : (held.givenTo ?? (form.givenTo || null)),
      edit: held.edit + 1,
    })
    await audit(trx, { areaId: place.areaId, by, action: 'enquiry.planned', subject })
    return { ...saved, fresh }
  })
}

/** Moves a chosen question one place, or takes it out of the plan. */
export function orderQuestion(
  db: Database,
  by: Actor,
  { subject, ...place }: Place,
  { question, move }: OrderForm,
): Promise<void> {
  return db.transaction(async trx => {
    const enquiry = await lockEnquiry(trx, place)
    const chosen = (await listPlanned(trx, enquiry)).filter(isChosen)
    const at = chosen.findIndex(planned => planned.question === question)
    const held = chosen[at]
    if (!held) throw wrongInput('This question is not in your plan')

    if (move === 'out') {
      const { changedAt: _changedAt, ...kept } = held
      await savePlanned(trx, { ...kept, choice: 'skip', edit: held.edit + 1 })
    } else {
      const ordered = swapped(chosen, at, move === 'up' ? at - 1 : at + 1)
      for (const [index, planned] of ordered.entries()) await placeQuestion(trx, planned, index + 1)
    }
    await audit(trx, { areaId: place.areaId, by, action: 'enquiry.planned', subject })
  })
}

export function isChosen({ choice }: PlannedQuestion): boolean {
  return choice === 'ask' || choice === 'theme'
}

function swapped(all: readonly PlannedQuestion[], from: number, to: number): PlannedQuestion[] {
  const ordered = [...all]
  const other = ordered[to]
  if (other) {
    ordered[to] = ordered[from]!
    ordered[from] = other
  }
  return ordered
}

function lastPosition(all: readonly PlannedQuestion[]): number {
  return Math.max(0, ...all.map(({ position }) => position))
}
