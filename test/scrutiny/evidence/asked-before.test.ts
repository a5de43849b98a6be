import { askedBefore } from '../../../server/scrutiny/evidence/asked-before'
import type { PastAnswer } from '../../../server/scrutiny/evidence/queries'
import { invented } from './invented'

function answerBefore(answer: Partial<PastAnswer>, figures: number[] = [74, 71]) {
  return askedBefore(invented({ figures, answers: [answer] }))[0]!
}

describe('what was answered before', () => {
  it('says that a promised figure was not kept', () => {
    const { outcome, sentence } = answerBefore({ promisedValue: 76, promisedFor: '2026-07-01' })
    expect(outcome).toBe('not-kept')
    expect(sentence).toBe(
      '2026/27 Q1, Dr Patel: “Recruitment will close the gap.” Not kept: 76.0% was promised for 2026/27 Q2.',
    )
  })

  it('says that it was kept, and lower is better when it is', () => {
    expect(answerBefore({ promisedValue: 71, promisedFor: '2026-07-01' }).outcome).toBe('kept')
    const lower = invented({
      figures: [12, 10],
      indicator: { polarity: 'lower-is-better' },
      answers: [{ promisedValue: 11, promisedFor: '2026-07-01' }],
    })
    expect(askedBefore(lower)[0]?.verdict).toBe('Kept: 11.0% was promised for 2026/27 Q2.')
  })

  it('waits for a promise whose period has no figure yet', () => {
    const { outcome, verdict } = answerBefore({ promisedValue: 80, promisedFor: '2026-10-01' })
    expect(outcome).toBe('partly')
    expect(verdict).toBe('Partly answered: 80.0% was promised for 2026/27 Q3.')
  })

  it('takes silence past the due date for no answer', () => {
    const late = answerBefore({ verdict: 'taken-away', dueOn: '2026-09-24' })
    expect(late.outcome).toBe('not-answered')
    expect(late.verdict).toBe('Not answered: it was due on 24 September 2026.')
    const waiting = answerBefore({ verdict: 'taken-away', dueOn: '2026-12-24' })
    expect(waiting.verdict).toBe('Taken away, due on 24 December 2026.')
    const settled = answerBefore({
      verdict: 'taken-away',
      dueOn: '2026-09-24',
      settledOn: '2026-09-20',
    })
    expect(settled.verdict).toBe('Answered on 20 September 2026.')
  })

  it('says when nothing was answered at all', () => {
    const { sentence } = answerBefore({ verdict: 'not-answered', answer: '', dueOn: '2026-10-14' })
    expect(sentence).toBe(
      '2026/27 Q1, asked on 18 August 2026, and no answer is on record. Not answered: it was due on 14 October 2026.',
    )
  })

  it('gives the latest first', () => {
    const answers = [{ heldOn: '2026-05-19' }, { heldOn: '2026-08-18' }]
    const held = askedBefore(invented({ figures: [70], answers })).map(({ heldOn }) => heldOn)
    expect(held).toEqual(['2026-08-18', '2026-05-19'])
  })
})
