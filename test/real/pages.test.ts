import { load } from 'cheerio'
import request from 'supertest'
import { importFile } from '../../server/imports/import'
import { testApp } from '../support/app'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { aeByOrganisation, aeDefinitions } from './ae'
import { hartDefinitions, hartReturn } from './hart'
import { describeReal } from './source'

const open = emptyDatabase()

async function wordsOf(path: string, today: string): Promise<string> {
  const app = testApp(open.db, { today: () => today })
  const { text } = await request(app).get(path).expect(200)
  return load(text)('main').text().replace(/\s+/g, ' ')
}

describeReal('The pages of real figures, as anyone may read them', () => {
  beforeAll(async () => {
    const create = { create: true }
    const waits = {
      file: aeByOrganisation(),
      definitions: aeDefinitions(),
      area: 'Four Hours',
      today: TODAY,
    }
    const hart = { definitions: hartDefinitions(), area: 'Hart', today: TODAY }
    await importFile(open.db, { ...waits, ...create })
    await importFile(open.db, { ...hart, file: hartReturn('aug2014'), ...create })
    await importFile(open.db, { ...hart, file: hartReturn('nov2014') })
  })

  test('the scorecard of 133 hospital trusts has the worst first', async () => {
    const words = await wordsOf('/four-hours/scorecard', '2019-04-20')
    expect(words).toContain('119 of 133 measures are red')
    const places = ['ae-4hr-rxn', 'ae-4hr-rj6', 'ae-4hr-ras'].map(code => words.indexOf(code))
    expect(places.every(place => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('one trust’s page gives figure, counts, limits and arithmetic', async () => {
    const words = await wordsOf('/four-hours/indicators/ae-4hr-rjz', '2019-04-20')
    expect(words).toContain('62.0% (30,438 of 49,116) in 2018/19 Q4 against 95.0%')
    expect(words).toContain('from 60.2% to 86.5%')
    expect(words).toContain('62.0% is 33.0 points below the target of 95.0%')
  })

  test('a revised figure shows what it was', async () => {
    const words = await wordsOf('/hart/indicators/hr11', '2014-11-07')
    expect(words).toContain('reported 2.60, revised to 2.70')
  })

  test('a figure not supplied is never a 0', async () => {
    const words = await wordsOf('/hart/indicators/ets01', '2014-11-07')
    expect(words).toContain('2014/15 Q2 Not yet available')
  })
})
