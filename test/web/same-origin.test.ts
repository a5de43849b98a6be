import express from 'express'
import supertest from 'supertest'
import { sameOrigin } from '../../server/web/same-origin'

const app = express()
app.use(sameOrigin)
app.all('/', (_req, res) => void res.end())
app.use(((_error, _req, res, _next) => void res.status(403).end()) as express.ErrorRequestHandler)

const here = { host: 'here.example:3000' }

test.each([
  ['another website', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['the address bar', { 'sec-fetch-site': 'none' }, 403],
  ['this website', { 'sec-fetch-site': 'same-origin' }, 200],
  [
    'another website that borrows our origin',
    { ...here, 'sec-fetch-site': 'cross-site', origin: 'http://here.example:3000' },
    403,
  ],
  ['an old browser elsewhere', { ...here, origin: 'https://elsewhere.example' }, 403],
  ['an old browser at another port', { ...here, origin: 'http://here.example:4000' }, 403],
  ['an old browser here', { ...here, origin: 'http://here.example:3000' }, 200],
  ['an old browser here, by way of a proxy', { ...here, origin: 'https://here.example:3000' }, 200],
  ['a file', { ...here, origin: 'null' }, 403],
  ['nobody in particular', {}, 403],
])('a form from %s', async (_, headers, status) => {
  for (const method of ['post', 'put', 'delete', 'patch'] as const) {
    await supertest(app)[method]('/').set(headers).expect(status)
  }
  await supertest(app)
    .post('/')
    .set({ ...headers, 'content-type': 'multipart/form-data; boundary=x' })
    .expect(status)
})

test('anyone may read', async () => {
  await supertest(app).get('/').set('sec-fetch-site', 'cross-site').expect(200)
})
