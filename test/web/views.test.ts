import { compile } from 'ejs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layoutOf, type Page } from '../../server/web/page'
import { renderView, viewsFolder } from '../../server/web/views'

const views = readdirSync(viewsFolder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ejs'))
  .map(path => ({ path, text: readFileSync(join(viewsFolder, path), 'utf8') }))

/** What a page may write as it stands: other views, and functions that escape what they are given. */
const OF_PAGES = /^(include|it\.attributes|it\.words|(it\.)?status)\(/

/** A component has options that are HTML by their name, drawings of our own, and the layout its page. */
const OF_COMPONENTS =
  /^(it\.formGroup\(|it\.content$|panel\.html$|(svg|narrow|shape|description|before|after|prefix|suffix|extra)$)/

const LONGEST = 120

describe.each(views)('$path', ({ path, text }) => {
  test('is a template that compiles', () => {
    const options = {
      strict: true,
      _with: false,
      localsName: 'it',
      filename: join(viewsFolder, path),
    }
    expect(() => compile(text, options)).not.toThrow()
  })

  test('escapes everything it writes', () => {
    const raw = [...text.matchAll(/<%-\s*([\s\S]*?)\s*[-_]?%>/g)].map(([, code]) => code!)
    const isComponent = path.startsWith('components/') || path === 'layout.ejs'
    const allowed = (code: string) =>
      OF_PAGES.test(code) || (isComponent && OF_COMPONENTS.test(code))
    expect(raw.filter(code => !allowed(code))).toEqual([])
  })

  test('has no style, script or handler inside it', () => {
    expect(text).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|javascript:/i)
  })

  test('is short enough to read in one sitting', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(LONGEST)
  })
})

describe('a view', () => {
  test('does not take its options from what a page brings', () => {
    const page = {
      title: '<b>&',
      escapeFunction: (text: string) => text,
      settings: { 'view options': { client: true, escape: String } },
      localsName: 'process',
      openDelimiter: '[',
      asset: () => 'elsewhere',
    }
    const html = renderView('errors/missing', page)
    expect(html).toContain('<h1>&lt;b&gt;&amp;</h1>')
  })

  test('lets no page replace what views call', () => {
    const params = { text: 'Name', attributes: { title: '"><script>' } }
    const html = renderView('components/tag', {
      params,
      attributes: () => ' data-stolen',
      words: () => '',
    })
    expect(html).toContain('title="&quot;&gt;&lt;script&gt;"')
    expect(html).toContain('Name')
  })

  test('says which view is wrong', () => {
    expect(() => renderView('components/friends', { params: {} })).toThrow(/friends\.ejs/)
  })
})

describe('the layout', () => {
  test('begins the title with Error, and leads from each error to its field', () => {
    const html = layout({ title: 'Record the actual', errors: { value: 'Enter the actual' } })
    expect(html).toContain('<title>Error: Record the actual – Six Friends</title>')
    expect(html).toMatch(/<a href="#value">Enter the actual<\/a>/)
  })

  test('says who is here and offers to sign out by a form', () => {
    const html = layout({
      title: 'Scorecard',
      user: { name: 'Cllr Singh' },
      area: { slug: 'kirkdale', name: 'Kirkdale' },
    })
    expect(html).toContain('<title>Scorecard – Kirkdale – Six Friends</title>')
    expect(html).toContain('Cllr Singh')
    expect(html).toContain('<form method="post" action="/sign-out">')
    expect(html).not.toContain('href="/sign-in"')
  })

  test('offers to sign in when nobody is', () => {
    const html = layout({ title: 'Scorecard' })
    expect(html).toContain('href="/sign-in"')
    expect(html).not.toContain('Sign out')
  })

  test('announces good news at once', () => {
    const html = layout({ title: 'Returns', flash: 'Sent to <Asha>' })
    expect(html).toMatch(/govuk-notification-banner--success" role="alert"/)
    expect(html).toContain('Sent to &lt;Asha&gt;')
  })

  test('loads the charts only on pages that have them', () => {
    expect(layoutOf({ title: 'Scorecard' }).scriptFiles).toEqual([])
    expect(layoutOf({ title: 'Measure', scripts: ['charts'] }).scriptFiles).toEqual([
      'chart.js',
      'chartjs-plugin-annotation.js',
      'charts.js',
    ])
  })

  test('says that the figures of a demonstration are invented, and only there', () => {
    expect(layout({ title: 'Scorecard', demonstration: true })).toContain('invented')
    expect(layout({ title: 'Scorecard' })).not.toContain('invented')
  })

  function layout(page: Page): string {
    return renderView('layout', { ...layoutOf(page), content: '<h1>Here</h1>' })
  }
})

describe('error pages', () => {
  const ERRORS = ['refused', 'missing', 'conflict', 'wrong', 'problem', 'away']

  test.each(ERRORS)('%s says what happened under its own heading', name => {
    const html = renderView(`errors/${name}`, {
      title: 'Fish & chips',
      reference: 'a1b2c3d4',
      user: null,
      area: null,
    })
    expect(html).toContain('<h1>Fish &amp; chips</h1>')
    expect(html).not.toMatch(/undefined|exception|stack|database|server|\b[45]\d\d\b/i)
  })

  test('a problem is told with its reference', () => {
    const html = renderView('errors/problem', { title: 'Sorry', reference: 'a1b2c3d4' })
    expect(html).toContain('a1b2c3d4')
  })
})
