import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, GREEN, LATEST, type Measure, RED } from './a-measure'

const at = demonstrationDatabase()

let mo: Browser
let olive: Browser
let asha: Browser
let percy: Browser
let made = 0

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
  olive = await browserFor('olive', at.db)
  asha = await browserFor('asha', at.db)
  percy = await browserFor('percy', at.db)
})

type Plan = Partial<Parameters<typeof addMeasure>[1]>

/** A measure with lines that the partnership manager has set up. */
async function broken(lines: Record<string, string>[], plan: Plan = {}): Promise<Measure> {
  made += 1
  const measure = await addMeasure(at, { reference: `brk-${made}`, ...plan })
  for (const line of lines) {
    expect((await mo.send(setup(measure), line)).status).toBe(303)
  }
  return measure
}

function setup({ page }: Measure, rest = ''): string {
  return `${page}/definition/breakdowns${rest}`
}

const NORTH = { kind: 'place', label: 'North Gate' }
const SOUTH = { kind: 'place', label: 'South Bank' }
const POLICE = { kind: 'partner', organisation: 'kirkdale-police' }

function line(measure: Measure, slug: string, step = ''): string {
  return `${measure.at()}${step}?line=${slug}`
}

async function publish(measure: Measure, slug: string, form: Record<string, string>) {
  await olive.send(line(measure, slug), { ...form, step: 'submit' })
  await asha.send(line(measure, slug, '/approval'))
  expect((await mo.send(line(measure, slug, '/publication'))).status).toBe(303)
}

function linesOf({ areaId, indicatorId }: Measure) {
  return at.inArea('kirkdale', trx =>
    trx('series').where({ areaId, indicatorId }).orderBy(['kind', 'position']),
  )
}

async function audited({ reference, areaId }: Measure): Promise<string[]> {
  const rows = await at.inArea('kirkdale', trx =>
    trx('auditEvents')
      .where({ areaId })
      .where('subject', 'like', `${reference} %`)
      .orderBy(['happenedAt', 'id']),
  )
  return rows.map(({ action, subject }) => `${action} ${subject}`)
}

describe('the partnership manager sets up breakdowns', () => {
  test('and each line has a name for its address, its organisation and a standing', async () => {
    const measure = await broken([NORTH, SOUTH, POLICE])

    const lines = (await linesOf(measure)).filter(({ kind }) => kind !== 'headline')
    expect(lines.map(({ kind, key, label, position }) => [kind, key, label, position])).toEqual([
      ['partner', expect.any(String), expect.stringContaining('Police'), 1],
      ['place', 'north-gate', 'North Gate', 1],
      ['place', 'south-bank', 'South Bank', 2],
    ])
    expect(lines[1]!.organisationId).toBe(measure.organisationId)
    expect(lines[0]!.organisationId).not.toBe(measure.organisationId)
    const kept = await at.inArea('kirkdale', trx =>
      trx('standings').where({ areaId: measure.areaId, indicatorId: measure.indicatorId }),
    )
    expect(kept).toHaveLength(4)
    expect(await audited(measure)).toContain(
      `breakdown.added ${measure.reference} place-north-gate`,
    )
    const definition = await mo.open(`${measure.page}/definition`)
    expect(definition.page(`a[href="${setup(measure)}"]`)).toHaveLength(1)
  })

  test.each([
    [{}, 'kind', 'Select place, group or partner'],
    [{ kind: 'place' }, 'label', 'Enter the name of the place'],
    [{ kind: 'place', label: '!' }, 'label', 'Name must have a letter or a number in it'],
    [{ kind: 'place', label: 'north  gate' }, 'label', 'There is a place of this name already'],
    [{ kind: 'partner' }, 'organisation', 'Select the partner'],
    [POLICE, 'organisation', 'There is a line of this partner already'],
    [{ ...NORTH, organisation: 'x' }, 'organisation', 'Select an organisation from the list'],
  ])('but none that makes no sense: %j', async (form, field, sentence) => {
    const measure = await broken([NORTH, POLICE])
    const answer = await mo.send(setup(measure), form)
    expect(answer.status).toBe(422)
    expect(answer.errors).toContainEqual([`#${field}`, sentence])
    expect(answer.page(`#${field}`)).toHaveLength(1)
    expect(await linesOf(measure)).toHaveLength(3)
  })

  test('renames a line and moves it, and its address stays', async () => {
    const measure = await broken([NORTH, SOUTH])
    const path = setup(measure, '/place-south-bank')
    const form = { label: 'South Quay', organisation: 'kirkdale-council', place: '1' }

    expect((await mo.send(path, { ...form, place: '3' })).errors).toEqual([
      ['#place', 'Place in the list must be a whole number from 1 to 2'],
    ])
    expect((await mo.send(path, { ...form, label: 'NORTH GATE' })).errors).toEqual([
      ['#label', 'There is a place of this name already'],
    ])
    expect((await mo.send(path, form)).status).toBe(303)

    const places = (await linesOf(measure)).filter(({ kind }) => kind === 'place')
    expect(places.map(({ label, key }) => [label, key])).toEqual([
      ['South Quay', 'south-bank'],
      ['North Gate', 'north-gate'],
    ])
    expect(await audited(measure)).toContain(
      `breakdown.changed ${measure.reference} place-south-bank`,
    )
  })

  test('a line with figures on their way keeps its organisation', async () => {
    const measure = await broken([NORTH])
    await olive.send(line(measure, 'place-north-gate'), GREEN)
    const answer = await mo.send(setup(measure, '/place-north-gate'), {
      label: 'North Gate',
      organisation: 'kirkdale-police',
      place: '1',
    })
    expect(answer.status).toBe(422)
    expect(answer.errors[0]![1]).toContain('are on their way')
  })

  test('retires a line, which is then asked for no more, and takes it up again', async () => {
    const measure = await broken([NORTH, SOUTH])
    const path = setup(measure, '/place-north-gate/retirement')
    await mo.send(path, { step: 'retire' })

    expect((await mo.open(setup(measure))).main).toContain('Retired on 23 November 2026')
    expect((await linesOf(measure)).find(({ key }) => key === 'north-gate')).toMatchObject({
      retiredOn: '2026-11-23',
    })
    await at.inArea('kirkdale', trx =>
      trx('series')
        .where({ areaId: measure.areaId, key: 'north-gate', indicatorId: measure.indicatorId })
        .update({ retiredOn: '2026-07-01' }),
    )
    expect((await olive.open(line(measure, 'place-north-gate'))).main).toContain(
      'This line was retired before this period began',
    )
    expect((await olive.send(line(measure, 'place-north-gate'), GREEN)).status).toBe(422)
    expect((await olive.open(measure.at())).main).not.toContain('North Gate')
    const { page } = await olive.open('/kirkdale/returns')
    const item = page(`li:contains("Measure ${measure.reference}")`)
    expect(item.text()).toContain('1 of 1 place to enter')

    await mo.send(path, { step: 'resume' })
    expect((await olive.send(line(measure, 'place-north-gate'), GREEN)).status).toBe(303)
  })

  test.each(['olive', 'asha', 'singh', 'ada'] as const)('%s may not', async handle => {
    const measure = await broken([])
    const visitor = await browserFor(handle, at.db)
    expect((await visitor.send(setup(measure), NORTH)).status).toBe(403)
    expect((await visitor.open(setup(measure))).status).toBe(403)
  })
})

