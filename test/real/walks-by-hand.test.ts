import { load } from 'cheerio'
import type { Browser } from '../support/browser'
import { AE, HART, realAreas } from './areas'
import {
  chanceRange,
  countText,
  limitsOf,
  patientsShort,
  percentText,
  rounded,
  runsOf,
  trustQuarters,
} from './arithmetic'
import { councillorOf } from './councillor'
import { describeReal } from './source'

const open = realAreas()

interface Asked {
  finding: string
  facts: Record<string, string>
  text: string
  question: string
}

/** One friend's page as it is read: what is put up for each question, and the question. */
async function pageOf(reader: Browser, path: string): Promise<Record<string, Asked>> {
  const { status, text } = await reader.open(path)
  expect(status).toBe(200)
  const page = load(text)
  const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()
  const asked = page('section.ask').toArray()
  return Object.fromEntries(
    asked.map(section => {
      const one = page(section)
      const facts = one.find('dl.facts > div').toArray()
      return [
        one.find('.plain').text().split(' · ')[0]!,
        {
          finding: tidy(one.find('h2').text()),
          facts: Object.fromEntries(
            facts.map(fact => [
              tidy(page(fact).find('dt').text()),
              tidy(page(fact).find('dd').text()),
            ]),
          ),
          text: tidy(one.find('.evidence').text()),
          question: tidy(one.find('.sharp').text()).replace(/^“|”$/g, ''),
        },
      ]
    }),
  )
}

describeReal('Trusts, recounted from the rows of the source', () => {
  const walk = async (code: string, friend: string) =>
    pageOf(
      await councillorOf(open.db, AE),
      `/${AE.slug}/scrutiny/enquiries/ae-4hr-${code.toLowerCase()}/2018-19-q4/${friend}`,
    )

  // Steady misses, real falls, a real improvement, hit and miss, on target, the largest and the smallest.
  test.each([
    ['RJZ', 'Not a bad quarter: a steady shortfall'],
    ['RAS', 'Not a bad quarter: a steady shortfall'],
    ['RCF', 'A real fall in 2018/19 Q4, not an ordinary bad quarter'],
    ['RJ6', 'A real fall since 2018/19 Q3, not an ordinary bad quarter'],
    ['RQM', 'Getting better, but still 2.7 points from the target'],
    ['RA2', 'Ordinary variation'],
    ['RXP', 'Ordinary variation'],
    ['RA4', 'On target in 2018/19 Q4: nothing is short'],
    ['RC9', 'On target in 2018/19 Q4: nothing is short'],
    ['RFR', 'Not a bad quarter: a steady shortfall'],
    ['RWH', 'Not a bad quarter: a steady shortfall'],
  ])('%s: %s', async (code, finding) => {
    const quarters = trustQuarters(code)
    const last = quarters.at(-1)!
    const { missed, lastEight } = runsOf(quarters)
    const { lower, upper } = limitsOf(quarters.map(({ value }) => value))
    const [least, most] = chanceRange(last)
    const yearBefore = quarters.at(-5)!
    const grown = Math.round(100 * (last.came / yearBefore.came - 1))
    const counts = `${countText(last.within)} of ${countText(last.came)}`
    const actual = `${percentText(last.value)} (${counts})`
    const isShort = last.shown < 95

    const why = await walk(code, 'why')
    expect(why['1']!.finding).toContain(finding)
    expect(why['1']!.facts).toMatchObject({
      Actual: actual,
      Target: '95.0%',
      'Missed its target': `${lastEight} of the last 8 quarters`,
      'Usual range': `${percentText(lower)} to ${percentText(upper)}`,
    })
    const gap = rounded(Math.abs(95 - last.shown)).toFixed(1)
    const short = `${countText(patientsShort(last))} patients`
    if (isShort) {
      expect(why['1']!.facts['In cases']).toBe(`${short} short`)
      expect(why['1']!.facts['Short by']).toMatch(new RegExp(`^${gap} points?$`))
      expect(why['1']!.text).toContain(`${percentText(last.value)} is ${gap} point`)
      expect((await walk(code, 'what'))['3']!.question).toContain(`The shortfall is ${short}.`)
    } else {
      expect(why['1']!.question).toContain(`At ${actual}, 2018/19 Q4 meets the target of 95.0%.`)
      expect(why['1']!.facts['Better by']).toMatch(new RegExp(`^${gap} points?$`))
    }
    if (finding.startsWith('Not a bad')) {
      const best = Math.max(...quarters.slice(-missed).map(({ value }) => value))
      expect(missed).toBe(12)
      expect(why['1']!.question).toContain(
        `Twelve quarters below 95.0%, never above ${percentText(best)}.`,
      )
    }

    expect(why['1a']!.facts).toMatchObject({
      Counts: counts,
      'Provisional or final': 'final',
      '95% range of this figure': `${percentText(least)} to ${percentText(most)}`,
    })
    expect(why['1a']!.question).toContain(
      most < 95 ? 'so chance does not explain it' : 'The 95% range is',
    )
    const demand = grown === 0 ? 'the same' : `${grown > 0 ? 'up' : 'down'} ${Math.abs(grown)}%`
    expect(why['1b']!.facts['Demand since last year']).toBe(demand)

    const when = await walk(code, 'when')
    const best = Math.max(...quarters.map(({ value }) => value))
    expect(when['4']!.question).toBe(
      'No forecast was sent for 2019/20 Q1. Why not, and what do you expect, with a range?',
    )
    expect(when['4']!.facts).toMatchObject({
      'If nothing changes': percentText(last.value),
      'Best ever': percentText(best),
    })
    expect((await walk(code, 'how'))['4a']!.question).toContain('No forecast of this measure')
    const where = await walk(code, 'where')
    expect(where.W2!.facts.Ours).toBe(`${percentText(last.value)} in 2018/19 Q4`)
    expect((await walk(code, 'who'))['6a']!.finding).toContain('No contributor is recorded')
  })

  test('a quarter with a month missing is provisional, and its numbers are compared with none', async () => {
    const reader = await councillorOf(open.db, AE)
    const at = (period: string) =>
      pageOf(reader, `/${AE.slug}/scrutiny/enquiries/ae-4hr-rwh/${period}/why`)
    const then = await at('2017-18-q2')
    expect(then['1a']!.facts['Provisional or final']).toBe('provisional')
    expect(then['1a']!.question).toContain('is provisional')
    expect(then['1b']!.facts).not.toHaveProperty('Demand since last year')
    expect((await at('2018-19-q2'))['1b']!.facts).not.toHaveProperty('Demand since last year')
    expect((await at('2018-19-q3'))['1b']!.facts).toHaveProperty('Demand since last year')
  })
})

