import { addMeasure, type Measure, type MeasurePlan } from '../performance/a-measure'
import { type Browser, browserFor, type Fields } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { filled } from './filled'

const at = demonstrationDatabase()

let mo: Browser
let made = 0

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
})

function aMeasure(plan: Partial<MeasurePlan> = {}): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `aim-${made}`, ...plan })
}

const RUNNING = { shape: 'cumulative', yearToDate: 'sum', unit: 'homes', decimals: 0 } as const

/** The form of a year or a period as it opens, with some of it changed. */
async function typed(measure: Measure, query: string, changes: Fields) {
  const page = await mo.open(`${measure.page}/targets?${query}`)
  return { ...filled(page, 'form.form'), step: 'save', reason: 'Agreed at the board', ...changes }
}

async function set(measure: Measure, query: string, changes: Fields) {
  return mo.send(`${measure.page}/targets`, await typed(measure, query, changes))
}

function held({ seriesId, reference }: Measure) {
  return at.inArea('kirkdale', async trx => {
    const targets = await trx('targets').where({ seriesId }).orderBy('starts')
    const kept = await trx('standings').where({ seriesId }).first()
    return {
      year: targets.filter(({ starts }) => starts >= '2026-04-01' && starts < '2027-04-01'),
      annual: await trx('annualTargets').where({ seriesId }).orderBy('year'),
      changes: await trx('targetChanges').where({ seriesId }).orderBy('changedAt'),
      audits: await trx('auditEvents').where('subject', 'like', `${reference} %`),
      standing: kept!.standing as { status: string; target: { value: number } | null },
    }
  })
}

const valuesOf = (targets: readonly { value: number | null }[]) => targets.map(({ value }) => value)

