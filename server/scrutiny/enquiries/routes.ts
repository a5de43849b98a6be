import { FRIENDS, type Friend } from '../../domain/friend'
import { isQuestionId, type QuestionId, questionOf } from '../../domain/questions'
import { notFound } from '../../domain/refusal'
import { get, post, type Route, type Visit } from '../../people/visit'
import { type Entered, submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { json, page, refusedForm, seeOther } from '../../web/reply'
import { askedBefore } from '../evidence/asked-before'
import { gatherEvidence } from '../evidence/gather'
import { loadSubject, type Subject } from '../evidence/subject'
import { orderForm, planQuestionForm, questionForm } from './forms'
import { type FriendPage, friendPage } from './friend-page'
import { orderQuestion, type Place, planQuestion, refineQuestion } from './planning'
import { type PlanPage, planPage, withTyped } from './plan-page'
import { findMembers, findPlan } from './queries'
import { enquiryPage, valuesOf } from './walk-page'

const PLAN = 'scrutiny/enquiries/plan'

/** The same plan in other forms: to take along, and to send ahead. */
const FORMS = new Map([
  ['print', 'scrutiny/enquiries/print'],
  ['themes', 'scrutiny/enquiries/themes'],
])

const SAVED_BESIDE =
  'Saved. This question had been changed meanwhile, so what was there is kept beside what you wrote'

export function enquiryRoutes(): Route[] {
  return [
    get(paths.plan, 'enquiries.own', async visit => {
      return page(FORMS.get(visit.query.form ?? '') ?? PLAN, await planFor(visit))
    }),

    post(paths.planOrder, 'enquiries.own', async visit => {
      const { subject, place } = await placeFor(visit)
      const submission = submit(orderForm, visit.body)
      if (!submission.ok) return refusedForm(PLAN, await planFor(visit, submission.errors))
      await orderQuestion(visit.db, visit.actor!, place, submission.form)
      return seeOther(`${to(paths.plan, valuesOf(visit, subject))}#q-${submission.form.question}`)
    }),

    post(paths.planQuestion, 'enquiries.own', async visit => {
      const { subject, place } = await placeFor(visit)
      const question = questionIn(visit)
      const members = await findMembers(visit.db, visit.area.id)
      const submission = submit(planQuestionForm(members), visit.body)
      if (!submission.ok) {
        const { entered, errors } = submission
        return refusedForm(PLAN, withTyped(await planFor(visit), question, entered, errors))
      }
      const { fresh } = await refineQuestion(
        visit.db,
        visit.actor!,
        place,
        question,
        submission.form,
      )
      return seeOther(
        `${to(paths.plan, valuesOf(visit, subject))}#q-${question}`,
        fresh ? 'Saved' : SAVED_BESIDE,
      )
    }),

    get(paths.enquiry, 'enquiries.own', async visit => {
      const { subject, place } = await placeFor(visit)
      const planned = await findPlan(visit.db, place)
      return page('scrutiny/enquiries/enquiry', enquiryPage(visit, subject, planned))
    }),

    get(paths.friend, 'enquiries.own', async visit =>
      page('scrutiny/enquiries/friend', await friendFor(visit)),
    ),

    post(paths.friendQuestion, 'enquiries.own', async visit => {
      const { subject, place } = await placeFor(visit)
      const friend = friendIn(visit)
      const question = questionIn(visit)
      if (questionOf(question).friend !== friend) throw notFound('Question')

      const submission = submit(questionForm, visit.body)
      if (!submission.ok) {
        const errors = Object.fromEntries(
          Object.entries(submission.errors).map(([name, text]) => [`${name}-${question}`, text]),
        )
        const typed = { question, ...typedIn(submission.entered) }
        const again: FriendPage = { ...(await friendFor(visit)), errors, typed }
        return refusedForm('scrutiny/enquiries/friend', again)
      }
      const saved = await planQuestion(visit.db, visit.actor!, place, question, submission.form)
      if (submission.form.autosave) return json({ edit: saved.edit })
      return seeOther(`${to(paths.friend, { ...valuesOf(visit, subject), friend })}#q-${question}`)
    }),
  ]
}

async function friendFor(visit: Visit): Promise<FriendPage> {
  const friend = friendIn(visit)
  const { subject, place } = await placeFor(visit)
  const planned = await findPlan(visit.db, place)
  const panels = await gatherEvidence(visit.db, subject, friend)
  return friendPage(visit, subject, friend, panels, planned, askedBefore(subject))
}

async function planFor(visit: Visit, errors = {}): Promise<PlanPage> {
  const { subject, place } = await placeFor(visit)
  const planned = await findPlan(visit.db, place)
  const friends = FRIENDS.filter(friend =>
    planned.some(({ question }) => questionOf(question as QuestionId).friend === friend),
  )
  const panels = []
  for (const friend of friends) panels.push(...(await gatherEvidence(visit.db, subject, friend)))
  const members = await findMembers(visit.db, visit.area.id)
  return { ...planPage(visit, subject, planned, panels, members), errors }
}

async function placeFor(visit: Visit): Promise<{ subject: Subject; place: Place }> {
  const { db, area, params, today, actor } = visit
  const subject = await loadSubject(db, area, params.reference!, params.period!, today)
  return {
    subject,
    place: {
      areaId: area.id,
      userId: actor!.id,
      indicatorId: subject.indicator.id,
      starts: subject.starts,
      subject: `${subject.indicator.reference} ${params.period}`,
    },
  }
}

function typedIn({ wording, note }: Entered) {
  return {
    wording: typeof wording === 'string' ? wording : null,
    note: typeof note === 'string' ? note : null,
  }
}

function friendIn({ params }: Visit): Friend {
  const friend = FRIENDS.find(name => name === params.friend)
  if (!friend) throw notFound('Friend')
  return friend
}

function questionIn({ params }: Visit): QuestionId {
  const id = params.question!
  if (!isQuestionId(id)) throw notFound('Question')
  return id
}
