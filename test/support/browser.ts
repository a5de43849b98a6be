import { type CheerioAPI, load } from 'cheerio'
import type { Express } from 'express'
import supertest from 'supertest'
import type { Services } from '../../server/app'
import type { Database } from '../../server/database/database'
import { testApp } from './app'

export type Fields = Record<string, string | readonly string[]>
export type ReadPage = ReturnType<typeof read>

/** The demonstration's cast by handle, or `null` for somebody who has not signed in. */
export type Handle =
  | 'olive'
  | 'percy'
  | 'asha'
  | 'mo'
  | 'singh'
  | 'adeyemi'
  | 'dee'
  | 'ada'
  | 'sam'
  | null

export interface Browser {
  open(path: string): Promise<ReadPage>
  send(path: string, form?: Fields): Promise<ReadPage>
  /** The cookie as it would be sent, to be kept or forged. */
  cookie: string
}

/** Someone using the service: opens pages, fills in forms, and reads what comes back. */
export async function browserFor(
  handle: Handle,
  db: Database,
  otherwise: Partial<Services> = {},
): Promise<Browser> {
  const browser = browserOn(testApp(db, otherwise))
  if (handle) {
    const { status } = await browser.send(`/sign-in/as/${handle}`)
    if (status !== 303) throw new Error(`${handle} could not sign in: ${status}`)
  }
  return browser
}

/** A browser of somebody who has not signed in, on an app of the test's own. */
export function browserOn(app: Express, headers: Record<string, string> = {}): Browser {
  return {
    cookie: '',

    async open(path) {
      return keep(this, await supertest(app).get(path).set(headers).set('cookie', this.cookie))
    },

    async send(path, form = {}) {
      const request = supertest(app)
        .post(path)
        .set({ 'sec-fetch-site': 'same-origin', ...headers })
        .set('cookie', this.cookie)
        .type('form')
      return keep(this, await request.send(encoded(form)))
    },
  }
}

function keep(browser: Browser, response: supertest.Response): ReadPage {
  const cookies = response.headers['set-cookie'] as unknown as string[] | undefined
  for (const cookie of cookies ?? []) browser.cookie = cookie.split(';')[0]!
  return read(response)
}

function encoded(form: Fields): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const text of [value].flat()) fields.append(name, text)
  }
  return fields.toString()
}

function read({ status, text, headers, body }: supertest.Response) {
  const page: CheerioAPI = load(text ?? '')

  return {
    status,
    headers,
    /** As it was sent: the HTML, CSV or JSON. */
    text,
    body,
    goesTo: headers.location as string | undefined,
    title: page('title').text(),
    heading: tidy(page('h1').first().text()),
    /** Field and sentence of each fault in the summary. */
    errors: page('.govuk-error-summary__list a')
      .toArray()
      .map(link => [page(link).attr('href'), page(link).text()] as const),
    flash: tidy(page('.govuk-notification-banner__content').text()),
    /** The words of the page, spaces collapsed. */
    main: tidy(page('main').text()),
    field: (name: string) => page(`[name="${name}"]`),
    page,
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
