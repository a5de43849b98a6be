import { cardOf } from '../../server/domain/card'
import { standingOf } from '../../server/domain/standing'
import { choiceOf } from '../../server/performance/scorecard/choice'
import { rememberedPage } from '../../server/performance/scorecard/remembered'
import { calendar, quarters, seen } from '../domain/a-series'

const everything = choiceOf({})
const place = {
  area: { slug: 'kirkdale', name: 'Kirkdale' },
  calendar,
  today: '2025-10-01',
  here: '/kirkdale/scorecard',
  partnership: null,
}

/** Six quarters to September 2025, as they are kept; the next is due on 14 February 2026. */
const kept = keptOf([80, 81, 72, 74, 73, 71])

function keptOf(values: number[], title = 'People seen') {
  const figures = quarters(values)
  const named = [
    'hc-07',
    title,
    '%',
    1,
    'higher-is-better',
    'quarter',
    'Trust',
    'trust',
    null,
    null,
  ]
  return {
    measure: JSON.stringify(named),
    card: JSON.stringify(cardOf(standingOf({ ...seen, figures }))),
  }
}

const lineOf = (page: ReturnType<typeof rememberedPage>) => page.groups[0]!.lines[0]!

test('a scorecard is worked out once for as long as nothing of it changes', () => {
  const first = rememberedPage([kept], everything, place)
  const again = rememberedPage([{ ...kept }], choiceOf({}), { ...place })
  expect(lineOf(first)).toMatchObject({ title: 'People seen', status: 'red', actual: '71.0%' })
  expect(again).toBe(first)
})

test('a new figure is on it at once', () => {
  rememberedPage([kept], everything, place)
  const page = rememberedPage([keptOf([80, 81, 72, 74, 73, 85])], everything, place)
  expect(lineOf(page)).toMatchObject({ status: 'green', actual: '85.0%' })
  expect(page.lead).toBe('None of 1 measure are red.')
})

test('a new name of a measure, a measure more and a measure fewer are on it at once', () => {
  rememberedPage([kept], everything, place)
  const renamed = keptOf([80, 81, 72, 74, 73, 71], 'People seen soon')
  expect(lineOf(rememberedPage([renamed], everything, place)).title).toBe('People seen soon')
  expect(rememberedPage([renamed, kept], everything, place).total).toBe(2)
  expect(rememberedPage([], everything, place).total).toBe(0)
})

test('a measure turns overdue with the day, and its last figure no longer stands for the latest', () => {
  rememberedPage([kept], everything, place)
  const page = rememberedPage([kept], everything, { ...place, today: '2026-02-15' })
  expect(lineOf(page)).toMatchObject({ status: 'overdue', word: 'Overdue', actual: '–', gap: '' })
})

test('what one reader chose is not shown to another', () => {
  const red = rememberedPage([kept], choiceOf({ status: 'red' }), place)
  const green = rememberedPage([kept], choiceOf({ status: 'green' }), place)
  expect([red.total, green.total]).toEqual([1, 0])
})

test('the same measure in two areas leads to two addresses', () => {
  const sallow = { slug: 'sallow', name: 'Sallow' }
  const here = rememberedPage([kept], everything, place)
  const there = rememberedPage([kept], everything, {
    ...place,
    area: sallow,
    here: '/sallow/scorecard',
  })
  expect(lineOf(here).href).toBe('/kirkdale/indicators/hc-07')
  expect(lineOf(there).href).toBe('/sallow/indicators/hc-07')
  expect(there.heading).toContain('Sallow')
})

test('pages asked for long ago make room', () => {
  const first = rememberedPage([kept], everything, place)
  for (let n = 0; n < 60; n++) rememberedPage([kept], choiceOf({ partner: `p-${n}` }), place)
  const again = rememberedPage([kept], everything, place)
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})
