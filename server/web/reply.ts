import type { Response } from 'express'
import { layoutOf, type Page } from './page'
import { renderView } from './views'

/** What a route answers: decided inside its transaction, sent only once that has been committed. */
export type Reply =
  | { kind: 'page'; status: number; view: string; page: Page }
  | { kind: 'redirect'; to: string; flash: string | null }
  | { kind: 'file'; type: string; name: string | null; body: string | Buffer }
  | { kind: 'json'; status: number; body: unknown }

export function page(view: string, content: Page, status = 200): Reply {
  return { kind: 'page', status, view, page: content }
}

/** The same page again, with what was typed and what is wrong with it. */
export function refusedForm(view: string, content: Page): Reply {
  return page(view, content, 422)
}

/** After a change: 303, so that going back or reloading never sends it twice. */
export function seeOther(to: string, flash: string | null = null): Reply {
  return { kind: 'redirect', to, flash }
}

export function file(type: string, name: string | null, body: string | Buffer): Reply {
  return { kind: 'file', type, name, body }
}

export function json(body: unknown, status = 200): Reply {
  return { kind: 'json', status, body }
}

/** Sends a reply; `around` is what the layout shows besides the page itself. */
export function send(res: Response, reply: Reply, around: Partial<Page>): void {
  if (reply.kind === 'page') {
    const locals = layoutOf({ ...around, ...reply.page })
    const html = renderView('layout', { ...locals, content: renderView(reply.view, locals) })
    res.status(reply.status).type('html')
    // A page made for one person is never kept, so it needs no tag to be asked for again by.
    if (locals.user) res.end(Buffer.from(html))
    else res.send(html)
  } else if (reply.kind === 'redirect') {
    res.redirect(303, reply.to)
  } else if (reply.kind === 'file') {
    if (reply.name) res.attachment(reply.name)
    res.type(reply.type).send(reply.body)
  } else {
    res.status(reply.status).json(reply.body)
  }
}
