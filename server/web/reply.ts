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
    const html = reply.kept ? keptHtml(reply, around) : htmlOf(reply, around)
    res.status(reply.status).type('html')
    // A page made for one person is never stored, so it needs no tag to be asked for again by.
    if (around.user) res.end(html)
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

type PageReply = Extract<Reply, { kind: 'page' }>

function htmlOf({ view, page: content }: PageReply, around: Partial<Page>): Buffer {
  const locals = layoutOf({ ...around, ...content })
  return Buffer.from(renderView('layout', { ...locals, content: renderView(view, locals) }))
}

interface Kept {
  content: string
  /** As it was last sent, and what was around it then. */
  around: string
  html: Buffer
}

const printed = new WeakMap<Page, Kept>()

/** The page is printed once; its layout again for whoever sees something else around it. */
function keptHtml({ view, page: content }: PageReply, shown: Partial<Page>): Buffer {
  const around = JSON.stringify(shown)
  let kept = printed.get(content)
  if (kept?.around !== around) {
    const inside = kept?.content ?? renderView(view, layoutOf(content))
    const locals = layoutOf({ ...shown, ...content })
    const html = Buffer.from(renderView('layout', { ...locals, content: inside }))
    kept = { content: inside, around, html }
    printed.set(content, kept)
  }
  return kept.html
}
