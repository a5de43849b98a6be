import type { Response } from 'express'
import { layoutOf, type Page } from './page'
import { renderView } from './views'

/** What a route answers: decided inside its transaction, sent only once that has been committed. */
export type Reply =
  | { kind: 'page'; status: number; view: string; page: Page; kept?: true }
  | { kind: 'redirect'; to: string; flash: string | null }
  | { kind: 'file'; type: string; name: string | null; body: string | Buffer }
  | { kind: 'json'; status: number; body: unknown }

export function page(view: string, content: Page, status = 200): Reply {
  return { kind: 'page', status, view, page: content }
}

/**
 * A page that may be given again as the very same object, and is printed once for as long as it is.
 * Its view reads nothing but the page itself; the layout around it is printed for each person.
 */
export function keptPage(view: string, content: Page): Reply {
  return { kind: 'page', status: 200, view, page: content, kept: true }
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
    const [before, after] = renderView('layout', { ...locals, content: GAP }).split(GAP)
    const content = reply.kept ? keptContent(reply) : Buffer.from(renderView(reply.view, locals))
    const html = [Buffer.from(before!), content, Buffer.from(after!)]
    res.status(reply.status).type('html')
    // A page made for one person is never stored, so it needs no tag to be asked for again by.
    if (locals.user) sendPieces(res, html)
    else res.send(Buffer.concat(html))
  } else if (reply.kind === 'redirect') {
    res.redirect(303, reply.to)
  } else if (reply.kind === 'file') {
    if (reply.name) res.attachment(reply.name)
    res.type(reply.type).send(reply.body)
  } else {
    res.status(reply.status).json(reply.body)
  }
}

/** Where the layout leaves room for the page: a character that no text in the database can hold. */
const GAP = '\0'

const printed = new WeakMap<Page, Buffer>()

function keptContent({ view, page: content }: { view: string; page: Page }): Buffer {
  let bytes = printed.get(content)
  if (!bytes) {
    bytes = Buffer.from(renderView(view, layoutOf(content)))
    printed.set(content, bytes)
  }
  return bytes
}

/** In one go, without first copying the pieces together. */
function sendPieces(res: Response, pieces: readonly Buffer[]) {
  res.set('Content-Length', String(pieces.reduce((sum, { length }) => sum + length, 0)))
  res.cork()
  for (const piece of pieces) res.write(piece)
  res.end()
}
