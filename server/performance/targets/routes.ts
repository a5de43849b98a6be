import { notFound, wrongInput } from '../../domain/refusal'
import { findChanges } from '../../measures/targets/queries'
import { get, post, type Route, type Visit } from '../../people/visit'
import { submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, refusedForm, type Reply, seeOther } from '../../web/reply'
import { type Aim, getAim, lineSlug, namedPeriod, namedYear } from './aim'
import { annualForm, periodForm } from './forms'
import { type Changing, targetsPage } from './page'
import { setAnnualTarget, setPeriodTarget } from './setting'

const VIEW = 'performance/targets/targets'

export function targetRoutes(): Route[] {
  return [
    get(paths.targets, 'register.read', async visit => {
      const aim = await getAim(visit, visit.query.line ?? '')
      return page(
        VIEW,
        targetsPage(visit, aim, await changesOf(visit, aim), chosen(aim, visit.query)),
      )
    }),

    post(paths.targets, 'targets.edit', async visit => {
      const aim = await getAim(visit, textOf(visit.body.line))
      if (aim.indicator.polarity === 'context-only') {
        throw wrongInput('This measure only gives context, so it has no targets')
      }
      const year = textOf(visit.body.year)
      const period = textOf(visit.body.period)
      if (year === '' && period === '') throw wrongInput('Choose the year or the period first')
      const changing = chosen(aim, { year, period })
      if (!changing) throw notFound('Period')
      return 'year' in changing ? setYear(visit, aim, changing) : setPeriod(visit, aim, changing)
    }),
  ]
}

async function setYear(visit: Visit, aim: Aim, changing: { year: number }): Promise<Reply> {
  const submission = submit(annualForm(aim), visit.body)
  if (!submission.ok) return again(visit, aim, changing, submission)
  await setAnnualTarget(visit.db, visit.actor!, aim, changing.year, submission.form)
  return back(aim, submission.form.step)
}

async function setPeriod(
  visit: Visit,
  aim: Aim,
  changing: Extract<Changing, { period: object }>,
): Promise<Reply> {
  const submission = submit(periodForm(aim, changing.period), visit.body)
  if (!submission.ok) return again(visit, aim, changing, submission)
  await setPeriodTarget(visit.db, visit.actor!, aim, changing.period, submission.form)
  return back(aim, submission.form.step)
}

async function again(
  visit: Visit,
  aim: Aim,
  changing: Changing,
  given: Parameters<typeof targetsPage>[4],
): Promise<Reply> {
  return refusedForm(VIEW, targetsPage(visit, aim, await changesOf(visit, aim), changing, given))
}

function back({ area, indicator, line }: Aim, step: 'save' | 'remove'): Reply {
  const values = { area: area.slug, reference: indicator.reference }
  const flash = step === 'remove' ? 'The target has been removed' : 'The target has been set'
  return seeOther(to(paths.targets, values, { line: lineSlug(line) }), flash)
}

function chosen(aim: Aim, { year, period }: { year?: string; period?: string }): Changing {
  const namedOne = namedPeriod(aim, period)
  if (namedOne) return { period: namedOne }
  const named = namedYear(aim, year)
  return named === undefined ? null : { year: named }
}

function changesOf({ db }: Visit, { line }: Aim) {
  return findChanges(db, line)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
