import fc from 'fast-check'
import { caseNoun, casesNamed, casesShort } from '../../../server/scrutiny/evidence/cases'
import { hiddenCells } from '../../../server/domain/small-numbers'

const cells = (...counts: (number | null)[]) => counts.map(count => ({ count }))

describe('small numbers', () => {
  it('hides counts from 1 to 4, and halves among them', () => {
    expect(hiddenCells(cells(1, 4, 4.5, 5, 0, null))).toEqual([
      'small',
      'small',
      'small',
      null,
      null,
      null,
    ])
  })

  it('hides the next smallest with a single small one', () => {
    expect(hiddenCells(cells(3, 40, 0, 12))).toEqual(['small', null, null, 'paired'])
  })

  it('takes a cell of nothing only when there is no other', () => {
    expect(hiddenCells(cells(3, 0))).toEqual(['small', 'paired'])
  })

  it('leaves no single cell to be found by subtraction', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(counts, some => {
        const hidden = hiddenCells(cells(...some))
        expect(hidden.filter(mark => mark !== null)).not.toHaveLength(1)
        for (const [at, count] of some.entries()) {
          if (count > 0 && count < 5) expect(hidden[at]).toBe('small')
        }
      }),
    )
  })
})

describe('cases short', () => {
  const measured = {
    polarity: 'higher-is-better' as const,
    unit: '%',
    per: 100,
    numeratorLabel: 'People seen',
  }
  const at = (value: number) => ({ value, low: null, high: null })
  const amounts = (numerator: number, denominator: number) => ({
    value: null,
    numerator,
    denominator,
  })

  it('is what it takes to reach the target, in whole cases', () => {
    expect(casesShort(amounts(436, 613), at(80), measured)).toBe(55)
    expect(casesShort(amounts(490, 612.5), at(80), measured)).toBeNull()
    expect(casesShort(amounts(72.5, 100), at(80), measured)).toBe(7.5)
  })

  it('is what is too many where lower is better', () => {
    const lower = { ...measured, polarity: 'lower-is-better' as const }
    expect(casesShort(amounts(345, 6387), at(5.2), lower)).toBe(13)
    expect(casesShort(amounts(300, 6387), at(5.2), lower)).toBeNull()
  })

  it('is not said of small counts, of money, or without counts', () => {
    expect(casesShort(amounts(3, 6), at(80), measured)).toBeNull()
    expect(casesShort(amounts(50, 100), at(80), { ...measured, unit: '£' })).toBeNull()
    expect(
      casesShort({ value: 7, numerator: null, denominator: null }, at(80), measured),
    ).toBeNull()
    expect(casesShort(amounts(50, 100), null, measured)).toBeNull()
  })

  it.each([
    ['People seen within 4 hours', 'people'],
    ['Young people not in work', 'young people'],
    ['Emergency admissions', 'emergency admissions'],
    ['Household waste recycled, tonnes', 'tonnes'],
    ['Answered in time', 'cases'],
    ['', 'cases'],
  ])('calls the cases of “%s” %s', (label, noun) => {
    expect(caseNoun(label)).toBe(noun)
  })

  it.each([
    ['People seen', 1, '1 person'],
    ['Young people seen', 1, '1 young person'],
    ['Households helped', 1, '1 household'],
    ['Families helped', 1, '1 family'],
    ['Businesses visited', 1, '1 business'],
    ['Households helped', 1284, '1,284 households'],
  ])('counts “%s” by %d', (numeratorLabel, count, words) => {
    expect(casesNamed(count, { ...measured, numeratorLabel })).toBe(words)
  })
})