describe('the figure of a line', () => {
  test('goes from draft to publication beside the headline, which stays as it was', async () => {
    const measure = await broken([NORTH, SOUTH])
    const north = line(measure, 'place-north-gate')

    const draft = await olive.send(north, GREEN)
    expect(draft.goesTo).toBe(north)
    const page = await olive.open(north)
    expect(page.flash).toContain('84.5% for North Gate, 2026/27 Q2 is saved as a draft')
    expect(page.heading).toContain('North Gate')
    expect((await olive.open(measure.at())).field('value').val() ?? '').toBe('')

    await olive.send(line(measure, 'place-north-gate', '/submission'))
    await asha.send(line(measure, 'place-north-gate', '/return'), { comment: 'Check it.' })
    await publish(measure, 'place-north-gate', { ...GREEN, value: '85', edit: '1' })
    expect((await mo.open(north)).main).toContain('Published figure')
    expect((await mo.open(measure.at())).main).not.toContain('Published figure')
    expect((await mo.open(measure.page)).main).toContain('North Gate85.0%')

    const withdrawn = await mo.send(line(measure, 'place-north-gate', '/withdrawal'), {
      reason: 'Counted twice.',
    })
    expect(withdrawn.goesTo).toBe(north)
    expect(await audited(measure)).toEqual(
      expect.arrayContaining([
        `actual.recorded ${measure.reference} ${LATEST} place-north-gate`,
        `actual.published ${measure.reference} ${LATEST} place-north-gate`,
        `actual.withdrawn ${measure.reference} ${LATEST} place-north-gate`,
      ]),
    )
  })

  test('every line leads to the others, saying which are missing', async () => {
    const measure = await broken([NORTH, SOUTH, POLICE])
    await olive.send(line(measure, 'place-north-gate'), GREEN)

    const { page, main } = await olive.open(measure.at())
    expect(main).toContain('By place (1 of 2 missing): North Gate draft · South Bank to enter')
    expect(main).toMatch(/By partner \(1 of 1 missing\): .*Police not there yet/)
    for (const link of page('nav[aria-label="Lines of this measure"] a').toArray()) {
      expect((await olive.open(page(link).attr('href')!)).status).toBe(200)
    }
  })

  test('is for its own organisation to enter', async () => {
    const measure = await broken([NORTH, POLICE])
    const [partner] = (await linesOf(measure)).filter(({ kind }) => kind === 'partner')
    const police = line(measure, `partner-${partner!.key}`)

    expect((await olive.send(police, GREEN)).status).toBe(403)
    expect((await percy.send(line(measure, 'place-north-gate'), GREEN)).status).toBe(403)
    expect((await percy.send(police, RED)).status).toBe(303)
    expect((await percy.open('/kirkdale/returns')).main).toContain(
      `Measure ${measure.reference}: ${partner!.label}`,
    )
  })

  test('of a line that is not there is not found, nor shown to those who are told no small counts', async () => {
    const measure = await broken([NORTH])
    expect((await olive.open(line(measure, 'place-nowhere'))).status).toBe(404)
    expect((await olive.send(line(measure, 'place-nowhere'), GREEN)).status).toBe(404)
    for (const handle of ['singh', null] as const) {
      const visitor = await browserFor(handle, at.db)
      expect((await visitor.open(line(measure, 'place-north-gate'))).status).toBe(404)
      expect((await visitor.open(measure.at())).main).not.toContain('North Gate')
    }
  })
})

