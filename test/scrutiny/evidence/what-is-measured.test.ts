import type { Neighbour } from '../../../server/scrutiny/evidence/neighbour-queries'
import { showNotShown } from '../../../server/scrutiny/evidence/what/2a-not-shown'
import { showRightMeasure } from '../../../server/scrutiny/evidence/what/2-right-measure'
import { invented } from './invented'

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

describe('2 · the right measure', () => {
  it('says what is counted, when it was last looked at and who controls it', () => {
    const contributors = [
      { name: 'Kirkdale Council', share: 60 },
      { name: 'Kirkdale Health Trust', share: 40 },
    ]
    const { finding, sharpened } = showRightMeasure(short(), contributors)
    expect(finding).toBe('It counts what is done, not results, last reviewed in May 2025')
    expect(sharpened).toBe(
      'It counts what is done, not results. It was last reviewed in May 2025. Kirkdale Health Trust controls 40% of it. Is it the right test?',
    )
  })

  it('is turned on the definition and the review that are missing', () => {
    const subject = invented({ figures: [70], indicator: { definition: '', reviewedOn: null } })
    const { missing, sharpened } = showRightMeasure(subject, [])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No definition is held for this measure. No review of it is recorded. What exactly does it count, and is it the right test?',
    )
  })
})

describe('2a · what is not shown', () => {
  it('sets a companion that got worse against a green measure', () => {
    const companions = [
      { ...neighbour('Complaints', { direction: 'worse' }), kind: 'companion' as const },
    ]
    const { finding, sharpened } = showNotShown(invented({ figures: [84] }), {
      companions,
      risks: 1,
    })
    expect(finding).toBe('Complaints tells another story')
    expect(sharpened).toBe(
      '‘Complaints’ got worse in its latest figure. What are we not being shown?',
    )
  })

  it('counts the questions that went without an answer', () => {
    const answers = [
      { verdict: 'taken-away', dueOn: '2026-09-24' },
      { verdict: 'not-answered' },
      { verdict: 'answered' },
    ] as const
    const { finding, sharpened } = showNotShown(invented({ figures: [70], answers }), {
      companions: [],
      risks: 2,
    })
    expect(finding).toBe('Two questions asked before are still open')
    expect(sharpened).toContain('Two of our questions have had no answer.')
  })

  it('is turned on there being nothing beside it', () => {
    const { missing, sharpened } = showNotShown(short(), { companions: [], risks: 0 })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No other measure is held beside this one to check it by. No risk is on the register. What are we not being shown?',
    )
  })
})
