import express from 'express'
import request from 'supertest'
import { asset, assets } from '../../server/web/assets'
import { themed } from '../../server/web/theme'

const app = express().use(assets())

describe('static files', () => {
  test('are kept for a year under an address that changes with them', async () => {
    const answer = await request(app).get(asset('six.css'))
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('are still served, but not kept, under an address of before', async () => {
    const answer = await request(app).get('/static/0123456789ab/six.css')
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  test('are zipped for whoever can unzip them, and plain for others', async () => {
    const zipped = await request(app).get(asset('six.css')).set('Accept-Encoding', 'gzip')
    const plain = await request(app).get(asset('six.css')).set('Accept-Encoding', 'identity')
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(zipped.text).toBe(plain.text)
    expect(zipped.headers.vary).toContain('Accept-Encoding')
  })

  test.each([
    ['app.js', 'text/javascript; charset=utf-8'],
    ['start.js', 'text/javascript; charset=utf-8'],
    ['chart.js', 'text/javascript; charset=utf-8'],
    ['govuk-frontend.min.js', 'text/javascript; charset=utf-8'],
    ['six-friends.svg', 'image/svg+xml; charset=utf-8'],
    ['source-sans-3-latin-600-normal.woff2', 'font/woff2'],
  ])('%s is served as %s', async (name, type) => {
    const answer = await request(app).get(asset(name))
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(type)
  })

  test.each(['package.json', '..%2f..%2fpackage.json', '%2e%2e%2fapp.js', 'constructor', ''])(
    'nothing else is served: %s',
    async name => {
      const answer = await request(app).get(`/static/0123456789ab/${name}`)
      expect(answer.status).toBe(404)
    },
  )

  test('asking for the address of a file that is not there is a mistake', () => {
    expect(() => asset('missing.css')).toThrow('There is no static file called missing.css')
  })
})

describe('the stylesheet', () => {
  const css = () =>
    request(app)
      .get(asset('six.css'))
      .then(({ text }) => text)

  test('holds nothing that is only for gov.uk', async () => {
    expect(await css()).not.toMatch(
      /GDS Transport|Margaret Calvert|crest|assets\/fonts|sourceMapping/,
    )
  })

  test('holds the components and our own colour', async () => {
    expect(await css()).toMatch(/\.govuk-button\{[\s\S]*--govuk-brand-colour: var\(--brand\)/)
  })

  test('asks for no file that is not served', async () => {
    const asked = [...(await css()).matchAll(/url\(["']?([^)"']+)/g)].map(([, address]) => address!)
    const files = asked.filter(address => !address.startsWith('data:'))
    expect(files).toHaveLength(3)
    for (const name of files) expect(asset(name)).toContain(name)
  })

  test('the scripts ask for no file that is not served', async () => {
    const script = await request(app).get(asset('app.js'))
    const asked = [...script.text.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => name!)
    expect(asked).toContain('govuk-frontend.min.js')
    for (const name of asked) expect(asset(name)).toContain(name)
  })

  test('a theme leaves every other rule as it was', () => {
    const rules = '.a{color:red}@media print{.a{font-family:sans-serif}}'
    const fonts = '@font-face{font-family:GDS Transport;src:url(x)}'
    expect(themed(`${fonts}${rules}`)).toBe(rules)
  })
})

/** WCAG 2.2 contrast: 4.5 to 1 for words, on paper and on the quiet panels. */
describe('colours of words', () => {
  const NAMES = ['ink', 'soft', 'link', 'green', 'amber', 'red', 'none', 'better', 'worse']

  test.each(NAMES)('%s can be read', async name => {
    const { text } = await request(app).get(asset('six.css'))
    for (const ground of ['#ffffff', colourOf(text, 'mist')]) {
      expect(contrast(colourOf(text, name), ground)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

function colourOf(css: string, name: string): string {
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)![1]!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(start => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
