import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { actualsOf, addMeasure, auditOf, GREEN, type Measure, RED } from './a-measure'

const at = demonstrationDatabase()

let olive: Browser
let asha: Browser
let made = 0

beforeAll(async () => {
  olive = await browserFor('olive', at.db)
  asha = await browserFor('asha', at.db)
})

function aMeasure(plan: Partial<Parameters<typeof addMeasure>[1]> = {}): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `rec-${made}`, ...plan })
}

const counted = {
  rules: {
    numeratorLabel: 'People seen in time',
    denominatorLabel: 'People seen',
    yearToDate: 'ratio' as const,
  },
  values: [],
}

describe('a data officer enters a figure', () => {
  test('and it is kept as a draft, with who did it', async () => {
    const measure = await aMeasure()

    const answer = await olive.send(measure.at(), GREEN)

    expect(answer.status).toBe(303)
    expect(answer.goesTo).toBe(measure.at())
    const page = await olive.open(measure.at())
    expect(page.flash).toContain('84.5% for 2026/27 Q2 is saved as a draft')
    expect(page.field('value').val()).toBe('84.5')
    const drafts = (await actualsOf(at, measure)).filter(({ state }) => state === 'draft')
    expect(drafts).toMatchObject([{ value: 84.5, version: 1, edit: 1, certainty: 'final' }])
    expect(await auditOf(at, measure)).toEqual(['actual.recorded'])
  })

  test.each([
    ['1,284', 1284],
    ['77.4%', 77.4],
    [' £3.50 ', 3.5],
    ['−5', -5],
    ['.5', 0.5],
  ])('as people type it: %s', async (typed, value) => {
    const measure = await aMeasure({ target: null })
    await olive.send(measure.at(), { ...GREEN, value: typed })
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ state: 'draft', value })
  })

  test('from its counts, which are the facts', async () => {
    const measure = await aMeasure(counted)

    const form = await olive.open(measure.at())
    expect(form.field('value')).toHaveLength(0)
    expect(form.main).toContain('People seen in time')

    await olive.send(measure.at(), {
      ...GREEN,
      numerator: '436',
      denominator: '1,613',
      reasonCode: 'demand',
      reasonText: 'Winter came early.',
    })
    const [draft] = await actualsOf(at, measure)
    expect(draft).toMatchObject({ numerator: 436, denominator: 1613 })
    expect(draft!.value).toBeCloseTo(27.0303781, 6)
  })

  test.each([
    [{ numerator: '5', denominator: '0' }, '#denominator', 'People seen is 0'],
    [{ numerator: '9', denominator: '8' }, '#numerator', 'must not be more than people seen'],
    [{ numerator: '-1', denominator: '8' }, '#numerator', 'must be 0 or more'],
    [{ numerator: '', denominator: '8' }, '#numerator', 'Enter people seen in time'],
  ])('counts that cannot be are refused: %j', async (counts, field, sentence) => {
    const measure = await aMeasure(counted)
    const answer = await olive.send(measure.at(), { ...GREEN, ...counts })
    expect(answer.status).toBe(422)
    expect(answer.errors[0]![0]).toBe(field)
    expect(answer.errors[0]![1]).toContain(sentence)
    expect(answer.field('denominator').val()).toBe(counts.denominator)
  })

  test('provisional, and it says so', async () => {
    const measure = await aMeasure()
    await olive.send(measure.at(), { ...GREEN, certainty: 'provisional', step: 'submit' })
    expect((await asha.open(measure.at())).main).toContain('provisional')
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({ certainty: 'provisional' })
  })

  test('the last four figures and the last reason are in view', async () => {
    const measure = await aMeasure({ values: [55, 61, 62, 63, 64] })
    await at.inArea('kirkdale', trx =>
      trx('actuals')
        .where({ areaId: measure.areaId, seriesId: measure.seriesId, value: 64 })
        .update({ reasonText: 'Two wards were closed.' }),
    )
    const { main } = await olive.open(measure.at())
    expect(main).toContain(
      'Before: 2026/27 Q1 64.0% · 2025/26 Q4 63.0% · 2025/26 Q3 62.0% · 2025/26 Q2 61.0%',
    )
    expect(main).not.toContain('55.0%')
    expect(main).toContain('2026/27 Q1: Two wards were closed.')
  })
})

