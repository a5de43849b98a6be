import { previousPeriod } from '../../../server/domain/period'
import { subjectFrom } from '../../../server/scrutiny/evidence/subject'
import { showShortOfTarget } from '../../../server/scrutiny/evidence/why/1-short-of-target'
import { expectSpeakable, type InventedFigure, invented, TODAY } from './invented'

const STEADY = [72, 70, 71, 73, 70, 72, 74, 71, 70, 72, 71, 73]
const latest: InventedFigure = { counts: [436, 613], reason: 'staffing' }

function factIn(facts: readonly { label: string; value: string }[], label: string) {
  return facts.find(fact => fact.label === label)?.value
}

describe('1 · why results are short', () => {
  it('asks how the service is built where the miss is steady', () => {
    const figures = [
      ...STEADY.slice(0, 10),
      { value: 71, reason: 'staffing' },
      { value: 73, reason: 'staffing' },
      latest,
    ]
    const { finding, sharpened, facts, picture } = showShortOfTarget(invented({ figures }), [])

    expect(finding).toBe('Not a bad quarter: a steady shortfall')
    expect(sharpened).toBe(
      '13 quarters below 80.0%, never above 74.0%. Staffing was the reason in Q4 and Q1 too. What is it about how the service is built that gives 71.1%?',
    )
    expect(factIn(facts, 'Actual')).toBe('71.1% (436 of 613)')
    expect(factIn(facts, 'In cases')).toBe('55 people short')
    expect(factIn(facts, 'Missed its target')).toBe('8 of the last 8 quarters')
    expect(picture).toContain('<svg')
    expectSpeakable(sharpened)
  })

  it('asks what changed where the line has fallen by more than ordinary variation', () => {
    const { finding, sharpened } = showShortOfTarget(
      invented({ figures: [...STEADY, 60], target: 70 }),
      [],
    )
    expect(finding).toBe('A real fall in 2026/27 Q2, not an ordinary bad quarter')
    expect(sharpened).toBe('60.0% against 70.0%: 10.0 points short. What changed in Q2?')
  })

  it('says when a real rise is the trouble, where lower is better', () => {
    const { finding, sharpened } = showShortOfTarget(
      invented({
        figures: [8, 8.2, 7.9, 8.1, 8, 7.8, 8.2, 8, 8.1, 7.9, 8, 9.9],
        target: 9,
        indicator: { polarity: 'lower-is-better' },
      }),
      [],
    )
    expect(finding).toBe('A real rise in 2026/27 Q2, not an ordinary bad quarter')
    expect(sharpened).toBe('9.9% against 9.0%: 0.9 points over. What changed in Q2?')
  })

  it('calls ordinary variation by its name', () => {
    const { finding, sharpened } = showShortOfTarget(
      invented({ figures: [...STEADY, 71], target: 72 }),
      [],
    )
    expect(finding).toMatch(/^Ordinary variation: it usually runs from [\d.]+% to [\d.]+%/)
    expect(sharpened).toMatch(/What would make it reliable\?$/)
  })

  it('says no more than it knows of a short history', () => {
    const one = showShortOfTarget(invented({ figures: [latest] }), [])
    expect(one.finding).toBe('Short of the target by 8.9 points')
    expect(one.sharpened).toBe(
      '71.1% (436 of 613) against 80.0%: 55 people short. The reason given is staffing. Why?',
    )

    const third = showShortOfTarget(invented({ figures: [70, 72, latest] }), [])
    expect(third.finding).toBe('Short of the target by 8.9 points, third quarter running')
    expect(third.sharpened).toContain('It has missed three quarters running.')
  })

  it('says one person, and two people', () => {
    const one = invented({ figures: [{ counts: [79, 100] }] })
    const two = invented({ figures: [{ counts: [78, 100] }] })
    expect(showShortOfTarget(one, []).sharpened).toContain('1 person short')
    expect(showShortOfTarget(two, []).sharpened).toContain('2 people short')
  })

  it('is turned on the figure that has not come', () => {
    const { finding, sharpened, missing } = showShortOfTarget(
      invented({ figures: [70, 72], absent: true }),
      [],
    )
    expect(missing).toBe(true)
    expect(finding).toBe('No figure for 2026/27 Q2: 24 days late')
    expect(sharpened).toBe(
      'The figure for 2026/27 Q2 was due on 30 October 2026 and has not come. The last, for 2026/27 Q1, was 72.0%. Why is it late, and when will we have it?',
    )
  })

  it('is turned on the figure that never came', () => {
    const { sharpened } = showShortOfTarget(invented({ figures: [] }), [])
    expect(sharpened).toContain('None has ever been published.')
    expectSpeakable(sharpened)
  })

  it('is turned on the target that was never set', () => {
    const { finding, sharpened, missing } = showShortOfTarget(
      invented({ figures: [70], target: null }),
      [],
    )
    expect(missing).toBe(true)
    expect(finding).toBe('No target is set, so 70.0% is neither good nor bad')
    expect(sharpened).toMatch(/What result is wanted, by when, and who decides\?$/)
  })

  it('looks ahead where the target is met', () => {
    const { finding, sharpened } = showShortOfTarget(invented({ figures: [84] }), [])
    expect(finding).toBe('On target in 2026/27 Q2: nothing is short')
    expect(sharpened).toBe(
      'At 84.0%, 2026/27 Q2 meets the target of 80.0%. What could still take it below, and who is watching for it?',
    )
  })

  it('leaves out what was published after the period', () => {
    const { indicator, figures, area, period } = invented({ figures: [70, 72, 85] })
    const earlier = subjectFrom(indicator, figures, {
      area,
      period: previousPeriod(period),
      today: TODAY,
    })
    const { sharpened } = showShortOfTarget(earlier, [])
    expect(sharpened).toContain('72.0% against 80.0%')
    expect(earlier.figures).toHaveLength(2)
  })

  it('shows no small count, nor one that could be worked out from the rate', () => {
    const { sharpened, facts } = showShortOfTarget(
      invented({ figures: [{ counts: [3, 150] }] }),
      [],
    )
    expect(sharpened).toContain('2.0% against 80.0%: 78.0 points short.')
    expect(factIn(facts, 'Actual')).toBe('2.0%')
    expect(factIn(facts, 'In cases')).toBeUndefined()
  })

  it('gives the shortfall by place, the worst first', () => {
    const rows = (['Ashby', 60, 'Beck', 90] as const).flatMap((_, at, all) =>
      at % 2 === 0 ? [placeRow(String(all[at]), Number(all[at + 1]))] : [],
    )
    const { table, notes } = showShortOfTarget(invented({ figures: [latest] }), rows)
    expect(table?.rows).toEqual([['Ashby', '60.0%', '60 of 100', '20.0 points', 'Red']])
    expect(notes).toContain('1 of 2 places misses the target in 2026/27 Q2.')
  })
})

function placeRow(label: string, count: number) {
  return {
    kind: 'place' as const,
    label,
    value: count,
    numerator: count,
    denominator: 100,
    availability: 'figure',
    target: null,
    targetLow: null,
    targetHigh: null,
  }
}
