import { notFound } from '../../domain/refusal'
import {
  findAgreement,
  findClauses,
  findOutcomes,
  listAgreements,
} from '../../measures/agreements/queries'
import { get, post, type Route, type Visit } from '../../people/visit'
import { submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, refusedForm, seeOther } from '../../web/reply'
import { findScorecard } from '../scorecard/queries'
import { addAgreement, addOutcome, placeMeasure } from './changes'
import { agreementForm, outcomeForm, placingForm } from './forms'
import { agreementPage, type AgreementParts, agreementsPage } from './page'

const LIST = 'performance/agreements/agreements'
const ONE = 'performance/agreements/agreement'

export function agreementRoutes(): Route[] {
  return [
    get(paths.agreements, 'register.read', async visit =>
      page(LIST, agreementsPage(visit, await listAgreements(visit.db, visit.area.id))),
    ),

    post(paths.agreements, 'agreements.edit', async visit => {
      const { db, area, actor } = visit
      const list = () => listAgreements(db, area.id)
      const submission = submit(agreementForm, visit.body)
      if (!submission.ok) return refusedForm(LIST, agreementsPage(visit, await list(), submission))

      const added = await addAgreement(db, actor!, area, submission.form)
      if (!added) {
        const given = { entered: submission.form, errors: { title: TAKEN_TITLE } }
        return refusedForm(LIST, agreementsPage(visit, await list(), given))
      }
      return seeOther(
        to(paths.agreement, { area: area.slug, agreement: added.slug }),
        `${added.title} has been added. Its outcomes come next`,
      )
    }),

    get(paths.agreement, 'register.read', async visit =>
      page(ONE, agreementPage(visit, await load(visit))),
    ),

    post(paths.agreementOutcomes, 'agreements.edit', async visit => {
      const parts = await load(visit)
      const submission = submit(outcomeForm(knownIn(parts)), visit.body)
      if (!submission.ok) {
        return refusedForm(ONE, agreementPage(visit, parts, { ...submission, open: 'outcome' }))
      }
      const { form } = submission
      const added = await addOutcome(visit.db, visit.actor!, parts.agreement, parts.outcomes, form)
      if (!added) {
        const errors = { reference: 'There is an outcome with this reference already' }
        const given = { entered: form, errors, open: 'outcome' as const }
        return refusedForm(ONE, agreementPage(visit, parts, given))
      }
      return back(visit, `${added.reference} ${added.title} has been added`)
    }),

    post(paths.agreementMeasures, 'agreements.edit', async visit => {
      const parts = await load(visit)
      const measures = parts.rows.map(({ reference }) => reference)
      const submission = submit(placingForm({ ...knownIn(parts), measures }), visit.body)
      if (!submission.ok) {
        return refusedForm(ONE, agreementPage(visit, parts, { ...submission, open: 'measure' }))
      }
      const { measure, outcome: reference } = submission.form
      const outcome = parts.outcomes.find(each => each.reference === reference)!
      const title = await placeMeasure(visit.db, visit.actor!, visit.area, measure, outcome)
      return back(visit, `${title} now stands under ${outcome.reference} ${outcome.title}`)
    }),
  ]
}

const TAKEN_TITLE = 'There is an agreement with this title already'

function knownIn({ outcomes }: AgreementParts) {
  return { references: outcomes.map(({ reference }) => reference) }
}

async function load({ db, area, params }: Visit): Promise<AgreementParts> {
  const agreement = await findAgreement(db, area.id, params.agreement!)
  if (!agreement) throw notFound('Agreement')
  return {
    agreement,
    outcomes: await findOutcomes(db, agreement),
    clauses: await findClauses(db, agreement),
    rows: await findScorecard(db, area.id, null),
  }
}

function back({ area, params }: Visit, flash: string) {
  return seeOther(to(paths.agreement, { area: area.slug, agreement: params.agreement! }), flash)
}