describe('what is asked of a figure', () => {
  test('a red one needs its reason, coded and in words; what was typed stays', async () => {
    const measure = await aMeasure()

    const answer = await olive.send(measure.at(), { ...RED, reasonCode: '', reasonText: '' })

    expect(answer.status).toBe(422)
    expect(answer.title).toMatch(/^Error: /)
    expect(answer.errors).toEqual([
      ['#reasonCode', 'Select the main reason, because this figure is red'],
      ['#reasonText', 'Explain why performance is off target'],
    ])
    expect(answer.field('value').val()).toBe('61.2')
    expect(answer.page('input[name=certainty]:checked').val()).toBe('final')
    for (const [field] of answer.errors) expect(answer.page(field)).toHaveLength(1)
    expect(await actualsOf(at, measure)).toHaveLength(4)
    expect(await auditOf(at, measure)).toEqual([])
  })

  test('with its reason it is taken, and the arithmetic is there to be read', async () => {
    const measure = await aMeasure()
    expect((await olive.send(measure.at(), RED)).status).toBe(303)
    const { main } = await olive.open(measure.at())
    expect(main).toContain('Why is this red?')
    expect(main).toContain('61.2% is 18.8 points below the target of 80.0%')
  })

  test('an amber one needs none', async () => {
    const measure = await aMeasure()
    expect((await olive.send(measure.at(), { ...GREEN, value: '79' })).status).toBe(303)
  })

  test.each([
    [{ value: '' }, '#value', 'Enter the actual'],
    [{ value: 'lots' }, '#value', 'Actual must be a number, like 84.5'],
    [{ certainty: '' }, '#certainty', 'Select whether the figure is provisional or final'],
    [{ reasonText: 'x'.repeat(2001) }, '#reasonText', 'Reason must be 2,000 characters or fewer'],
  ])('a slip is said in words beside its field: %#', async (slip, field, sentence) => {
    const measure = await aMeasure()
    const answer = await olive.send(measure.at(), { ...GREEN, ...slip })
    expect(answer.status).toBe(422)
    expect(answer.errors).toEqual([[field, sentence]])
    expect(answer.page(field)).toHaveLength(1)
  })

  test('the share of a year is its target where only the year has one', async () => {
    const measure = await aMeasure({ target: null, rules: { yearToDate: 'sum', unit: 'homes' } })
    await at.inArea('kirkdale', trx =>
      trx('annualTargets').insert({
        areaId: measure.areaId,
        seriesId: measure.seriesId,
        year: 2026,
        value: 400,
      }),
    )
    expect((await olive.open(measure.at())).main).toContain('target 100.0 homes')
    const answer = await olive.send(measure.at(), { ...GREEN, value: '60' })
    expect(answer.errors.map(([field]) => field)).toEqual(['#reasonCode', '#reasonText'])
  })
})