describe('returns', () => {
  test('say beside a headline how many of its lines are missing, and lead to the first', async () => {
    const measure = await broken([NORTH, SOUTH])
    await olive.send(line(measure, 'place-north-gate'), GREEN)

    const { page, main } = await olive.open('/kirkdale/returns')
    const item = page(`li:contains("Measure ${measure.reference}")`).filter((_, each) =>
      page(each).text().includes('1 of 2 places to enter'),
    )
    expect(item.find(`a[href="${line(measure, 'place-south-bank')}"]`)).toHaveLength(1)
    expect(main).toContain(`Measure ${measure.reference}: North Gate`)

    await olive.send(measure.at(), GREEN)
    const after = await olive.open('/kirkdale/returns')
    const section = after.page('section:contains("Breakdowns to enter")')
    expect(section.text()).toContain(`Measure ${measure.reference}`)
  })

  test('give approvers and managers each line as it comes', async () => {
    const measure = await broken([NORTH])
    await olive.send(line(measure, 'place-north-gate'), { ...GREEN, step: 'submit' })
    const name = `Measure ${measure.reference}: North Gate`
    expect((await asha.open('/kirkdale/returns')).main).toContain(name)
    await asha.send(line(measure, 'place-north-gate', '/approval'))
    expect((await mo.open('/kirkdale/returns')).main).toContain(name)
  })
})

describe('lines and their headline', () => {
  const homes = {
    target: null,
    values: [],
    rules: { unit: '', decimals: 0, yearToDate: 'sum' as const, per: 1 },
  }

  test('that do not add up say by how much', async () => {
    const measure = await broken([NORTH, SOUTH], homes)
    await publish(measure, 'place-north-gate', { ...GREEN, value: '200' })
    await publish(measure, 'place-south-bank', { ...GREEN, value: '231' })
    await publish(measure, '', { ...GREEN, value: '436' })
    expect((await mo.open(measure.page)).main).toContain(
      'The two places add up to 431; the headline says 436, a difference of 5.',
    )
  })

  test('that add up, or are not all there, say nothing', async () => {
    const measure = await broken([NORTH, SOUTH], homes)
    await publish(measure, '', { ...GREEN, value: '436' })
    await publish(measure, 'place-north-gate', { ...GREEN, value: '200' })
    expect((await mo.open(measure.page)).main).not.toContain('the headline says')
    await publish(measure, 'place-south-bank', { ...GREEN, value: '236' })
    expect((await mo.open(measure.page)).main).not.toContain('the headline says')
  })

  test('with counts are put together from their counts', async () => {
    const rules = {
      numeratorLabel: 'Seen',
      denominatorLabel: 'All',
      yearToDate: 'ratio' as const,
    }
    const measure = await broken([NORTH, SOUTH], { target: null, values: [], rules })
    const counts = (numerator: string, denominator: string) => ({
      ...GREEN,
      numerator,
      denominator,
    })
    await publish(measure, 'place-north-gate', counts('30', '40'))
    await publish(measure, 'place-south-bank', counts('10', '60'))
    await publish(measure, '', counts('42', '100'))
    expect((await mo.open(measure.page)).main).toContain(
      'Together the two places come to 40.0%; the headline says 42.0%, a difference of 2.0 points.',
    )
  })

  test('keep a small place small: no sum from which it could be worked out', async () => {
    const people = { ...homes, rules: { ...homes.rules, countsPeople: true } }
    const measure = await broken([NORTH, SOUTH], people)
    await publish(measure, '', { ...GREEN, value: '436' })
    await publish(measure, 'place-north-gate', { ...GREEN, value: '400' })
    await publish(measure, 'place-south-bank', { ...GREEN, value: '3' })
    const nobody = await browserFor(null, at.db)
    const { main } = await nobody.open(measure.page)
    expect(main).toContain('fewer than 5 cases')
    expect(main).toMatch(/not shown/)
    expect(main).not.toContain('the headline says')
  })
})
