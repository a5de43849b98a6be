import { may } from '../../domain/permissions'
import { wrongInput } from '../../domain/refusal'
import { get, post, type Route } from '../../people/visit'
import { submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, seeOther } from '../../web/reply'
import { openingForm, openOrClose } from './opening'
import { returnsPage } from './page'
import { getWaiting } from './waiting'

export function returnRoutes(): Route[] {
  return [
    get(paths.returns, 'returns.read', async visit => {
      const waiting = await getWaiting(visit)
      return page(
        'performance/returns/returns',
        returnsPage(waiting, visit, may(visit.actor, 'periods.manage')),
      )
    }),

    post(paths.returns, 'periods.manage', async visit => {
      const { db, actor, area } = visit
      const submission = submit(openingForm, visit.body)
      if (!submission.ok) throw wrongInput(Object.values(submission.errors)[0]!)
      await openOrClose(db, actor!, visit, submission.form)
      const done = submission.form.step === 'close' ? 'closed' : 'open'
      return seeOther(to(paths.returns, { area: area.slug }), `The period is ${done} now`)
    }),
  ]
}