describe('there is no figure to enter', () => {
  test('not applicable, with its reason', async () => {
    const measure = await aMeasure()
    const empty = { ...GREEN, value: '', availability: 'not-applicable' }

    const refused = await olive.send(measure.at(), empty)
    expect(refused.errors).toEqual([['#availabilityNote', 'Explain why there is no figure']])

    const note = 'The service was closed for the quarter.'
    await olive.send(measure.at(), { ...empty, availabilityNote: note })
    expect((await actualsOf(at, measure)).at(-1)).toMatchObject({
      availability: 'not-applicable',
      availabilityNote: note,
      value: null,
    })
    expect((await olive.open(measure.at())).main).toContain('Not applicable')
  })

  test.each([
    ['', 'Enter the day by which the figure will be available'],
    ['2026-11-22', 'The promised day must not be in the past'],
    ['2026-02-30', 'Promised date must be a real day, like 2026-12-15'],
  ])('not yet available needs a day to come: "%s"', async (promisedOn, sentence) => {
    const measure = await aMeasure()
    const answer = await olive.send(measure.at(), {
      edit: '0',
      availability: 'not-yet-available',
      availabilityNote: 'The survey is late.',
      promisedOn,
    })
    expect(answer.errors).toEqual([['#promisedOn', sentence]])
    expect(answer.page('details[open] #promisedOn')).toHaveLength(1)
  })

  test('not yet available, with the day it is promised for', async () => {
    const measure = await aMeasure()
    await olive.send(measure.at(), {
      edit: '0',
      step: 'submit',
      availability: 'not-yet-available',
      availabilityNote: 'The survey is late.',
      promisedOn: '2026-12-15',
    })
    const { main } = await asha.open(measure.at())
    expect(main).toContain('Not yet available')
    expect(main).toContain('Promised for 15 December 2026')
  })
})

describe('a figure that cannot be entered', () => {
  test('of a period that has not ended', async () => {
    const measure = await aMeasure()
    const page = await olive.open(measure.at('2026-27-q3'))
    expect(page.status).toBe(200)
    expect(page.main).toContain('This period has not ended yet')
    expect(page.page('main form')).toHaveLength(0)
    const answer = await olive.send(measure.at('2026-27-q3'), GREEN)
    expect(answer.status).toBe(422)
    expect(answer.heading).toContain('This period has not ended yet')
  })

  test.each(['2026-27-q5', '2026-09', 'soon', '2026-27', '1066-67-q1', '2028-29-q1'])(
    'of no such period: %s',
    async period => {
      const measure = await aMeasure()
      expect((await olive.open(measure.at(period))).status).toBe(404)
      expect((await olive.send(measure.at(period), GREEN)).status).toBe(404)
    },
  )

  test('of a measure that is not there', async () => {
    const address = '/kirkdale/indicators/none-99/actuals/2026-27-q2'
    expect((await olive.open(address)).status).toBe(404)
    expect((await olive.send(address, GREEN)).status).toBe(404)
  })

  test('of a measure retired before the period began', async () => {
    const measure = await aMeasure({ rules: { retiredOn: '2026-07-01' } })
    const answer = await olive.send(measure.at(), GREEN)
    expect(answer.status).toBe(422)
    expect(answer.heading).toContain('retired before this period began')
    expect((await olive.open(measure.at())).page('main form')).toHaveLength(0)
  })

  test('of a closed period, until the manager opens it again', async () => {
    const measure = await aMeasure()
    const mo = await browserFor('mo', at.db)
    const period = { frequency: 'quarter', period: '2026-27-q2' }
    await mo.send('/kirkdale/returns', { ...period, step: 'close' })

    const answer = await olive.send(measure.at(), GREEN)
    expect(answer.status).toBe(422)
    expect(answer.heading).toContain('This period is closed')
    expect((await olive.open(measure.at())).page('main form')).toHaveLength(0)

    await mo.send('/kirkdale/returns', { ...period, step: 'open' })
    expect((await olive.send(measure.at(), GREEN)).status).toBe(303)
  })

  test('of another organisation', async () => {
    const measure = await aMeasure({ lead: 'KP' })
    const page = await olive.open(measure.at())
    expect(page.page('main form')).toHaveLength(0)
    const answer = await olive.send(measure.at(), GREEN)
    expect(answer.status).toBe(403)
    expect(await actualsOf(at, measure)).toHaveLength(4)
  })

  test.each(['asha', 'mo', 'singh', 'ada', 'sam', null] as const)('by %s', async handle => {
    const measure = await aMeasure()
    const somebody = await browserFor(handle, at.db)
    expect((await somebody.send(measure.at(), GREEN)).status).toBe(403)
    expect(await actualsOf(at, measure)).toHaveLength(4)
  })
})
