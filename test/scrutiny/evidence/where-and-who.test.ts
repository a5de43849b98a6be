import type { BreakdownRow } from '../../../server/scrutiny/evidence/breakdown-queries'
import { showNoBreakdown } from '../../../server/scrutiny/evidence/where/W0-no-breakdown'
import { showWorstBest } from '../../../server/scrutiny/evidence/where/W1-worst-best'
import { showDoneBetter } from '../../../server/scrutiny/evidence/where/W2-done-better'
import { showMoneyAndPeople } from '../../../server/scrutiny/evidence/where/W3-money-and-people'
import { showPartnersHit } from '../../../server/scrutiny/evidence/who/3b-partners-hit'
import { showWhoAnswers } from '../../../server/scrutiny/evidence/who/6-who-answers'
import { showWhoCouldHelp } from '../../../server/scrutiny/evidence/who/6a-who-could-help'
import { expectSpeakable, invented } from './invented'

const subject = () => invented({ figures: [{ counts: [300, 400] }] })

function place(label: string, numerator: number, denominator = 100): BreakdownRow {
  return {
    kind: 'place',
    label,
    value: (numerator * 100) / denominator,
    numerator,
    denominator,
    availability: 'figure',
    target: null,
    targetLow: null,
    targetHigh: null,
  }
}

describe('W0 · why we do not know where', () => {
  const none = { places: 0, groups: 0, partners: 0, sameLead: [] }

  it('names a measure of the same lead that has figures by place', () => {
    const sameLead = [{ reference: 'hc-01', title: 'Breastfeeding' }]
    const { missing, sharpened } = showNoBreakdown(subject(), { ...none, places: 3, sameLead })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No figures by place, group or partner are held for this. Kirkdale Health Trust gives them for ‘Breastfeeding’. Why don’t we know where?',
    )
  })

  it('keeps one other measure in the singular, and says nothing of none', () => {
    expect(showNoBreakdown(subject(), { ...none, places: 1 }).sharpened).toContain(
      'One other measure in Kirkdale has them by place.',
    )
    expectSpeakable(showNoBreakdown(subject(), none).sharpened)
  })
})

describe('W1 · where it is worst and best', () => {
  it('names the two ends and counts those that miss the target', () => {
    const rows = [place('Ashby', 58), place('Beck', 83), place('Cross', 79), place('Dale', 80)]
    const { finding, sharpened, table, picture } = showWorstBest(subject(), rows)
    expect(finding).toBe('Between 58.0% and 83.0%: worst in Ashby, best in Beck')
    expect(sharpened).toBe(
      'Ashby is at 58.0% and Beck at 83.0%. Two of four places miss the target. Why so wide?',
    )
    expect(table?.rows.map(row => row[0])).toEqual(['Ashby', 'Cross', 'Dale', 'Beck'])
    expect(picture).toContain('<svg')
  })

  it('hides a small number, and the next one with it', () => {
    const rows = [place('Ashby', 3), place('Beck', 83), place('Cross', 60), place('Dale', 70)]
    const { table, notes, sharpened, picture } = showWorstBest(subject(), rows)
    const shown = JSON.stringify([table, sharpened, picture])
    expect(table?.rows).toContainEqual(['Ashby', 'fewer than 5', '–', '–', '–'])
    expect(table?.rows).toContainEqual(['Cross', 'not shown', '–', '–', '–'])
    expect(notes).toEqual([
      'Cross is not shown either, so that the small number cannot be worked out.',
    ])
    expect(shown).not.toMatch(/\D3\.0%|60\.0%|60 of 100|\D3 of 100/)
  })

  it('is turned on there being no two places to compare', () => {
    const { missing, sharpened } = showWorstBest(subject(), [
      { ...place('A', 50), availability: null },
    ])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'Figures by place are kept, but no figure by place has come for 2026/27 Q2. Where is it worst, and where best?',
    )
    expect(showWorstBest(subject(), [place('A', 50)]).finding).toBe(
      'Only one place has a figure that can be shown for 2026/27 Q2',
    )
  })

  it('calls no place worst where the parts are only counts', () => {
    const count = (label: string, value: number) => ({
      ...place(label, 0),
      value,
      numerator: null,
      denominator: null,
    })
    const sum = invented({
      figures: [200],
      indicator: { unit: 'people', decimals: 0, per: 1, yearToDate: 'sum' },
    })
    const { finding } = showWorstBest(sum, [count('Ashby', 130), count('Beck', 70)])
    expect(finding).toBe('Between 70 and 130 people: most in Ashby, fewest in Beck')
  })
})

