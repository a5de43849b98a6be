import { parseCsvObjects } from 'hucre/csv'
import { completeTypeOne } from './ae'
import { AE, HART, realAreas } from './areas'
import { isWorsening, RED_UNDER, rounded, trustQuarters } from './arithmetic'
import { councillorOf } from './councillor'
import { hartKpis, polarityOf } from './hart'
import { describeReal } from './source'

const open = realAreas()

/** Every trust of the source with how far it was short of 95.0% in the last quarter. */
function trusts() {
  const codes = [...new Set(completeTypeOne().map(({ org_code: code }) => code!))]
  return codes.map(code => {
    const quarters = trustQuarters(code)
    const [before, { shown }] = [quarters.at(-2)!, quarters.at(-1)!]
    return {
      reference: `ae-4hr-${code.toLowerCase()}`,
      short: rounded(95 - shown),
      isRed: shown < RED_UNDER,
      amberTwice: [before.shown, shown].every(each => each >= RED_UNDER && each < 95),
      worse: isWorsening(quarters.map(({ value }) => value)),
    }
  })
}

describeReal('The worklist of 133 hospital trusts', () => {
  async function listed(query: string) {
    const reader = await councillorOf(open.db, AE)
    const { page, main, status } = await reader.open(`/${AE.slug}/scrutiny?all=yes${query}`)
    expect(status).toBe(200)
    const cards = page('.card').toArray()
    return {
      main,
      references: cards.map(card => page(card).find('.sub').first().text().split(' · ')[0]!),
      why: cards.map(card => page(card).find('.card__why').text()),
      prepare: cards.map(card => page(card).find('a.btn').attr('href')),
    }
  }

  test('holds the red ones and those amber twice, by how far they are short', async () => {
    const { main, references, why, prepare } = await listed('')
    const held = trusts().filter(({ isRed, amberTwice }) => isRed || amberTwice)
    const rank = (reference: string) => held.find(one => one.reference === reference)!
    expect(references.toSorted()).toEqual(held.map(({ reference }) => reference).toSorted())
    for (const [at, reference] of references.entries()) {
      const [now, next] = [rank(reference), rank(references[at + 1] ?? reference)]
      expect(now.isRed || !next.isRed).toBe(true)
      if (now.isRed === next.isRed) expect(now.short).toBeGreaterThanOrEqual(next.short)
      expect(why[at]).toContain(`by ${now.short.toFixed(1)} point`)
      expect(prepare[at]).toBe(`/${AE.slug}/scrutiny/enquiries/${reference}/2018-19-q4`)
    }
    expect(main).toContain(`${held.length} measures give cause for concern`)
  })

  test('finds those that are really getting worse, as a recount by the rules does', async () => {
    const { references } = await listed('&reason=adverse-signal')
    const worse = trusts().filter(one => one.worse)
    expect(references.toSorted()).toEqual(worse.map(({ reference }) => reference).toSorted())
  })

  test('is the same list as a download', async () => {
    const { references } = await listed('')
    const reader = await councillorOf(open.db, AE)
    const { text } = await reader.open(`/${AE.slug}/scrutiny.csv`)
    const rows = parseCsvObjects(text.replace('\uFEFF', ''), { header: true }).data
    expect(rows.map(row => (row as Record<string, string>).reference)).toEqual(references)
  })
})

describeReal('The worklist of Hart', () => {
  /** Short of the target as so many tolerances of 10%, by the published table alone. */
  function shares() {
    return hartKpis().flatMap(kpi => {
      const reference = kpi.kpi_ref!
      const [target, value] = [kpi.target_q2_2014_15, kpi.q2_2014_15_as_reported_nov2014].map(
        Number,
      )
      const isSaid = /above|close|below/.test(kpi.status_q2!)
      const isNothing = value === 0 && ['ETS01', 'IT06', 'PS05'].includes(reference)
      if (!isSaid || isNothing || polarityOf(reference) === 'context-only') return []
      const isLower = polarityOf(reference) === 'lower-is-better'
      const short = isLower ? value! - target! : target! - value!
      const wasShort = /close|below/.test(kpi.status_q1!)
      const tolerances = short / (Math.abs(target!) * 0.1)
      return [{ reference: reference.toLowerCase(), short, tolerances, wasShort }]
    })
  }

  test('is in the order of the published gaps, and says nothing of steady misses', async () => {
    const reader = await councillorOf(open.db, HART)
    const { page, main } = await reader.open(`/${HART.slug}/scrutiny?all=yes`)
    const expected = shares()
      .filter(({ short, tolerances, wasShort }) => short > 0 && (tolerances > 1 || wasShort))
      .sort((a, b) => b.tolerances - a.tolerances)
      .map(({ reference }) => reference)
    const subs = page('.card .card__facts .sub').toArray()
    expect(subs.map(sub => page(sub).text().split(' · ')[0])).toEqual(expected)
    expect(expected).toHaveLength(9)
    expect(main).toContain('9 measures give cause for concern, the most pressing first. Show')
    expect(main).toContain('Hart District Council')
  })
})
