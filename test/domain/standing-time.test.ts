import { standingOf, standingOn } from '../../server/domain/standing'
import { day, defined, quarters, seen } from './a-series'

describe('the passing of time', () => {
  test('the next figure is due the lag after its period', () => {
    expect(standingOf(seen)).toMatchObject({ nextStarts: '2025-10-01', nextDueOn: '2026-02-14' })
  })

  test('a figure sent in but not published is not waited for', () => {
    expect(standingOf({ ...seen, submittedUpTo: '2025-10-01' }).nextStarts).toBe('2026-01-01')
    expect(standingOf({ ...seen, submittedUpTo: '2024-04-01' }).nextStarts).toBe('2025-10-01')
  })

  test('on its day a figure is not overdue yet; the day after it is', () => {
    const standing = standingOf(seen)
    expect(standingOn(standing, '2026-02-14', day)).toBe(standing)
    const late = standingOn(standing, '2026-02-15', day)
    expect(late).toMatchObject({
      status: 'overdue',
      periodsRunning: 1,
      headline:
        'No figure for 2025/26 Q3, due on 14 February 2026. Before that: 71.0% in 2025/26 Q2 against 80.0%: red, fourth quarter running.',
    })
    expect(late.reasons.map(({ code }) => code)).toEqual(['red', 'overdue'])
    expect(late.concernRank).toBe(standing.concernRank)
  })

  test('a figure that was fine and is overdue enters the list', () => {
    const fine = standingOf({ ...seen, figures: quarters([81, 82]) })
    expect(fine).toMatchObject({ status: 'green', concernRank: 0 })
    const late = standingOn(fine, '2025-06-01', day)
    expect(late.concernRank).toBeGreaterThan(0)
    expect(late.periodsRunning).toBe(2)
    expect(late.reasons[0]!.sentence).toBe(
      'No figure for two quarters: 2024/25 Q3 was due on 14 February 2025.',
    )
    expect(late.leads.slice(0, 3)).toEqual(['when', 'who', 'why'])
  })

  test('nothing published is not yet due until its day, then overdue', () => {
    const empty = { ...defined({ startsOn: '2026-04-01' }), figures: [] }
    const standing = standingOf(empty)
    expect(standing).toMatchObject({
      starts: null,
      status: 'not-yet-due',
      nextStarts: '2026-04-01',
      nextDueOn: '2026-08-14',
      signalSentence: expect.stringContaining('There are no figures yet'),
    })
    expect(standingOn(standing, '2026-08-15', day)).toMatchObject({
      status: 'overdue',
      headline: 'No figure for 2026/27 Q1, due on 14 August 2026.',
    })
  })

  test('nothing is due before a start is set, nor after a measure is retired', () => {
    expect(standingOf({ ...seen, figures: [] })).toMatchObject({
      nextStarts: null,
      nextDueOn: null,
    })
    expect(standingOf(defined({ retiredOn: '2025-10-01' })).nextDueOn).toBeNull()
    expect(standingOf(defined({ retiredOn: '2025-10-02' })).nextDueOn).toBe('2026-02-14')
  })

  test('a promise fallen due is a reason of its own', () => {
    const fine = standingOf({ ...seen, figures: quarters([81, 82]) })
    const commitments = [{ what: 'the winter plan', dueOn: '2024-11-30' }]
    expect(standingOn(fine, '2024-11-30', { ...day, commitments })).toBe(fine)
    const broken = standingOn(fine, '2024-12-01', { ...day, commitments })
    expect(broken).toMatchObject({
      status: 'green',
      reasons: [{ code: 'commitment-unmet' }],
    })
    expect(broken.concernRank).toBeGreaterThan(0)
  })
})