describe('W2 · where it was done better', () => {
  const peers = [70, 78, 82].map((value, at) => ({
    peer: `Area ${at + 1}`,
    starts: '2026-07-01',
    groupName: 'Like areas',
    value,
    source: 'Shared returns',
  }))

  it('gives the median, the best of the like areas and the best at home', () => {
    const { finding, sharpened } = showDoneBetter(subject(), { peers, parts: [place('Beck', 83)] })
    expect(finding).toBe('2 of 3 like areas do better; their median is 78.0%')
    expect(sharpened).toBe(
      'The median of 3 like areas is 78.0%, ours 75.0%. Area 3 reaches 82.0%. Beck reaches 83.0% here. Whom did you ask how they do it?',
    )
  })

  it('turns with the polarity', () => {
    const low = invented({ figures: [75], indicator: { polarity: 'lower-is-better' } })
    expect(showDoneBetter(low, { peers, parts: [] }).finding).toBe(
      '1 of 3 like areas does better; their median is 78.0%',
    )
  })

  it('is turned on there being nothing to compare with', () => {
    const { missing, sharpened } = showDoneBetter(subject(), { peers: [], parts: [] })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No figures of like areas are held. Where has it been done better, and whom did you ask?',
    )
  })
})

describe('W3 · money and people', () => {
  const paid = (label: string, numerator: number, spend: number | null) => ({
    ...place(label, numerator),
    spend,
    staff: null,
    year: spend === null ? null : 2026,
  })

  it('sets the shortfall of places against what is spent there', () => {
    const rows = [paid('Ashby', 50, 100), paid('Beck', 79, 400), paid('Cross', 85, 500)]
    const { finding, sharpened } = showMoneyAndPeople(subject(), rows)
    expect(finding).toBe('Ashby has 97% of the shortfall and 10% of the money')
    expect(sharpened).toBe(
      '97% of the shortfall is in Ashby, with 10% of the spending. Why is the money not where the problem is?',
    )
  })

  it('is turned on the amounts not being recorded', () => {
    const { missing, sharpened } = showMoneyAndPeople(subject(), [paid('Ashby', 50, null)])
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})

describe('3b · partners it hits', () => {
  const partner = (name: string, lastContactOn: string | null) => ({
    name,
    effect: 'Crews wait.',
    lastContactOn,
    measures: [],
  })

  it('asks whether those know who were not spoken to', () => {
    const partners = [partner('The fire service', null), partner('The police', '2026-11-01')]
    const { finding, sharpened } = showPartnersHit(subject(), partners)
    expect(finding).toBe('One of the linked partners has not been spoken to in three months')
    expect(sharpened).toBe(
      'The fire service and The police depend on this. No contact with The fire service is recorded. Do they know, and what does it mean for them?',
    )
  })

  it('keeps one partner in the singular', () => {
    expect(showPartnersHit(subject(), [partner('The police', '2026-11-01')]).sharpened).toBe(
      'The police depends on this. It was last spoken to on 1 November 2026. What does missing it mean for them?',
    )
  })

  it('is turned on no partner being recorded', () => {
    const { missing, sharpened } = showPartnersHit(subject(), [])
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})

describe('6 · who answers', () => {
  const post = { organisation: 'The trust', since: '2026-05-12' }

  it('names the post that is vacant', () => {
    const held = [
      { ...post, role: 'lead-officer' as const, person: '' },
      { ...post, role: 'portfolio-holder' as const, person: 'Cllr Whitlock' },
    ]
    const { finding, sharpened, missing } = showWhoAnswers(subject(), held)
    expect(missing).toBe(false)
    expect(finding).toBe('The post of lead officer has been vacant since 12 May 2026')
    expect(sharpened).toBe(
      'The post of lead officer has been vacant since 12 May 2026. No lead officer is named. No partner lead or board chair is named. Who, by name, answers for the improvement?',
    )
  })

  it('is turned on nobody being named', () => {
    expect(showWhoAnswers(subject(), []).missing).toBe(true)
    expect(showWhoAnswers(subject(), []).finding).toBe(
      'Nobody is named as answering for this measure',
    )
  })
})

describe('6a · who could help', () => {
  const helper = {
    share: null,
    dutyToCooperate: true,
    actions: 0,
    value: null,
    numerator: null,
    denominator: null,
  }

  it('asks the one with the largest share and no action', () => {
    const helpers = [
      { ...helper, name: 'The trust', share: 60, actions: 2 },
      { ...helper, name: 'The council', share: 40 },
    ]
    expect(showWhoCouldHelp(subject(), helpers).sharpened).toBe(
      'The council has 40% of the result in hand, and no action under way. One partner without an action is bound by law to co-operate. What will they bring, or why not?',
    )
  })

  it('hides the cases of a partner that has few', () => {
    const cases = (name: string, numerator: number) => ({
      ...helper,
      name,
      numerator,
      denominator: 50,
    })
    const { table } = showWhoCouldHelp(subject(), [cases('A', 2), cases('B', 20), cases('C', 30)])
    expect(table?.rows.map(row => row[2])).toEqual(['fewer than 5', 'not shown', '30 of 50'])
  })

  it('is turned on no contributor being recorded', () => {
    const { missing, sharpened } = showWhoCouldHelp(subject(), [])
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})
