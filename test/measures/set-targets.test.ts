import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { filled } from './filled'
import { measuresFor, RUNNING, set, targetsHeld, typed } from './some-targets'

const at = demonstrationDatabase()
const aMeasure = measuresFor(at)

let mo: Browser

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
})

const valuesOf = (targets: readonly { value: number | null }[]) => targets.map(({ value }) => value)

describe('the target of a year', () => {
  test('holds in every period of a rate, and its figures are judged by it at once', async () => {
    const measure = await aMeasure({ target: 80 })
    expect((await targetsHeld(at, measure)).standing.status).toBe('red')

    const sent = await set(mo, measure, 'year=2026-27', { value: '70%', reason: 'The grant ended' })
    expect(sent.status).toBe(303)
    const after = await targetsHeld(at, measure)
    expect(valuesOf(after.year)).toEqual([70, 70, 70, 70])
    expect(after.annual.map(({ year, value }) => [year, value])).toContainEqual([2026, 70])
    expect(after.standing.status).toBe('green')
    expect(after.changes.at(-1)).toMatchObject({ period: '2026-27', reason: 'The grant ended' })
    expect(after.audits.at(-1)).toMatchObject({ action: 'target.set' })

    const singh = await browserFor('singh', at.db)
    const read = await singh.open(`${measure.page}/targets`)
    expect(read.main).toContain('Wanted for 2026/27: 70.0%.')
    expect(read.main).toContain('The grant ended')
    expect(read.main).toContain('Mo Rahman')
    const nobody = await browserFor(null, at.db)
    expect((await nobody.open(`${measure.page}/targets`)).goesTo).toMatch(/^\/sign-in/)
  })

  test('is climbed to by a running total, evenly or by its own shares', async () => {
    const measure = await aMeasure({ target: null, values: [], rules: RUNNING })
    await set(mo, measure, 'year=2026-27', { value: '200' })
    expect(valuesOf((await targetsHeld(at, measure)).year)).toEqual([50, 100, 150, 200])

    await set(mo, measure, 'year=2026-27', {
      profile: 'own',
      'share-1': '10',
      'share-2': '20',
      'share-3': '30',
      'share-4': '40',
    })
    expect(valuesOf((await targetsHeld(at, measure)).year)).toEqual([20, 60, 120, 200])
    expect((await mo.open(`${measure.page}/targets`)).main).toContain(
      'In shares of 10%, 20%, 30% and 40%',
    )
  })

  test('is a range where inside a range is better', async () => {
    const measure = await aMeasure({
      target: null,
      values: [90],
      rules: { polarity: 'range-is-better' },
    })
    await set(mo, measure, 'year=2026-27', { low: '85', high: '95' })
    const after = await targetsHeld(at, measure)
    expect(after.year.map(({ low, high }) => [low, high])).toEqual(Array(4).fill([85, 95]))
    expect(after.standing.status).toBe('green')
  })

  test('has a baseline and a stretch, and says how much of it is reached', async () => {
    const measure = await aMeasure({ target: null, values: [76], rules: { yearToDate: 'latest' } })
    await set(mo, measure, 'year=2026-27', {
      value: '78',
      baseline: '70',
      stretch: '80',
      rewardGrant: '£250,000',
    })
    const read = await mo.open(`${measure.page}/targets`)
    expect(read.main).toContain(
      '60% of it so far, which would earn £150,000 of £250,000 of reward grant',
    )
  })

  test('is removed with its reason, and nothing is judged any more', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(mo, measure, 'year=2026-27', { value: '80' })
    expect((await targetsHeld(at, measure)).standing.status).toBe('red')
    await set(mo, measure, 'year=2026-27', { step: 'remove', reason: 'Set by mistake' })

    const after = await targetsHeld(at, measure)
    expect([after.year, after.annual]).toEqual([[], []])
    expect(after.standing.status).toBe('no-target')
    expect(after.changes.at(-1)).toMatchObject({ after: null, reason: 'Set by mistake' })
  })

  test('sent twice is set once', async () => {
    const measure = await aMeasure({ target: null })
    const form = await typed(mo, measure, 'year=2026-27', { value: '81' })
    await mo.send(`${measure.page}/targets`, form)
    expect((await mo.send(`${measure.page}/targets`, form)).status).toBe(303)
    expect((await targetsHeld(at, measure)).changes).toHaveLength(1)
  })

  test('is not replaced by somebody who has not seen it', async () => {
    const measure = await aMeasure({ target: null })
    const late = await typed(mo, measure, 'year=2026-27', { value: '82' })
    await set(mo, measure, 'year=2026-27', { value: '81' })
    const sent = await mo.send(`${measure.page}/targets`, late)
    expect(sent.status).toBe(409)
    expect(valuesOf((await targetsHeld(at, measure)).annual)).toEqual([81])
  })
})

