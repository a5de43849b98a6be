import { readdirSync, readFileSync } from 'node:fs'
import { ENTRIES } from '../../server/publishing/glossary/entries'
import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

test('anybody can look up what the words mean, and link to each', async () => {
  const page = await (await browserFor(null, at.db)).open('/kirkdale/help/glossary')
  expect(page.status).toBe(200)
  expect(page.heading).toBe('What the words mean')
  for (const [id, { word, means }] of Object.entries(ENTRIES)) {
    expect(page.page(`dt#${id}`).text()).toBe(word)
    for (const sentence of means) expect(page.main).toContain(sentence)
  }
})

test('the words are in the order of the alphabet', async () => {
  const page = await (await browserFor(null, at.db)).open('/kirkdale/help/glossary')
  const words = page
    .page('dt')
    .toArray()
    .map(word => page.page(word).text())
  expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, 'en-GB')))
})

test('it holds the terms of the field that pages use', () => {
  const words = Object.values(ENTRIES).map(({ word }) => word.toLowerCase())
  for (const term of [
    'actual',
    'target',
    'forecast',
    'baseline',
    'revision',
    'signal',
    'tolerance',
    'outcome',
    'process limits',
    'assurance',
    'provisional',
    'six friends',
  ]) {
    expect(words).toContain(term)
  }
  expect(words).not.toContain('kpi')
})

test('every link into it from a view leads to a word', () => {
  const views = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.ejs'),
  )
  for (const path of views) {
    for (const [, id] of readFileSync(`views/${path}`, 'utf8').matchAll(
      /help\/glossary#([\w-]+)/g,
    )) {
      expect({ path, id, found: id! in ENTRIES }).toEqual({ path, id, found: true })
    }
  }
})
