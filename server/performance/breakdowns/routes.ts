import type { Series } from '../../database/tables/measures'
import { notFound, wrongInput } from '../../domain/refusal'
import { findIndicator } from '../../measures/indicators/queries'
import { findLines } from '../../measures/targets/queries'
import { listOrganisations } from '../../partnerships/organisations/queries'
import { get, post, type Route, type Visit } from '../../people/visit'
import { submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, refusedForm, type Reply, seeOther } from '../../web/reply'
import { lineSlug } from '../targets/aim'
import { addLine, retireLine, reviseLine } from './changes'
import { additionForm, changeForm, retirementForm } from './forms'
import { breakdownPage, type BreakdownParts, breakdownsPage } from './page'

const ALL = 'performance/breakdowns/breakdowns'
const ONE = 'performance/breakdowns/breakdown'

export function breakdownRoutes(): Route[] {
  return [
    get(paths.breakdowns, 'indicators.edit', async visit =>
      page(ALL, breakdownsPage(visit, await load(visit))),
    ),

    post(paths.breakdowns, 'indicators.edit', async visit => {
      const parts = await load(visit)
      const { indicator, organisations } = parts
      const form = additionForm(organisations, indicator.leadOrganisationId)
      const submission = submit(form, visit.body)
      if (!submission.ok) return refusedForm(ALL, breakdownsPage(visit, parts, submission))

      const added = await addLine(visit.db, visit.actor!, visit.area, indicator, submission.form)
      if ('errors' in added) {
        const given = { entered: visit.body, errors: added.errors }
        return refusedForm(ALL, breakdownsPage(visit, parts, given))
      }
      return back(visit, `${added.line.label} has been added`)
    }),

    get(paths.breakdown, 'indicators.edit', async visit => {
      const { line, ...parts } = await loadLine(visit)
      return page(ONE, breakdownPage(visit, parts, line))
    }),

    post(paths.breakdown, 'indicators.edit', async visit => {
      const { line, ...parts } = await loadLine(visit)
      const among = parts.lines.filter(({ kind }) => kind === line.kind).length
      const submission = submit(changeForm(parts.organisations, line, among), visit.body)
      if (!submission.ok) return refusedForm(ONE, breakdownPage(visit, parts, line, submission))

      const { db, actor, area, body } = visit
      const revised = await reviseLine(db, actor!, area, parts.indicator, line, submission.form)
      if ('errors' in revised) {
        const given = { entered: body, errors: revised.errors }
        return refusedForm(ONE, breakdownPage(visit, parts, line, given))
      }
      return back(visit, `${revised.line.label} has been saved`)
    }),

    post(paths.breakdownRetirement, 'indicators.edit', async visit => {
      const { line, indicator } = await loadLine(visit)
      const submission = submit(retirementForm, visit.body)
      if (!submission.ok) throw wrongInput(Object.values(submission.errors)[0]!)
      const retires = submission.form.step === 'retire'
      const { db, actor, area, today } = visit
      await retireLine(db, actor!, area, indicator, line, retires ? today : null)
      return back(
        visit,
        retires
          ? `${line.label} is retired. Its figures stay on record`
          : `${line.label} is reported again`,
      )
    }),
  ]
}

async function load({ db, area, params }: Visit): Promise<BreakdownParts> {
  const indicator = await findIndicator(db, area.id, params.reference!)
  if (!indicator) throw notFound('Measure')
  const lines = await findLines(db, indicator)
  return {
    indicator,
    lines: lines.filter(({ kind }) => kind !== 'headline'),
    organisations: await listOrganisations(db, area.id),
  }
}

async function loadLine(visit: Visit): Promise<BreakdownParts & { line: Series }> {
  const parts = await load(visit)
  const line = parts.lines.find(each => lineSlug(each) === visit.params.line)
  if (!line) throw notFound('Line')
  return { ...parts, line }
}

function back({ area, params }: Visit, flash: string): Reply {
  return seeOther(to(paths.breakdowns, { area: area.slug, reference: params.reference! }), flash)
}