describe('the target of one period', () => {
  test('stands in place of what the year gives it', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(mo, measure, 'year=2026-27', { value: '80' })
    await set(mo, measure, 'period=2026-27-q1', { value: '69', reason: 'The strike' })
    const after = await targetsHeld(at, measure)
    expect(valuesOf(after.year)).toEqual([69, 80, 80, 80])
    expect(valuesOf(after.annual)).toEqual([80])
    expect(after.standing.status).toBe('green')
    const history = await mo.open(`${measure.page}/history`)
    expect(history.main).toContain('Target for 2026/27 Q1')
    expect(history.main).toContain('The strike')
  })

  test('is replaced by that of the year only in sight of everybody, and on record', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(mo, measure, 'year=2026-27', { value: '80' })
    expect((await mo.open(`${measure.page}/targets?year=2026-27`)).main).not.toContain(
      'of their own',
    )
    await set(mo, measure, 'period=2026-27-q2', { value: '69', reason: 'The strike' })
    await set(mo, measure, 'period=2026-27-q3', { step: 'remove', reason: 'No survey' })
    await set(mo, measure, 'period=2026-27-q4', { value: '75', reason: 'A step' })

    const form = await mo.open(`${measure.page}/targets?year=2026-27`)
    expect(form.main).toContain('These periods have targets of their own, which will be replaced')
    expect(
      form
        .page('.form li')
        .toArray()
        .map(item => form.page(item).text()),
    ).toEqual(['2026/27 Q2: 69.0%', '2026/27 Q3: no target', '2026/27 Q4: 75.0%'])

    await set(mo, measure, 'year=2026-27', { value: '75', reason: 'Agreed anew' })
    const { year, changes, audits } = await targetsHeld(at, measure)
    expect(valuesOf(year)).toEqual([75, 75, 75, 75])
    const anew = changes
      .filter(({ reason }) => reason === 'Agreed anew')
      .map(({ period, before, after }) => [period, before, after])
      .sort()
    const bounds = (value: number) => ({ value, low: null, high: null })
    expect(anew).toEqual([
      ['2026-27', expect.objectContaining(bounds(80)), expect.objectContaining(bounds(75))],
      ['2026-27-q2', bounds(69), bounds(75)],
      ['2026-27-q3', null, bounds(75)],
    ])
    expect(audits.map(({ subject }) => subject)).toContain(`${measure.reference} 2026-27-q2`)
  })

  test('is removed with that of the year, on record', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(mo, measure, 'year=2026-27', { value: '80' })
    await set(mo, measure, 'period=2026-27-q2', { value: '69' })
    await set(mo, measure, 'year=2026-27', { step: 'remove', reason: 'Dropped' })
    const { year, changes } = await targetsHeld(at, measure)
    expect(year).toEqual([])
    const dropped = changes.filter(({ reason }) => reason === 'Dropped')
    expect(dropped.map(({ period }) => period).sort()).toEqual(['2026-27', '2026-27-q2'])
  })

  test('is removed alone', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(mo, measure, 'year=2026-27', { value: '80' })
    await set(mo, measure, 'period=2026-27-q1', { step: 'remove' })
    expect(valuesOf((await targetsHeld(at, measure)).year)).toEqual([80, 80, 80])
  })

  test.each([
    [
      'q2',
      '40',
      'Figures add up over the year, so the target must not be below 50 homes, that of 2026/27 Q1',
    ],
    [
      'q2',
      '160',
      'Figures add up over the year, so the target must not be above 150 homes, that of 2026/27 Q3',
    ],
    [
      'q4',
      '250',
      'The last period ends the year, so its target is that of the year. Change the target of the year instead',
    ],
  ])('of a running total only climbs: %s at %s', async (period, value, sentence) => {
    const measure = await aMeasure({ target: null, values: [], rules: RUNNING })
    await set(mo, measure, 'year=2026-27', { value: '200' })
    const sent = await set(mo, measure, `period=2026-27-${period}`, { value })
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([['#value', sentence]])
  })

  test('of a ward is its own', async () => {
    const page = '/kirkdale/indicators/env-03/targets'
    const line = (await mo.open(page)).page('.filters a[href*="line=place"]').first()
    const opened = await mo.open(`${line.attr('href')}&year=2026-27`)
    const form = { ...filled(opened, 'form.form'), value: '47.5', reason: 'Flats have no gardens' }
    const sent = await mo.send(page, { ...form, step: 'save' })
    expect((await mo.open(sent.goesTo!)).main).toContain('Wanted for 2026/27: 47.5%.')
    expect((await mo.open(page)).main).toContain('Wanted for 2026/27: 50.0%.')
  })
})

test('a measure without targets says so', async () => {
  const measure = await aMeasure({ target: null })
  const singh = await browserFor('singh', at.db)
  const read = await singh.open(`${measure.page}/targets`)
  expect(read.main).toContain('No target has been set yet, so its figures cannot be judged.')
  expect((await singh.open('/kirkdale/indicators/nothing/targets')).status).toBe(404)
  expect((await singh.open(`${measure.page}/targets?line=place-nowhere`)).status).toBe(404)
})
