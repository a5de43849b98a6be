import express from 'express'
import supertest from 'supertest'
import type { Page } from '../../server/web/page'
import { keptPage, page, type Reply, send } from '../../server/web/reply'

const around = { user: { name: 'Cllr Singh' }, area: { slug: 'kirkdale', name: 'Kirkdale' } }

/** What a browser gets of a reply, with this around it. */
async function sent(reply: Reply, shown: Partial<Page> = around) {
  const app = express()
  app.get('/', (_req, res) => send(res, reply, shown))
  return supertest(app).get('/')
}

test('a page arrives whole, inside the layout, with its length', async () => {
  const { text, headers } = await sent(page('errors/missing', { title: 'Measure – not found' }))
  expect(text).toMatch(/^<!doctype html>[\s\S]*<h1>Measure – not found<\/h1>[\s\S]*<\/html>\s*$/)
  expect(headers['content-length']).toBe(String(Buffer.byteLength(text)))
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
})

test('a kept page is the same inside, and its layout is each reader’s own', async () => {
  const content = { title: 'Sorry', reference: 'a1b2' }
  const first = await sent(keptPage('errors/problem', content))
  const second = await sent(keptPage('errors/problem', content), {
    ...around,
    user: { name: 'Mo Rahman' },
    flash: 'Published',
  })
  const plain = await sent(page('errors/problem', content))
  expect(first.text).toBe(plain.text)
  expect(second.text).toContain('Mo Rahman')
  expect(second.text).toContain('Published')
  expect(second.text).not.toContain('Cllr Singh')
})

test('a kept page that has become another is printed anew', async () => {
  await sent(keptPage('errors/problem', { title: 'One', reference: 'a1b2' } as Page))
  const { text } = await sent(
    keptPage('errors/problem', { title: 'Another', reference: 'a1b2' } as Page),
  )
  expect(text).toContain('<h1>Another</h1>')
})

test('a page for everybody can be asked for again by its tag; one for a person has none', async () => {
  const content = { title: 'Measure not found' }
  expect((await sent(page('errors/missing', content), {})).headers.etag).toBeDefined()
  expect((await sent(page('errors/missing', content))).headers.etag).toBeUndefined()
})