describe('the target of a year', () => {
  test('holds in every period of a rate, and its figures are judged by it at once', async () => {
    const measure = await aMeasure({ target: 80 })
    expect((await held(measure)).standing.status).toBe('red')

    const sent = await set(measure, 'year=2026-27', { value: '70%', reason: 'The grant ended' })
    expect(sent.status).toBe(303)
    const after = await held(measure)
    expect(valuesOf(after.year)).toEqual([70, 70, 70, 70])
    expect(after.annual.map(({ year, value }) => [year, value])).toContainEqual([2026, 70])
    expect(after.standing.status).toBe('green')
    expect(after.changes.at(-1)).toMatchObject({ period: '2026-27', reason: 'The grant ended' })
    expect(after.audits.at(-1)).toMatchObject({ action: 'target.set' })

    const nobody = await browserFor(null, at.db)
    const read = await nobody.open(`${measure.page}/targets`)
    expect(read.main).toContain('Wanted for 2026/27: 70.0%.')
    expect(read.main).toContain('The grant ended')
    expect(read.main).not.toContain('Mo Rahman')
    expect((await mo.open(`${measure.page}/targets`)).main).toContain('Mo Rahman')
  })

  test('is climbed to by a running total, evenly or by its own shares', async () => {
    const measure = await aMeasure({ target: null, values: [], rules: RUNNING })
    await set(measure, 'year=2026-27', { value: '200' })
    expect(valuesOf((await held(measure)).year)).toEqual([50, 100, 150, 200])

    await set(measure, 'year=2026-27', {
      profile: 'own',
      'share-1': '10',
      'share-2': '20',
      'share-3': '30',
      'share-4': '40',
    })
    expect(valuesOf((await held(measure)).year)).toEqual([20, 60, 120, 200])
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
    await set(measure, 'year=2026-27', { low: '85', high: '95' })
    const after = await held(measure)
    expect(after.year.map(({ low, high }) => [low, high])).toEqual(Array(4).fill([85, 95]))
    expect(after.standing.status).toBe('green')
  })

  test('has a baseline and a stretch, and says how much of it is reached', async () => {
    const measure = await aMeasure({ target: null, values: [76], rules: { yearToDate: 'latest' } })
    await set(measure, 'year=2026-27', {
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
    await set(measure, 'year=2026-27', { value: '80' })
    expect((await held(measure)).standing.status).toBe('red')
    await set(measure, 'year=2026-27', { step: 'remove', reason: 'Set by mistake' })

    const after = await held(measure)
    expect([after.year, after.annual]).toEqual([[], []])
    expect(after.standing.status).toBe('no-target')
    expect(after.changes.at(-1)).toMatchObject({ after: null, reason: 'Set by mistake' })
  })

  test('sent twice is set once', async () => {
    const measure = await aMeasure({ target: null })
    const form = await typed(measure, 'year=2026-27', { value: '81' })
    await mo.send(`${measure.page}/targets`, form)
    expect((await mo.send(`${measure.page}/targets`, form)).status).toBe(303)
    expect((await held(measure)).changes).toHaveLength(1)
  })

  test('is not replaced by somebody who has not seen it', async () => {
    const measure = await aMeasure({ target: null })
    const late = await typed(measure, 'year=2026-27', { value: '82' })
    await set(measure, 'year=2026-27', { value: '81' })
    const sent = await mo.send(`${measure.page}/targets`, late)
    expect(sent.status).toBe(409)
    expect(valuesOf((await held(measure)).annual)).toEqual([81])
  })
})

describe('the target of one period', () => {
  test('stands in place of what the year gives it', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(measure, 'year=2026-27', { value: '80' })
    await set(measure, 'period=2026-27-q1', { value: '69', reason: 'The strike' })
    const after = await held(measure)
    expect(valuesOf(after.year)).toEqual([69, 80, 80, 80])
    expect(valuesOf(after.annual)).toEqual([80])
    expect(after.standing.status).toBe('green')
    const history = await mo.open(`${measure.page}/history`)
    expect(history.main).toContain('Target for 2026/27 Q1')
    expect(history.main).toContain('The strike')
  })

  test('is removed alone', async () => {
    const measure = await aMeasure({ target: null, values: [70] })
    await set(measure, 'year=2026-27', { value: '80' })
    await set(measure, 'period=2026-27-q1', { step: 'remove' })
    expect(valuesOf((await held(measure)).year)).toEqual([80, 80, 80])
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
    await set(measure, 'year=2026-27', { value: '200' })
    const sent = await set(measure, `period=2026-27-${period}`, { value })
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

describe('what may not be', () => {
  test.each([
    ['reason', { reason: '' }, 'Explain why the target is set or changed'],
    ['value', { value: '' }, 'Enter the target'],
    ['value', { value: 'eighty' }, 'Target must be a number, like 80'],
    ['baseline', { stretch: '85' }, 'Enter the baseline from which the stretch is counted'],
    [
      'stretch',
      { baseline: '80', stretch: '75' },
      'Stretch must be higher than the baseline, because higher is better',
    ],
    ['stretch', { rewardGrant: '1000' }, 'Enter the stretch for which the reward grant is paid'],
  ] as [string, Fields, string][])('%s of %j', async (field, changes, sentence) => {
    const measure = await aMeasure({ target: null })
    const sent = await set(measure, 'year=2026-27', { value: '81', ...changes })
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([[`#${field}`, sentence]])
    expect((await held(measure)).annual).toEqual([])
  })

  test.each([
    [{ low: '6', high: '4' }, '#high', 'The highest figure wanted must not be below the lowest'],
    [{ low: '6' }, '#high', 'Enter the highest figure that is wanted'],
    [{ high: '6' }, '#low', 'Enter the lowest figure that is wanted'],
  ])('a range of %j', async (changes, field, sentence) => {
    const measure = await aMeasure({ target: null, rules: { polarity: 'range-is-better' } })
    const sent = await set(measure, 'year=2026-27', changes)
    expect(sent.errors).toEqual([[field, sentence]])
  })

  test.each([
    [
      { 'share-1': '50', 'share-2': '50', 'share-3': '' },
      '#share-3',
      'Enter a share for every period, 0 where there is none',
    ],
    [{ 'share-1': '-5', 'share-2': '50', 'share-3': '50' }, '#share-1', 'Share must be 0 or more'],
    [
      { 'share-1': '0', 'share-2': '0', 'share-3': '0', 'share-4': '0' },
      '#share-1',
      'At least one share must be more than 0',
    ],
  ])('shares of %j', async (shares, field, sentence) => {
    const measure = await aMeasure({ target: null, values: [], rules: RUNNING })
    const form = { value: '100', profile: 'own', 'share-4': '0', ...shares }
    const sent = await set(measure, 'year=2026-27', form)
    expect(sent.errors).toEqual([[field, sentence]])
  })

  test('a period that does not exist, or a target where nothing is judged', async () => {
    const measure = await aMeasure()
    const page = `${measure.page}/targets`
    expect((await mo.send(page, { period: '2026-27-q9', value: '1' })).status).toBe(404)
    expect((await mo.send(page, { value: '1', reason: 'None' })).status).toBe(404)

    const context = await aMeasure({ target: null, rules: { polarity: 'context-only' } })
    expect((await mo.open(`${context.page}/targets`)).main).toContain(
      'This measure only gives context',
    )
    const sent = await mo.send(`${context.page}/targets`, {
      year: '2026-27',
      value: '1',
      reason: 'So',
    })
    expect(sent.status).toBe(422)
  })

  test.each(['olive', 'asha', 'singh', 'dee', 'ada', 'sam'] as const)(
    '%s sets no target',
    async handle => {
      const browser = await browserFor(handle, at.db)
      const page = '/kirkdale/indicators/env-03/targets'
      expect(
        (await browser.send(page, { year: '2026-27', value: '1', reason: 'Mine' })).status,
      ).toBe(403)
      const read = await browser.open(`${page}?year=2026-27`)
      expect(read.status).toBe(200)
      expect(read.page('form.form')).toHaveLength(0)
    },
  )
})

test('a measure without targets says so to everybody', async () => {
  const measure = await aMeasure({ target: null })
  const nobody = await browserFor(null, at.db)
  const read = await nobody.open(`${measure.page}/targets`)
  expect(read.main).toContain('No target has been set yet, so its figures cannot be judged.')
  expect((await nobody.open('/kirkdale/indicators/nothing/targets')).status).toBe(404)
  expect((await nobody.open(`${measure.page}/targets?line=place-nowhere`)).status).toBe(404)
})
