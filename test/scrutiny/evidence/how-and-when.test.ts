import type { FrozenForecast } from '../../../server/scrutiny/evidence/forecast-queries'
import { showLastForecast } from '../../../server/scrutiny/evidence/how/4a-last-forecast'
import { showGetBetter } from '../../../server/scrutiny/evidence/how/5-get-better'
import { showEnough } from '../../../server/scrutiny/evidence/how/5a-enough'
import { showPoorPerformance } from '../../../server/scrutiny/evidence/how/7b-poor-performance'
import type { HeldAction } from '../../../server/scrutiny/evidence/how/queries'
import { showForecast } from '../../../server/scrutiny/evidence/when/4-forecast'
import { showByWhen } from '../../../server/scrutiny/evidence/when/5b-by-when'
import { expectSpeakable, invented } from './invented'

function forecast(
  starts: string,
  value: number,
  more: Partial<FrozenForecast> = {},
): FrozenForecast {
  return {
    horizon: 'period',
    starts,
    madeIn: starts,
    value,
    low: value - 2,
    high: value + 2,
    frozenAt: new Date(`${starts}T09:00:00Z`),
    ...more,
  }
}

describe('4 · the next forecast', () => {
  const annual = [
    {
      year: 2026,
      value: 80,
      low: null,
      high: null,
      baseline: null,
      stretch: null,
      rewardGrant: null,
    },
  ]

  it('sets the forecast against what the year needs', () => {
    const figures = [70, 72, 74, 71].map(value => ({ counts: [value * 10, 1000] as const }))
    const subject = invented({ figures, indicator: { annual } })
    const { sharpened, facts } = showForecast(subject, [forecast('2026-10-01', 76)])
    expect(sharpened).toBe(
      'Your forecast for 2026/27 Q3 is 76.0%, between 74.0% and 78.0%. The year needs 87.5% in each of the 2 quarters left; the best ever is 74.0%. Is that still what you expect, and for the year end?',
    )
    expect(facts).toContainEqual({ label: 'If nothing changes', value: '71.0%' })
  })

  it('is turned on the forecast that was not sent', () => {
    const { missing, finding, sharpened } = showForecast(invented({ figures: [71] }), [])
    expect(missing).toBe(true)
    expect(finding).toBe('No forecast was sent for 2026/27 Q3 or the year end')
    expect(sharpened).toMatch(
      /^No forecast was sent for 2026\/27 Q3\. .*Why not, and what do you expect/,
    )
  })

  it('asks for the very period that is overdue', () => {
    const { sharpened } = showForecast(invented({ figures: [71], absent: true }), [])
    expect(sharpened).toContain('No forecast was sent for 2026/27 Q2.')
    expectSpeakable(sharpened)
  })
})

describe('4a · how close the last forecast was', () => {
  it('says which way the forecasts lean', () => {
    const held = [
      forecast('2025-10-01', 75),
      forecast('2026-01-01', 74),
      forecast('2026-04-01', 70),
      forecast('2026-07-01', 75),
    ]
    const { finding, sharpened, picture } = showLastForecast(
      invented({ figures: [71, 70, 72, 71] }),
      held,
    )
    expect(finding).toBe('Over-optimistic three times in four, by 2.5 points on average')
    expect(sharpened).toBe(
      'Of four forecasts, three were over-optimistic, by 2.5 points on average. For 2026/27 Q2 you forecast 75.0% and 71.0% came. What have you changed in how you forecast?',
    )
    expect(picture).toContain('<svg')
  })

  it('leaves out a forecast made after its period closed, and those still open', () => {
    const late = forecast('2026-07-01', 71, { frozenAt: new Date('2026-10-05T09:00:00Z') })
    const { missing, sharpened } = showLastForecast(invented({ figures: [71] }), [
      late,
      forecast('2026-10-01', 80),
    ])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No forecast sent so far has met its figure. How do you judge how good your forecasts are?',
    )
  })

  it('is turned on there being none', () => {
    expect(showLastForecast(invented({ figures: [71] }), []).finding).toBe(
      'No forecast has ever been sent',
    )
  })
})

function action(more: Partial<HeldAction> = {}): HeldAction {
  return {
    title: 'Recruit',
    owner: 'A. Officer',
    organisation: 'The trust',
    startsOn: '2025-10-01',
    dueOn: '2026-12-31',
    doneOn: null,
    effect: null,
    status: 'under-way',
    progress: '',
    promisedToScrutiny: false,
    ...more,
  }
}

