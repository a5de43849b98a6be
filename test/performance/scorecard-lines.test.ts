import { cardOf } from '../../server/domain/card'
import { standingOf } from '../../server/domain/standing'
import { rowsOf } from '../../server/performance/scorecard/lines'
import { calendar, quarters, seen } from '../domain/a-series'

const place = { area: { slug: 'kirkdale' }, calendar, today: '2025-10-01' }

/** Six quarters to September 2025, as they are kept; the next is due on 14 February 2026. */
const kept = keptOf([80, 81, 72, 74, 73, 71])

function keptOf(values: number[], title = 'People seen') {
  const standing = standingOf({ ...seen, figures: quarters(values) })
  const measure = [
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
  return { measure: JSON.stringify(measure), card: JSON.stringify(cardOf(standing)) }
}

test('a line of the scorecard is worked out once for as long as nothing of it changes', () => {
  const [first] = rowsOf([kept], place)
  const [again] = rowsOf([{ ...kept }], place)
  expect(first!.line).toMatchObject({ title: 'People seen', status: 'red', actual: '71.0%' })
  expect(again).toBe(first)
})

test('a new figure is on the line at once', () => {
  rowsOf([kept], place)
  const [row] = rowsOf([keptOf([80, 81, 72, 74, 73, 85])], place)
  expect(row!.line).toMatchObject({ status: 'green', actual: '85.0%' })
})

test('a new name of the measure is on the line at once', () => {
  rowsOf([kept], place)
  const [row] = rowsOf([keptOf([80, 81, 72, 74, 73, 71], 'People seen soon')], place)
  expect(row!.line.title).toBe('People seen soon')
})

test('a line turns overdue with the day, and shows no figure as if it were the latest', () => {
  rowsOf([kept], place)
  const [row] = rowsOf([kept], { ...place, today: '2026-02-15' })
  expect(row!.line).toMatchObject({ status: 'overdue', word: 'Overdue', actual: '–', gap: '' })
})

test('the same measure in two areas leads to two addresses', () => {
  const [here] = rowsOf([kept], place)
  const [there] = rowsOf([kept], { ...place, area: { slug: 'sallow' } })
  expect(here!.line.href).toBe('/kirkdale/indicators/hc-07')
  expect(there!.line.href).toBe('/sallow/indicators/hc-07')
})

test('a great many lines are not remembered for ever', () => {
  const [first] = rowsOf([kept], place)
  const many = Array.from({ length: 5001 }, (_, n) => keptOf([80], `Measure ${n}`))
  rowsOf(many, place)
  const [again] = rowsOf([kept], place)
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})