describeReal('Hart, read from the published table by eye', () => {
  const walk = async (reference: string, friend: string) =>
    pageOf(
      await councillorOf(open.db, HART),
      `/${HART.slug}/scrutiny/enquiries/${reference}/2014-15-q2/${friend}`,
    )

  test.each([
    ['cs02a', '77.4% against 80.0%: 2.6 points short. It has missed two quarters running. Why?'],
    ['ps01', '57.1% against 70.0%: 12.9 points short. It has missed two quarters running. Why?'],
    ['rb08', '9.05 against 8.00: 1.05 over. It has missed two quarters running. Why?'],
    ['snh02', '−9% against 5%: 14 points short. It has missed two quarters running. Why?'],
    ['ls05', '−28 against 0: 28 short. It has missed two quarters running. Why?'],
    ['hs08', '25% against 50%: 25 points short. It has missed two quarters running. Why?'],
    ['hs16', '28 against 40: 12 short. Why?'],
    ['cs01', 'At 95.5%, 2014/15 Q2 meets the target of 90.0%.'],
    ['hs01', 'At 11, 2014/15 Q2 meets the target of 15. What could still take it above'],
    ['rb09', 'It stood at 9.4 in 2014/15 Q2, and no target is set. What result is wanted'],
    ['snh04', 'It stood at 169 in 2014/15 Q2. What does it tell us'],
    ['ets01', 'The figure for 2014/15 Q2 is not yet available. None has ever been published.'],
    ['it06', 'is not yet available. The last, for 2014/15 Q1, was 99.6%.'],
  ])('%s is asked about as “%s”', async (reference, question) => {
    expect((await walk(reference, 'why'))['1']!.question).toContain(question)
  })

  test('nothing is said of variation after two or three quarters', async () => {
    for (const reference of ['cs02a', 'ls05', 'hr11']) {
      const { '1': first, '1a': second } = await walk(reference, 'why')
      expect(first!.facts).not.toHaveProperty('Usual range')
      expect(second!.text).toMatch(/Too few quarters|not enough data/)
    }
  })

  test('words without a cause are a reason given, and are read as they stand', async () => {
    const { '1': first, '1b': other } = await walk('hs08', 'why')
    expect(first!.facts['Reason given']).toBe('In words only')
    expect(first!.text).toContain('£125k spent out of a £500k budget (25%)')
    expect(other!.question).toContain('A reason was given for 2014/15 Q2 in words')
    expect(other!.text).not.toContain('No reason was given')
  })

  test('a running total is neither carried on nor held against the end of last year', async () => {
    const { '4': next } = await walk('hs08', 'when')
    expect(next!.facts).not.toHaveProperty('If nothing changes')
    expect(next!.facts).not.toHaveProperty('Best ever')
  })

  test('where there is no target, no question speaks of meeting it', async () => {
    expect((await walk('rb09', 'when'))['5b']!.question).toContain('No target is set.')
    expect((await walk('snh04', 'when'))['5b']!.question).not.toContain('be met')
    expect((await walk('snh04', 'when'))['4']!.facts).not.toHaveProperty('Best ever')
    expect((await walk('rb09', 'how'))['5a']!.question).not.toContain('on target')
  })

  test('a target that is met is not asked when it will be', async () => {
    const { '5b': byWhen } = await walk('cs01', 'when')
    expect(byWhen!.question).toContain('The target of 90.0% was met in 2014/15 Q2.')
    expect(byWhen!.question).toContain('By when will it be sure to stay there?')
  })

  test('the revised figure says what it was revised by', async () => {
    const { '1a': trust } = await walk('hr11', 'why')
    expect(trust!.question).toBe(
      'One of the last three figures was revised, by 0.10. Will this one be revised too?',
    )
  })
})
