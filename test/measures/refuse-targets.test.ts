import { type Browser, browserFor, type Fields } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { measuresFor, RUNNING, set, targetsHeld } from './some-targets'

const at = demonstrationDatabase()
const aMeasure = measuresFor(at)

let mo: Browser

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
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
    const sent = await set(mo, measure, 'year=2026-27', { value: '81', ...changes })
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([[`#${field}`, sentence]])
    expect((await targetsHeld(at, measure)).annual).toEqual([])
  })

  test.each([
    [{ low: '6', high: '4' }, '#high', 'The highest figure wanted must not be below the lowest'],
    [{ low: '6' }, '#high', 'Enter the highest figure that is wanted'],
    [{ high: '6' }, '#low', 'Enter the lowest figure that is wanted'],
  ])('a range of %j', async (changes, field, sentence) => {
    const measure = await aMeasure({ target: null, rules: { polarity: 'range-is-better' } })
    const sent = await set(mo, measure, 'year=2026-27', changes)
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
    const sent = await set(mo, measure, 'year=2026-27', form)
    expect(sent.errors).toEqual([[field, sentence]])
  })

  test('a period that does not exist, or a target where nothing is judged', async () => {
    const measure = await aMeasure()
    const page = `${measure.page}/targets`
    expect((await mo.send(page, { period: '2026-27-q9', value: '1' })).status).toBe(404)
    expect((await mo.send(page, { value: '1', reason: 'None' })).status).toBe(422)

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
      expect(read.status).toBe(handle === 'sam' ? 403 : 200)
      expect(read.page('form.form')).toHaveLength(0)
    },
  )
})
