import { paths, to } from '../../web/paths'
import { page, type Reply, refusedForm, seeOther } from '../../web/reply'
import { tokenHash } from '../sign-in/token'
import { getSite, postSite, type Route } from '../visit'
import { accept } from './acceptance'
import { findInvited, type Invited } from './queries'

export function invitationRoutes({ secret }: { secret: string }): Route[] {
  return [
    getSite(paths.invitation, 'site.read', async ({ db, params }) => {
      const invited = await findInvited(db, tokenHash(params.token!, secret))
      return invited ? page(VIEW, choice(invited, params.token!)) : ended()
    }),

    postSite(paths.invitation, 'site.read', async arrival => {
      const { db, params, body } = arrival
      const hash = tokenHash(params.token!, secret)
      const invited = await findInvited(db, hash)
      if (!invited) return ended()

      const password = typeof body.password === 'string' ? body.password : ''
      const outcome = await accept(arrival, secret, invited, hash, password)
      return 'fault' in outcome
        ? refusedForm(VIEW, choice(invited, params.token!, { password: outcome.fault }))
        : seeOther(outcome.goTo)
    }),
  ]
}

const VIEW = 'people/invitations/password'

function choice({ name, email }: Invited, token: string, errors: Record<string, string> = {}) {
  return {
    title: 'Choose your password',
    name,
    email,
    action: to(paths.invitation, { token }),
    errors,
  }
}

/** One answer for a link that was used, has expired or never was: nobody learns which. */
function ended(): Reply {
  return page('people/invitations/ended', { title: 'This link no longer works' }, 404)
}
