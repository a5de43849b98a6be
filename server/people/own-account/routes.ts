import { notFound } from '../../domain/refusal'
import { submit } from '../../web/forms'
import { paths } from '../../web/paths'
import { page, refusedForm, seeOther } from '../../web/reply'
import { attempts } from '../sign-in/attempts'
import { sessionsOf } from '../sign-in/queries'
import { tokenHash } from '../sign-in/token'
import { type Arrival, getSite, postSite, type Route } from '../visit'
import { changePassword, endSession } from './changes'
import { passwordForm } from './forms'
import { accountPage, sessionName } from './page'
import { type Account, getAccount } from './queries'

const VIEW = 'people/own-account/account'

export function ownAccountRoutes({ secret }: { secret: string }): Route[] {
  const limits = attempts()

  return [
    getSite(paths.account, 'account.own', async arrival =>
      page(VIEW, await show(arrival, await accountOf(arrival))),
    ),

    postSite(paths.accountPassword, 'account.own', async arrival => {
      const account = await accountOf(arrival)
      const refuse = async (errors: Record<string, string>) =>
        refusedForm(VIEW, await show(arrival, account, errors))

      const submission = submit(passwordForm, arrival.body)
      if (!submission.ok) return refuse(submission.errors)
      if (!(await limits.mayTry(arrival.db, account.email, arrival.ip))) return refuse(TOO_MANY)

      const faults = await changePassword(arrival.db, account, submission.form, ownHash(arrival))
      if (faults) return refuse(faults)
      await limits.forget(arrival.db, account.email)
      return seeOther(
        paths.account,
        'Your password has been changed, and you are signed out everywhere else',
      )
    }),

    postSite(paths.accountSession, 'account.own', async arrival => {
      const account = await accountOf(arrival)
      const sessions = await sessionsOf(arrival.db, account.id)
      const ending = sessions.find(each => sessionName(each.tokenHash) === arrival.params.session)
      if (!ending) throw notFound('Session')

      await endSession(arrival.db, account, ending.tokenHash)
      return seeOther(paths.account, 'You are signed out there')
    }),
  ]

  async function show(arrival: Arrival, account: Account, errors = {}) {
    const sessions = await sessionsOf(arrival.db, account.id)
    return accountPage(account, arrival.home, sessions, ownHash(arrival), errors)
  }

  function ownHash({ sessionToken }: Arrival): string {
    return tokenHash(sessionToken!, secret)
  }
}

const TOO_MANY = {
  current: 'There were too many attempts. Wait five minutes, then try again.',
}

function accountOf({ db, actor, home }: Arrival): Promise<Account> {
  return getAccount(db, actor!.id, home!.id)
}
