import { keepStandings } from '../../server/performance/standings/keep'
import { browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure } from './a-measure'

const at = demonstrationDatabase()
const PAGE = '/kirkdale/scorecard'

async function open(path = PAGE, handle: Handle = null) {
  return (await browserFor(handle, at.db)).open(path)
}

type Opened = Awaited<ReturnType<typeof open>>

/** The line of one measure, its cells' words by the head of their column. */
function lineOf({ page }: Opened, reference: string): Record<string, string> {
  const heads = page('.measures thead th').toArray()
  const row = page(`.measures a[href="/kirkdale/indicators/${reference}"]`).closest('tr')
  const cells = row.children().toArray()
  return Object.fromEntries(
    cells.map((cell, at) => [
      page(heads[at]!).text(),
      page(cell).text().replace(/\s+/g, ' ').trim(),
    ]),
  )
}

function titlesOf({ page }: Opened): string[] {
  const links = page('.measures tbody th > a').toArray()
  return links.map(link => page(link).text())
}

function alphabetical(titles: readonly string[]): string[] {
  return [...titles].sort((a, b) => a.localeCompare(b, 'en-GB'))
}

/** The lines of a download, in its order. */
function rowsOf({ text }: Opened) {
  const [, ...lines] = text.trim().split('\r\n')
  return lines
}

describe('each state a measure can be in', () => {
  beforeAll(async () => {
    await addMeasure(at, { reference: 'st-none', values: [] })
    await addMeasure(at, { reference: 'st-untold', target: null })
    await addMeasure(at, { reference: 'st-late', rules: { lagDays: 10 } })
    await addMeasure(at, { reference: 'st-context', rules: { polarity: 'context-only' } })
    await addMeasure(at, {
      reference: 'st-range',
      target: { low: 75, high: 78 },
      rules: { polarity: 'range-is-better' },
    })
    await addMeasure(at, { reference: 'st-early', values: [70, 71], provisional: true })
    await addMeasure(at, {
      reference: 'st-over',
      rules: { polarity: 'lower-is-better' },
      target: 60,
    })
    await addMeasure(at, { reference: 'st-better', target: 65 })
    await addMeasure(at, { reference: 'st-gone', rules: { retiredOn: '2026-01-01' } })
    const absent = await addMeasure(at, { reference: 'st-absent' })
    await at.inArea('kirkdale', async trx => {
      const { areaId, seriesId } = absent
      await trx('actuals')
        .where({ areaId, seriesId, starts: '2026-04-01' })
        .update({ availability: 'not-applicable', value: null })
    })
    await at.inArea('kirkdale', async trx => {
      const area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
      await keepStandings(trx, area, [absent.seriesId])
    })
  })

  test.each([
    ['st-untold', 'No target', '70.0%', ''],
    ['st-late', 'Overdue', '–', '80.0%'],
    ['st-context', 'Context only', '70.0%', '80.0%'],
    ['st-range', 'Red', '70.0%', '75.0% to 78.0%'],
    ['st-early', 'Red', '71.0% provisional', '80.0%'],
    ['st-over', 'Red', '70.0%', '60.0%'],
    ['st-better', 'Green', '70.0%', '65.0%'],
    ['st-absent', 'Not applicable', '–', '80.0%'],
  ])('%s: %s', async (reference, word, actual, target) => {
    const line = lineOf(await open(), reference)
    expect(line).toMatchObject({ Actual: actual, Target: target })
    expect(line.Status).toMatch(new RegExp(`^${word}`))
  })

  test('the gap is said in words, on the side that matters', async () => {
    const page = await open()
    expect(lineOf(page, 'st-early').Status).toBe('Red 9.0 points short')
    expect(lineOf(page, 'st-over').Status).toBe('Red 10.0 points over')
    expect(lineOf(page, 'st-range').Status).toBe('Red 5.0 points outside')
    expect(lineOf(page, 'st-better').Status).toBe('Green 5.0 points better')
  })

  test('status is shape, word and colour; the strip has words too', async () => {
    const { page } = await open()
    const row = page('a[href="/kirkdale/indicators/st-better"]').closest('tr')
    expect(row.find('.st--green use').attr('href')).toBe('#shape-green')
    expect(row.find('.heat').attr('aria-label')).toContain('green')
  })

  test('a measure without any figure is there, and says no more', async () => {
    const line = lineOf(await open(), 'st-none')
    expect(line).toMatchObject({ Actual: '–', Trend: '', Signal: 'Too few quarters to tell' })
  })

  test('a retired measure is not there', async () => {
    expect(lineOf(await open(), 'st-gone')).toEqual({})
  })
})

