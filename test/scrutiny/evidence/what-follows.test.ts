import type { Neighbour } from '../../../server/scrutiny/evidence/neighbour-queries'
import { showKnockOn } from '../../../server/scrutiny/evidence/what/3c-knock-on'
import { showPriorities } from '../../../server/scrutiny/evidence/what/3a-priorities'
import { showWhatFollows } from '../../../server/scrutiny/evidence/what/3-what-follows'
import { showWhoLoses } from '../../../server/scrutiny/evidence/what/3d-who-loses'
import { expectSpeakable, invented } from './invented'

const short = () => invented({ figures: [70, 72, { counts: [436, 613] }] })

function neighbour(title: string, more: Partial<Neighbour> = {}): Neighbour {
  return {
    reference: 'x-1',
    title,
    status: 'green',
    direction: null,
    starts: '2026-07-01',
    ...more,
  }
}

const NO_STAKES = {
  agreement: null,
  agreementEndsOn: null,
  budget: null,
  spend: null,
  budgetYear: null,
  conditions: '',
}

describe('3 · what follows', () => {
  it('counts the cases, and the reward that hangs on the stretch', () => {
    const annual = [
      {
        year: 2026,
        value: 80,
        low: null,
        high: null,
        baseline: 66,
        stretch: 80,
        rewardGrant: 120_000,
      },
    ]
    const subject = invented({ figures: [{ counts: [710, 1000] }], indicator: { annual } })
    const { finding, sharpened, facts } = showWhatFollows(subject, NO_STAKES)
    expect(finding).toBe('£120,000 of reward grant is out of reach at the present figure')
    expect(sharpened).toBe(
      'The shortfall is 90 people. £120,000 of reward needs 60% of the stretch; 36% is reached. What follows if the target is missed, in people, money or law?',
    )
    expect(facts.map(({ label }) => label)).toContain('Needed from here')
  })

  it('says how much of the reward would be lost where part of it is earned', () => {
    const annual = [
      {
        year: 2026,
        value: 80,
        low: null,
        high: null,
        baseline: 60,
        stretch: 80,
        rewardGrant: 1000,
      },
    ]
    const subject = invented({ figures: [{ counts: [750, 1000] }], indicator: { annual } })
    const { finding, facts } = showWhatFollows(subject, NO_STAKES)
    expect(finding).toBe('£250 of reward grant would be lost at the present figure')
    expect(facts).toContainEqual({
      label: 'Reward grant',
      value: '£1,000, of which £750 at the present figure',
    })
  })

  it('is turned on nothing being recorded', () => {
    const { missing, sharpened } = showWhatFollows(invented({ figures: [70] }), NO_STAKES)
    expect(missing).toBe(true)
    expect(sharpened).toContain('What hangs on this target is not recorded.')
    expectSpeakable(sharpened)
  })
})

describe('3a · priorities', () => {
  const priority = { reference: 'P2', title: 'Quick care', organisation: 'The council' }

  it('takes the priority with most red measures', () => {
    const measures = [
      neighbour('A', { status: 'red' }),
      neighbour('B', { status: 'red' }),
      neighbour('C', { status: 'amber' }),
      neighbour('D'),
    ]
    const held = [
      { ...priority, title: 'Other', measures: [] },
      { ...priority, measures },
    ]
    expect(showPriorities(short(), held).sharpened).toBe(
      '‘Quick care’ has four other measures: two red, one amber. Is that priority now at risk?',
    )
  })

  it('keeps one measure in the singular, and says when there is none', () => {
    const one = showPriorities(short(), [{ ...priority, measures: [neighbour('A')] }])
    expect(one.sharpened).toContain('has one other measure: none red or amber.')
    const alone = showPriorities(short(), [{ ...priority, measures: [] }])
    expect(alone.sharpened).toContain('‘Quick care’ has no measure but this one.')
  })

  it('is turned on there being no priority', () => {
    const { missing, sharpened } = showPriorities(short(), [])
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})

describe('3c · knock-on', () => {
  const link = { sign: 1 as const, strength: 'strong' as const, lagPeriods: 1, evidence: '' }

  it('names what is downstream, the one in trouble first, with its lag', () => {
    const links = [
      { ...neighbour('Bookings'), ...link },
      { ...neighbour('Waits', { status: 'amber' }), ...link, lagPeriods: 2 },
    ]
    const { finding, sharpened } = showKnockOn(short(), links)
    expect(finding).toBe('Two measures depend on this one: one amber')
    expect(sharpened).toBe(
      '‘Waits’ depends on this and is amber now. So does one more measure. What do you expect the effect to be, two quarters on?',
    )
  })

  it('is turned on no link being recorded', () => {
    expect(showKnockOn(short(), []).sharpened).toBe(
      'No link from this measure to any other is recorded. Does it really pull down nothing else?',
    )
  })
})

describe('3d · who loses out', () => {
  it('names the assessments that were never made', () => {
    const { finding, sharpened } = showWhoLoses(short(), {
      assessments: [
        { kind: 'efficiency', assessedOn: '2026-03-01', finding: 'None', assessor: 'Finance' },
      ],
      groups: ['Women', 'Men'],
      unitCosts: [
        { year: 2024, unitCost: 100 },
        { year: 2026, unitCost: 112 },
      ],
    })
    expect(finding).toBe('Equalities and sustainability have not been assessed')
    expect(sharpened).toContain('No equalities or sustainability assessment is held.')
    expect(sharpened).toContain('The cost of each case is up 12% since 2024/25.')
  })

  it('is turned on all three being missing', () => {
    const { missing, sharpened } = showWhoLoses(short(), {
      assessments: [],
      groups: [],
      unitCosts: [],
    })
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})