describe('5 · how it will get better', () => {
  it('counts what was done and what the line did after it', () => {
    const actions = [
      action({ doneOn: '2025-12-01', status: 'done' }),
      action({ dueOn: '2026-06-01', promisedToScrutiny: true }),
      action({ dueOn: '2026-07-01' }),
      action({ status: 'dropped' }),
    ]
    const { finding, sharpened } = showGetBetter(invented({ figures: [72, 71, 70, 71] }), actions)
    expect(finding).toBe('Three actions: one done, two late, and the line has got worse')
    expect(sharpened).toBe(
      'Three actions: one done, two late. The line has got worse since: 72.0% then, 71.0% now. One late action was promised to us. How will the rest make it better?',
    )
  })

  it('keeps one action in the singular', () => {
    expect(showGetBetter(invented({ figures: [70] }), [action()]).sharpened).toBe(
      'One action is recorded: it is under way. How will it make things better, and by how much?',
    )
  })

  it('is turned on no action being recorded', () => {
    const { missing, sharpened } = showGetBetter(invented({ figures: [70] }), [])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No action to improve it is recorded. How will it get better, who will do it, and by when?',
    )
  })
})

describe('5a · whether it is enough', () => {
  it('holds the effects claimed against the gap', () => {
    const { finding, sharpened } = showEnough(invented({ figures: [71.1] }), [
      action({ effect: 3 }),
      action({ effect: 9, doneOn: '2026-01-01', status: 'done' }),
    ])
    expect(finding).toBe('The effects claimed leave 5.9 points of the gap uncovered')
    expect(sharpened).toBe('Effects claimed: 3.0 points. Gap: 8.9 points. What closes the rest?')
  })

  it('counts a fall as an effect where lower is better', () => {
    const subject = invented({
      figures: [12],
      target: 10,
      indicator: { polarity: 'lower-is-better' },
    })
    expect(showEnough(subject, [action({ effect: -2.5 })]).finding).toBe(
      'The effects claimed would cover the gap of 2.0 points',
    )
  })

  it('is turned on actions that do not say how much they add', () => {
    const { missing, sharpened } = showEnough(invented({ figures: [71.1] }), [action(), action()])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'Two actions are under way, and none says what it will add. Gap: 8.9 points. How much will each add, and is that enough?',
    )
  })
})

describe('5b · by when', () => {
  const milestone = { title: 'Posts filled', action: 'Recruit', doneOn: null }

  it('says when the present slope crosses the target, and what was promised, while there is room', () => {
    const answers = [{ promisedFor: '2026-04-01' }, { promisedFor: '2026-07-01' }]
    const { finding, sharpened } = showByWhen(
      invented({ figures: [70, 71, 72, 73, 74, 75], answers }),
      [{ ...milestone, firstDueOn: '2026-06-01', dueOn: '2026-12-01' }],
    )
    expect(finding).toBe('At the present slope the target would be met in 2027/28 Q3')
    expect(sharpened).toBe(
      'It was promised for 2026/27 Q1 and 2026/27 Q2. At the present slope, up 1.00 points a quarter, it would be met in 2027/28 Q3, five quarters on. By when will the target be met?',
    )
  })

  it('says when the line goes the other way', () => {
    const { finding } = showByWhen(invented({ figures: [75, 74, 73, 72] }), [])
    expect(finding).toBe('At the present slope 80.0% is not in sight')
  })

  it('is turned on there being neither slope nor milestone', () => {
    const { missing, sharpened } = showByWhen(invented({ figures: [71] }), [])
    expect(missing).toBe(true)
    expect(sharpened).toBe('No milestone is set. By when will the target be met?')
  })
})

describe('7b · continued poor performance', () => {
  const held = { agreement: 'Local Area Agreement', partnership: null, governanceClass: null }
  const clause = { reference: '7', wording: 'The board may call a review', lastUsedOn: null }

  it('names the clause and when it was last used', () => {
    const subject = invented({ figures: [70, 70] })
    const used = { ...clause, reference: '9', lastUsedOn: '2025-03-13' }
    expect(showPoorPerformance(subject, { ...held, clauses: [clause, used] }).sharpened).toBe(
      'It has been red for two quarters. Two clauses of the Local Area Agreement allow something to be done. Clause 9 was last used on 13 March 2025. What will be done about continued poor performance, and on what date?',
    )
    expect(showPoorPerformance(subject, { ...held, clauses: [clause] }).sharpened).toContain(
      'One clause of the Local Area Agreement allows something to be done. It has not been used.',
    )
  })

  it('is turned on no clause being recorded', () => {
    const { missing, sharpened } = showPoorPerformance(invented({ figures: [70] }), {
      ...held,
      agreement: null,
      clauses: [],
    })
    expect(missing).toBe(true)
    expectSpeakable(sharpened)
  })
})
