import { notFound } from '../../domain/refusal'
import { submit } from '../../web/forms'
import { paths } from '../../web/paths'
import { page, refusedForm, seeOther } from '../../web/reply'
import { type Arrival, getSite, postSite, type Route } from '../visit'
import { attempts } from './attempts'
import { findCast } from './cast-queries'
import { enter, leave } from './entrance'
import { signInForm } from './forms'
import { signInPage } from './page'
import { matches } from './password'
import { findUserByEmail, findUserByHandle } from './queries'

const VIEW = 'people/sign-in/sign-in'

interface Services {
  secret: string
  demonstration: boolean
}

export function signInRoutes({ secret, demonstration }: Services): Route[] {
  const limits = attempts()

  return [
    getSite(paths.signIn, 'site.read', async arrival =>
      page(VIEW, signInPage(await castFor(arrival), arrival.query.next ?? '')),
    ),

    postSite(paths.signIn, 'site.read', async arrival => {
      const { db, body, ip } = arrival
      const next = nextOf(body)
      const submission = submit(signInForm, body)
      if (!submission.ok) {
        const entered = { email: submission.entered.email }
        return refusedForm(
          VIEW,
          signInPage(await castFor(arrival), next, entered, submission.errors),
        )
      }

      const { email, password } = submission.form
      const refuse = async (fault: { email: string }) =>
        refusedForm(VIEW, signInPage(await castFor(arrival), next, { email }, fault))

      if (!(await limits.mayTry(db, email, ip))) return refuse(TOO_MANY)
      const user = await findUserByEmail(db, email)
      if (!(await matches(user?.passwordHash ?? null, password)) || !user) return refuse(NO_MATCH)
      await limits.forget(db, email)
      return seeOther(await enter(arrival, secret, user, next))
    }),

    postSite(paths.signInAs, 'site.read', async arrival => {
      if (!demonstration) throw notFound('Page')
      const user = await findUserByHandle(arrival.db, arrival.params.handle!)
      if (!user) throw notFound('Person')
      return seeOther(await enter(arrival, secret, user, nextOf(arrival.body)))
    }),

    postSite(paths.signOut, 'site.read', async arrival => {
      await leave(arrival, secret)
      return seeOther(paths.home)
    }),
  ]

  async function castFor({ db, areas }: Arrival) {
    return demonstration ? findCast(db, areas) : []
  }
}

const TOO_MANY = {
  email: 'There were too many attempts to sign in. Wait five minutes, then try again.',
}
const NO_MATCH = { email: 'The e-mail address and password do not match an account' }

function nextOf({ next }: Arrival['body']): string {
  return typeof next === 'string' ? next : ''
}
