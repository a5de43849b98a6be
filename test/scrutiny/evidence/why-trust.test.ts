import { showTrust } from '../../../server/scrutiny/evidence/why/1a-trust'
import { showOtherCauses } from '../../../server/scrutiny/evidence/why/1b-other-causes'
import type { Provenance, Surroundings } from '../../../server/scrutiny/evidence/why/queries'
import { expectSpeakable, type InventedFigure, invented } from './invented'

const latest: InventedFigure = { counts: [436, 613], reason: 'staffing' }

function factIn(facts: readonly { label: string; value: string }[], label: string) {
  return facts.find(fact => fact.label === label)?.value
}

const FINAL: Provenance = {
  approvedBy: 'Asha Mensah',
  approvedOn: '2026-10-14',
  publishedOn: '2026-10-20',
  partners: [],
  versions: [],
  targetChanges: [],
}

describe('1a · whether the figure can be trusted', () => {
  it('asks about the returns that are missing before anything else', () => {
    const partners = ['A', 'B', 'C', 'D', 'E'].map((label, at) => ({ label, reported: at < 3 }))
    const { finding, sharpened, facts } = showTrust(invented({ figures: [latest] }), {
      ...FINAL,
      partners,
    })
    expect(finding).toBe(
      'Chance does not explain the miss, but two of five partner returns are missing',
    )
    expect(sharpened).toBe(
      'Two of five partners have not reported. The 95% range is 67.4% to 74.6%, so chance does not explain it. When will they report, and could that change the result?',
    )
    expect(factIn(facts, 'Partner returns')).toBe('3 of 5')
    expect(factIn(facts, 'Signed off')).toBe('Asha Mensah, 14 October 2026')
    expect(factIn(facts, 'How near another status')).toBe('4.9 points better would be amber')
  })

  it('keeps one missing return in the singular', () => {
    const partners = [
      { label: 'A', reported: true },
      { label: 'B', reported: false },
    ]
    const { sharpened } = showTrust(invented({ figures: [70] }), { ...FINAL, partners })
    expect(sharpened).toBe(
      'One of two partners has not reported. When will it report, and could that change the result?',
    )
  })

  it('says when chance could explain the miss', () => {
    const { finding, sharpened } = showTrust(invented({ figures: [{ counts: [78, 100] }] }), FINAL)
    expect(finding).toBe('The difference from the target could be chance')
    expect(sharpened).toMatch(/so it could be chance\. What else makes you sure that it is a real/)
  })

  it('asks which way a provisional figure will move', () => {
    const { sharpened } = showTrust(
      invented({ figures: [{ value: 71, provisional: true }] }),
      FINAL,
    )
    expect(sharpened).toBe(
      'The figure, 71.0%, is provisional. When will it be final, and which way is it likely to move?',
    )
  })

  it('counts the revisions and their size', () => {
    const { sharpened, facts, notes } = showTrust(
      invented({ figures: [70, { value: 72, revisedFrom: 72.6 }, 71, 70] }),
      FINAL,
    )
    expect(sharpened).toContain('One of the last four figures was revised, by 0.6 points.')
    expect(factIn(facts, 'Revised lately')).toBe('1 of the last 4 quarters, by 0.6 points')
    expect(notes).toContain('2025/26 Q4 was revised: A site sent late.')
  })

  it('asks who has checked a figure of poor quality', () => {
    const subject = invented({ figures: [70], indicator: { qualityRating: 'poor' } })
    expect(showTrust(subject, FINAL).sharpened).toBe(
      'Its quality is rated poor. Who has checked it, and how?',
    )
  })

  it('is turned on the figure where none was ever published', () => {
    const { missing, sharpened } = showTrust(invented({ figures: [] }), FINAL)
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})

const ALONE: Surroundings = { peers: [], linked: [] }

describe('1b · what else could explain it', () => {
  it('brings back a reason given before, with what else moved', () => {
    const figures = [
      { counts: [400, 560], reason: 'demand' },
      ...[70, 71].map(value => ({ value, reason: 'staffing' })),
      { counts: [420, 600], reason: 'staffing' },
      { counts: [436, 627], reason: 'staffing' },
    ] as const
    const { finding, sharpened, notes } = showOtherCauses(invented({ figures }), ALONE)
    expect(finding).toBe('Staffing has been the reason four times')
    expect(sharpened).toBe(
      'Staffing was the reason in Q3, Q4 and Q1 too. Demand rose 12% in a year. What else could explain it?',
    )
    expect(notes[0]).toBe('Staffing was the reason in Q3, Q4, Q1 and Q2: the same reason again.')
  })

  it('remembers a reason from the second time on', () => {
    const twice = [
      { value: 70, reason: 'demand' },
      { value: 71, reason: 'demand' },
    ]
    const { finding, notes } = showOtherCauses(invented({ figures: twice }), ALONE)
    expect(finding).toBe('Demand has been the reason twice')
    expect(notes).toContain('Demand was the reason in Q1 and Q2: the same reason again.')
  })

  it('names a linked measure that moved in the same period, and no other', () => {
    const linked = [
      {
        reference: 'a',
        title: 'Staff in post',
        sign: 1,
        standing: standing('worse', '2026-07-01'),
      },
      { reference: 'b', title: 'Old news', sign: 1, standing: standing('worse', '2026-01-01') },
      {
        reference: 'c',
        title: 'Steady',
        sign: 1,
        standing: standing('no-real-change', '2026-07-01'),
      },
    ] as Surroundings['linked']
    const { sharpened, facts } = showOtherCauses(invented({ figures: [70] }), { peers: [], linked })
    expect(sharpened).toContain('‘Staff in post’ moved at the same time.')
    expect(sharpened).not.toContain('Old news')
    expect(factIn(facts, 'Linked measures that moved')).toBe('1 of 3')
  })

  it('gives the median of the like areas', () => {
    const peers = [70, 78, 80, 90].map(value => ({
      starts: '2026-07-01',
      groupName: 'Like areas',
      value,
    }))
    const { facts } = showOtherCauses(invented({ figures: [70] }), { peers, linked: [] })
    expect(factIn(facts, 'Median of like areas')).toBe('79.0% (4 areas, 2026/27 Q2)')
  })

  it('is turned on the reason that was not given', () => {
    const { missing, sharpened } = showOtherCauses(invented({ figures: [70] }), ALONE)
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No reason was given for 2026/27 Q2. What explains it, and what has been ruled out?',
    )
  })
})

function standing(directionPrevious: string, starts: string) {
  return { directionPrevious, starts, status: 'red' }
}
