import { type Browser, browserFor, type Fields } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

const LIST = '/kirkdale/agreements'
const AGREEMENT = `${LIST}/local-area-agreement`

let mo: Browser
let singh: Browser

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
  singh = await browserFor('singh', at.db)
})

test('the public is asked to sign in first', async () => {
  const nobody = await browserFor(null, at.db)
  expect((await nobody.open(LIST)).goesTo).toMatch(/^\/sign-in/)
})

describe('a councillor', () => {
  test('finds the agreements with their term', async () => {
    const read = await singh.open(LIST)
    expect(read.main).toContain('Kirkdale Local Area Agreement')
    expect(read.main).toMatch(/1 April 2025 to 31 March 2028 · \d+ outcomes, \d+ measures/)
    expect(read.main).not.toContain('Add an agreement')
  })

  test('reads blocks, their outcomes, and the measures under each with how they stand', async () => {
    const { page, main } = await singh.open(AGREEMENT)
    const block = page('h2').filter((_, heading) => page(heading).text().includes('Economic'))
    const outcome = page('h3').filter((_, heading) => page(heading).text().includes('EDE3'))
    expect(block.text()).toContain('EDE')
    const table = outcome.nextAll('table').first()
    const row = table.find('tr').filter((_, each) => page(each).text().includes('env-03'))
    expect(row.text().replace(/\s+/g, ' ')).toContain('Amber 48.2% target 50.0%')
    expect(outcome.next('.tree__facts').text()).toMatch(/\d+ red/)
    expect(main).toContain('Clause 5.1')
    expect(main).not.toContain('Change this agreement')
  })

  test('is told when there is none of that name', async () => {
    expect((await singh.open(`${LIST}/nothing`)).status).toBe(404)
  })
})

describe('the partnership manager', () => {
  test('adds an agreement, its outcomes one under the other, and a measure', async () => {
    const sent = await mo.send(LIST, {
      title: 'Clean Air Plan',
      startsOn: '2027-04-01',
      endsOn: '2030-03-31',
    })
    expect(sent.goesTo).toBe(`${LIST}/clean-air-plan`)
    const empty = await mo.open(sent.goesTo!)
    expect(empty.main).toContain('No outcomes yet')
    expect(empty.main).toContain('1 April 2027 to 31 March 2030, not begun yet')

    const outcomes = `${sent.goesTo}/outcomes`
    await mo.send(outcomes, { reference: 'AIR', title: 'Air is fit to breathe', parent: '' })
    await mo.send(outcomes, { reference: 'AIR1', title: 'Fewer bad days', parent: 'AIR' })
    await mo.send(`${sent.goesTo}/measures`, { measure: 'env-08', outcome: 'AIR1' })

    const read = await singh.open(sent.goesTo!)
    expect(read.page('h3').text()).toContain('Fewer bad days')
    expect(read.page('table').text()).toContain('env-08')
    expect((await singh.open(AGREEMENT)).main).not.toContain('env-08 ·')
    const history = await singh.open('/kirkdale/indicators/env-08/history')
    expect(history.main).toContain('Put under AIR1 Fewer bad days')

    const audits = await at.inArea('kirkdale', trx =>
      trx('auditEvents').whereIn('action', [
        'agreement.added',
        'outcome.added',
        'indicator.revised',
      ]),
    )
    expect(audits.map(({ subject }) => subject).sort()).toEqual([
      'AIR',
      'AIR1',
      'clean-air-plan',
      'env-08',
    ])
  })

  test.each([
    ['', { title: '' }, '#title', 'Enter the title of the agreement'],
    [
      '',
      { title: 'Local area agreement' },
      '#title',
      'There is an agreement with this title already',
    ],
    ['', { endsOn: '2026-01-01' }, '#endsOn', 'The last day must be after the first'],
    ['', { title: '😀' }, '#title', 'Title must have letters from A to Z or numbers in it'],
    ['', { startsOn: '0000-01-01' }, '#startsOn', 'First day must be a real day, like 2026-04-01'],
    ['', { endsOn: '9999-01-01' }, '#endsOn', 'Last day must be a real day, like 2029-03-31'],
    ['', { startsOn: '2026-02-31' }, '#startsOn', 'First day must be a real day, like 2026-04-01'],
    ['/outcomes', { reference: '' }, '#reference', 'Enter a reference, like HCO2'],
    [
      '/outcomes',
      { reference: 'HCO3' },
      '#reference',
      'There is an outcome with this reference already',
    ],
    ['/outcomes', { title: '' }, '#title', 'Enter the outcome'],
    ['/outcomes', { parent: 'XYZ' }, '#parent', 'Select an outcome from the list'],
    ['/measures', { measure: '' }, '#measure', 'Select a measure'],
    ['/measures', { outcome: 'XYZ' }, '#outcome', 'Select an outcome'],
  ] as [string, Fields, string, string][])(
    '%s refuses %j',
    async (under, wrong, field, sentence) => {
      const right: Record<string, Fields> = {
        '': { title: 'Another plan', startsOn: '2026-04-01', endsOn: '2029-03-31' },
        '/outcomes': { reference: 'NEW1', title: 'Something better', parent: '' },
        '/measures': { measure: 'env-02', outcome: 'EDE3' },
      }
      const address = under === '' ? LIST : `${AGREEMENT}${under}`
      const sent = await mo.send(address, { ...right[under], ...wrong })
      expect(sent.status).toBe(422)
      expect(sent.errors).toEqual([[field, sentence]])
      expect(sent.page('details[open]')).toHaveLength(1)
    },
  )
})

test.each(['olive', 'asha', 'singh', 'dee', 'ada', 'sam'] as const)(
  '%s changes no agreement',
  async handle => {
    const browser = await browserFor(handle, at.db)
    for (const address of [LIST, `${AGREEMENT}/outcomes`, `${AGREEMENT}/measures`]) {
      expect((await browser.send(address, { title: 'Mine' })).status).toBe(403)
    }
  },
)

test('an area without agreements says so', async () => {
  await at.inArea('sallow', async trx => {
    await trx('indicators').update({ outcomeId: null })
    await trx('priorities').update({ outcomeId: null })
    await trx('outcomes').delete()
    await trx('agreementClauses').delete()
    await trx('agreements').delete()
  })
  const sam = await browserFor('sam', at.db)
  expect((await sam.open('/sallow/agreements')).main).toContain('No agreements yet')
})
