import { inScope } from '../../server/database/scope'
import { newId } from '../../server/database/id'
import { keepStandings } from '../../server/performance/standings/keep'
import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

/** What a person asks of the database by opening a page, transactions' own words left out. */
async function questions(browser: Browser, path: string): Promise<string[]> {
  const asked: string[] = []
  const hear = ({ sql }: { sql: string }) => void asked.push(sql)
  at.db.on('query', hear)
  try {
    const { status } = await browser.open(path)
    expect(status).toBe(200)
  } finally {
    at.db.off('query', hear)
  }
  return asked.filter(sql => !/^(begin|commit|savepoint|release)\b/i.test(sql))
}

async function changeSomething(measures: number) {
  const area = await at.db('areas').where({ slug: 'kirkdale' }).first()
  await inScope(at.db, { areaId: area!.id, sight: 'all' }, async trx => {
    const [first] = await trx('indicators').where({ areaId: area!.id, retiredOn: null }).limit(1)
    const [line] = await trx('series').where({ indicatorId: first!.id, kind: 'headline' }).limit(1)
    const ids: string[] = []
    for (let n = 0; n < measures; n++) {
      const id = newId()
      await trx('indicators').insert({ ...first!, id, reference: `copy-${id}`, title: `Copy ${n}` })
      await trx('series')
        .insert({ ...line!, id: newId(), indicatorId: id })
        .returning('id')
      const [copy] = await trx('series').where({ indicatorId: id })
      ids.push(copy!.id)
    }
    await keepStandings(trx, area!, ids.length > 0 ? ids : [line!.id])
  })
}

describe('the scorecard asks four questions at most', () => {
  test.each(['singh', 'mo', 'olive', null] as const)('of %s', async handle => {
    const browser = await browserFor(handle, at.db)
    await changeSomething(0)
    expect((await questions(browser, '/kirkdale/scorecard')).length).toBeLessThanOrEqual(4)
    expect((await questions(browser, '/kirkdale/scorecard')).length).toBeLessThanOrEqual(3)
  })

  test('sorted and narrowed in every way', async () => {
    const browser = await browserFor('singh', at.db)
    for (const query of ['?order=outcome', '?order=partner&status=red', '?order=name']) {
      const asked = await questions(browser, `/kirkdale/scorecard${query}`)
      expect(asked.length).toBeLessThanOrEqual(4)
    }
  })

  test('of a hundred and more measures as of sixty', async () => {
    const browser = await browserFor('singh', at.db)
    await changeSomething(0)
    const before = await questions(browser, '/kirkdale/scorecard')
    await changeSomething(60)
    const after = await questions(browser, '/kirkdale/scorecard')
    const { page } = await browser.open('/kirkdale/scorecard')
    expect(page('.measures tbody th[scope="row"]').length).toBeGreaterThan(100)
    expect(after.length).toBeLessThanOrEqual(before.length)
  })
})

/** Finding who is there, and what they may see, comes before any page. */
const isOfVisit = (sql: string) => /\bsessions\b|^select (current_setting|set_config)\(/.test(sql)

test.each(['what', 'why', 'when', 'how', 'where', 'who'])(
  'the page of %s asks three questions, and one a panel',
  async friend => {
    const browser = await browserFor('singh', at.db)
    const path = `/kirkdale/scrutiny/enquiries/hc-07/2026-27-q2/${friend}`
    const { page } = await browser.open(path)
    const panels = page('.ask').length
    expect(panels).toBeGreaterThan(0)

    const asked = (await questions(browser, path)).filter(sql => !isOfVisit(sql))
    expect(asked.length).toBeLessThanOrEqual(3 + panels)
  },
)