describe('filters and orders by plain links', () => {
  test('the counts add up to the measures, and each leads to its own', async () => {
    const page = await open()
    const counts = page.page('.counts a').toArray()
    const numbers = counts.map(link => Number(page.page(link).find('b').text()))
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(titlesOf(page).length)
    for (const [at_, link] of counts.entries()) {
      const narrowed = await open(page.page(link).attr('href'))
      expect(titlesOf(narrowed)).toHaveLength(numbers[at_]!)
      expect(narrowed.page('.counts a[aria-current]')).toHaveLength(1)
    }
  })

  test('what the list is narrowed to is said, and can be taken away again', async () => {
    const page = await open(`${PAGE}?status=red&partner=kirkdale-council`)
    expect(page.main).toContain('Showing only: Red')
    const back = page.page('.narrowed a').first().attr('href')!
    expect(back).toBe(`${PAGE}?partner=kirkdale-council`)
  })

  test.each([
    ['outcome', 'outcome'],
    ['partner', 'partner'],
  ])('by %s the measures stand in groups, the worst first in each', async order => {
    const { page } = await open(`${PAGE}?order=${order}`)
    const titles = page('.measures__group th')
      .toArray()
      .map(head => page(head).text())
    expect(titles.length).toBeGreaterThan(3)
    const named = titles.filter(title => title !== 'No outcome')
    expect(titles.slice(0, named.length)).toEqual(alphabetical(named))
  })

  test('by name they stand in the alphabet', async () => {
    const titles = titlesOf(await open(`${PAGE}?order=name`))
    expect(titles).toEqual(alphabetical(titles))
  })

  test('by concern the red come before the green', async () => {
    const { page } = await open()
    const marks = page('.measures__status .st')
      .toArray()
      .map(mark => page(mark).text())
    expect(marks.indexOf('Green')).toBeGreaterThan(marks.lastIndexOf('Red'))
  })

  test.each([
    'status=banana',
    'status=constructor',
    'order=__proto__',
    'status=red&status=amber',
    'status[$ne]=red',
    'nonsense=1',
  ])('a value nobody knows is no filter: %s', async query => {
    const page = await open(`${PAGE}?${query}`)
    expect(page.status).toBe(200)
    expect(titlesOf(page)).toEqual(titlesOf(await open()))
    expect(page.page('.narrowed')).toHaveLength(0)
  })

  test('a partner or outcome nobody knows is an empty list with a way back, and runs nothing', async () => {
    const page = await open(`${PAGE}?partner=%3Cscript%3Ex%3C/script%3E`)
    expect(page.status).toBe(200)
    expect(page.main).toContain('No measures to show')
    expect(page.text).not.toContain('<script>x')
    expect(page.page('.narrowed a').attr('href')).toBe(PAGE)
  })
})

describe('the download', () => {
  test.each(['', '?status=red', '?order=name', '?partner=kirkdale-police&order=outcome'])(
    'is what is on screen, in its order: "%s"',
    async query => {
      const page = await open(`${PAGE}${query}`)
      const link = page.page('a:contains("Download CSV")').attr('href')!
      const download = await open(link)
      expect(download.headers['content-type']).toContain('text/csv')
      const titles = titlesOf(page)
      const rows = rowsOf(download)
      expect(rows).toHaveLength(titles.length)
      for (const [place, title] of titles.entries()) expect(rows[place]).toContain(title)
    },
  )

  test('small counts are for officers only', async () => {
    await addMeasure(at, {
      reference: 'sm-1',
      values: [{ numerator: 3, denominator: 61 }],
      rules: { yearToDate: 'ratio' },
    })
    const row = async (handle: Handle) =>
      rowsOf(await open(`${PAGE}.csv`, handle)).find(line => line.startsWith('sm-1'))!
    expect(await row('mo')).toContain(',3,61,')
    expect(await row(null)).not.toContain('61')
    expect(await row('singh')).not.toContain('61')
  })
})

describe('the scorecard of a partnership', () => {
  test('has its own measures and those of the boards below it', async () => {
    const whole = titlesOf(await open())
    const { page } = await open('/kirkdale/partnerships', 'mo')
    const boards = page('main a[href^="/kirkdale/partnerships/"]').toArray()
    const slugs = new Set(boards.map(link => page(link).attr('href')!.split('/')[3]!))
    let some = 0
    for (const slug of slugs) {
      const board = await open(`/kirkdale/partnerships/${slug}/scorecard`)
      expect(board.status).toBe(200)
      const titles = titlesOf(board)
      expect(whole).toEqual(expect.arrayContaining(titles))
      if (titles.length > 0 && titles.length < whole.length) some += 1
    }
    expect(some).toBeGreaterThan(2)
  })

  test('one that is not there is not found', async () => {
    expect((await open('/kirkdale/partnerships/none/scorecard')).status).toBe(404)
    expect((await open('/kirkdale/partnerships/none/scorecard.csv')).status).toBe(404)
  })
})

test('another area has its own figures', async () => {
  const sallow = titlesOf(await open('/sallow/scorecard'))
  expect(sallow.length).toBeGreaterThan(5)
  expect(sallow.length).toBeLessThan(titlesOf(await open()).length)
  expect((await open('/nowhere/scorecard')).status).toBe(404)
})
