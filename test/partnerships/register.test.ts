import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase, emptyDatabase } from '../support/database'
import { newId } from '../../server/database/id'

const at = demonstrationDatabase()
const bare = emptyDatabase()

let singh: Browser

beforeAll(async () => {
  singh = await browserFor('singh', at.db)
})

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

describe('the register', () => {
  test('shows every body under the one it belongs to, with class, lead, counts and review', async () => {
    const { page } = await singh.open('/kirkdale/partnerships')
    const top = page('.tree').first().children('li')
    expect(tidy(top.children('.tree__name').text())).toBe(
      'Kirkdale Partnership Partnership, led by Kirkdale Council',
    )
    expect(tidy(top.children('.tree__facts').text())).toMatch(/^\d+ red \d+ amber \d+ green/)

    const group = top
      .find('.tree .tree > li')
      .filter((_, each) => page(each).text().includes('Burglary'))
    expect(tidy(group.text())).toContain('No measures Review overdue since 23 December 2025')
  })

  test('counts with a body the measures of the groups under it, as its scorecard does', async () => {
    const { page } = await singh.open('/kirkdale/partnerships')
    const whole = tidy(page('.tree').first().children('li').children('.tree__facts').text())
    const scorecard = await singh.open('/kirkdale/partnerships/kirkdale-partnership/scorecard')
    const reds = tidy(scorecard.page('.counts li').first().text())
    expect(reds.replace('Red ', '')).toBe(whole.split(' ')[0])
  })

  test('says what is missing for oversight, and of partnerships only', async () => {
    const { main, page } = await singh.open('/kirkdale/partnerships')
    expect(main).toContain(
      'Seven of 10 bodies are partnerships that councillors should watch over.',
    )
    const gaps = tidy(page('.gaps').text())
    expect(gaps).toContain('Economy and Environment BoardNo voluntary body has a seat.')
    expect(gaps).toContain('Children and Young People BoardIts review was due by 31 July 2026')
    expect(gaps).toContain(
      'Burglary Reduction GroupIt has no measures, so nobody can tell how it is doing.',
    )
    expect(gaps).not.toContain('Urgent Care Network')
    expect(gaps).not.toContain('Safer and Healthier Board')
  })

  test('is empty in an area that has none', async () => {
    const area = { id: newId(), slug: 'bareton', name: 'Bareton', yearStart: 4 }
    const user = {
      id: newId(),
      email: 'singh@bareton.example',
      name: 'Cllr Singh',
      handle: 'singh',
    }
    await bare.db('areas').insert(area)
    await bare.db('users').insert({ ...user, homeAreaId: area.id })
    await bare.inArea('bareton', trx =>
      trx('appointments').insert({ areaId: area.id, userId: user.id, role: 'councillor' }),
    )
    const visitor = await browserFor('singh', bare.db)
    const read = await visitor.open('/bareton/partnerships')
    expect(read.status).toBe(200)
    expect(read.main).toContain('The register is empty')
    expect((await visitor.open('/bareton/agreements')).main).toContain('No agreements yet')
  })
})

describe('one body', () => {
  test('shows what it is for, how it is run, who is in it, and how it does', async () => {
    const read = await singh.open('/kirkdale/partnerships/safer-and-healthier')
    expect(read.heading).toBe('Safer and Healthier Board')
    expect(read.main).toContain('Less crime, fewer fires, longer lives.')
    expect(read.main).toContain('Chief Superintendent Dawn Pryce')
    expect(read.main).toContain('£2,400,000')
    expect(read.main).toContain('by Mo Rahman')
    expect(read.main).toContain('Results: joint work pays off')
    expect(read.main).toMatch(/Leads Kirkdale Health Trust by law has to co-operate/)
    expect(read.main).toMatch(/Contribute without a seat Kirkdale Homes/)
    expect(read.main).toMatch(
      /Groups under it Burglary Reduction Group Partnership Urgent Care Network Network/,
    )
    const red = read.page('.counts a').first()
    expect(red.attr('href')).toBe('/kirkdale/partnerships/safer-and-healthier/scorecard?status=red')
  })

  test('shows how far its partners differ, the widest first, and the round before', async () => {
    const read = await singh.open('/kirkdale/partnerships/safer-and-healthier')
    const rows = read
      .page('.scroll tbody tr')
      .toArray()
      .map(row => tidy(read.page(row).text()))
    expect(rows[0]).toMatch(/Partners differ widely, from \d to \d \d\.\d, (up|down) from \d\.\d$/)
    expect(rows).toHaveLength(7)
    const spreads = rows
      .map(row => /from (\d) to (\d)/.exec(row))
      .map(found => (found ? Number(found[2]) - Number(found[1]) : 0))
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
    expect(read.main).toContain('the round before was on')
  })

  test('says what it lacks: measures, scores, a review, members', async () => {
    await at.inArea('kirkdale', async trx => {
      const area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
      await trx('partnerships').insert({
        areaId: area.id,
        id: newId(),
        slug: 'empty-table',
        name: 'Empty Table',
        governanceClass: 'partnership',
      })
    })
    const read = await singh.open('/kirkdale/partnerships/empty-table')
    for (const sentence of [
      'No measures yet',
      'It has never been reviewed, and no review is planned.',
      'No voluntary body has a seat.',
      'No members have been recorded yet.',
      'Its partners have not scored it yet.',
      'Nobody yet',
      'Vacant',
    ]) {
      expect(read.main).toContain(sentence)
    }
  })

  test('is not there when it is another area’s, or nobody’s', async () => {
    const sam = await browserFor('sam', at.db)
    expect((await sam.open('/sallow/partnerships/safer-and-healthier')).status).toBe(404)
    expect((await sam.open('/kirkdale/partnerships/safer-and-healthier')).status).toBe(403)
    expect((await singh.open('/kirkdale/partnerships/nothing')).status).toBe(404)
  })
})
