import type { Exhibit } from '../../../server/scrutiny/evidence/exhibit'
import { showEnough } from '../../../server/scrutiny/evidence/how/5a-enough'
import { showIfNothingImproves } from '../../../server/scrutiny/evidence/what/7-if-nothing-improves'
import { showWhatFollows } from '../../../server/scrutiny/evidence/what/3-what-follows'
import { showForecast } from '../../../server/scrutiny/evidence/when/4-forecast'
import { showByWhen } from '../../../server/scrutiny/evidence/when/5b-by-when'
import { showShortOfTarget } from '../../../server/scrutiny/evidence/why/1-short-of-target'
import { showOtherCauses } from '../../../server/scrutiny/evidence/why/1b-other-causes'
import type { Subject } from '../../../server/scrutiny/evidence/subject'
import { expectSpeakable, invented } from './invented'

const NO_STAKES = {
  agreement: null,
  agreementEndsOn: null,
  budget: null,
  spend: null,
  budgetYear: null,
  conditions: '',
}

const labelsOf = ({ facts }: Exhibit) => facts.map(({ label }) => label)
const otherCauses = (subject: Subject) => showOtherCauses(subject, { peers: [], linked: [] })

/** The words given with the latest figure, and no cause picked from the list. */
function inWords(text: string): Subject {
  const subject = invented({ figures: [70, 71] })
  const figures = subject.figures.map((each, at) =>
    at === 1 ? { ...each, reasonText: text } : each,
  )
  return { ...subject, figures }
}

describe('a reason in words alone', () => {
  const subject = inWords('The lift broke down')

  it('is a reason given, though no cause is named', () => {
    const { finding, sharpened, table } = otherCauses(subject)
    expect(finding).toBe('A reason was given for 2026/27 Q2 in words, and no cause named')
    expect(sharpened).toMatch(/What else could explain it\?$/)
    expect(table?.rows).toEqual([['2026/27 Q2', 'not named', 'The lift broke down.']])
    expectSpeakable(sharpened)
  })

  it('is read as it stands beside the figure', () => {
    const { facts, notes } = showShortOfTarget(subject, [])
    expect(facts).toContainEqual({ label: 'Reason given', value: 'In words only' })
    expect(notes.join(' ')).toContain('“The lift broke down.”')
  })
})

describe('a provisional count', () => {
  const year = [
    [70, 100],
    [70, 100],
    [70, 100],
    [70, 100],
  ] as const
  const figures = year.map(counts => ({ counts }))
  const demand = (subject: Subject) =>
    labelsOf(otherCauses(subject)).includes('Demand since last year')

  it('is compared with no other, for a month of it may be missing', () => {
    const now = { counts: [45, 65] as const }
    expect(demand(invented({ figures: [...figures, now] }))).toBe(true)
    expect(demand(invented({ figures: [...figures, { ...now, provisional: true }] }))).toBe(false)
    const before = [{ ...figures[0]!, provisional: true }, ...figures.slice(1)]
    expect(demand(invented({ figures: [...before, now] }))).toBe(false)
  })
})

describe('a measure without a target', () => {
  const subject = invented({ figures: [70, 71], target: null })

  it('is asked what should be reached, not when it will be met', () => {
    expect(showByWhen(subject, []).sharpened).toBe(
      'No target is set. No milestone is set. What should be reached, and by when?',
    )
    expect(showEnough(subject, []).sharpened).not.toContain('on target')
    expect(showWhatFollows(subject, NO_STAKES).sharpened).not.toContain('target is missed')
    expect(otherCauses(subject).finding).toBe('It is held to no target, so no reason was asked for')
  })

  it('has no run of misses', () => {
    expect(labelsOf(showIfNothingImproves(subject, []))).toEqual(['Triggers agreed'])
  })

  it('has no best where no way is better', () => {
    const context = { polarity: 'context-only' } as const
    const without = invented({ figures: [70, 71], target: null, indicator: context })
    expect(labelsOf(showForecast(without, []))).not.toContain('Best ever')
    expect(labelsOf(showForecast(subject, []))).toContain('Best ever')
    expect(showByWhen(without, []).sharpened).toContain('neither way is better')
  })
})

it('a target met with too short a line for a slope is not asked when it will be met', () => {
  const { finding, sharpened } = showByWhen(invented({ figures: [81, 82] }), [])
  expect(finding).toBe('The target of 80.0% was met in 2026/27 Q2')
  expect(sharpened).toMatch(/By when will it be sure to stay there\?$/)
})

it('a running total is not carried on as it stands', () => {
  const total = invented({ figures: [10, 20], indicator: { shape: 'cumulative' } })
  const labels = labelsOf(showForecast(total, []))
  expect(labels).not.toContain('If nothing changes')
  expect(labels).not.toContain('Best ever')
})

it('a figure that has not come is not asked to be explained', () => {
  const { sharpened } = otherCauses(invented({ figures: [70, 71], absent: true }))
  expect(sharpened).toBe(
    'There is no figure for 2026/27 Q2 to explain yet. What do you expect it to show, and why?',
  )
})

it('a target never met of late is not said to be hit and missed', () => {
  const swings = [62, 76, 60, 78, 61, 77, 62, 76, 60, 78, 61, 77]
  const never = showShortOfTarget(invented({ figures: swings }), [])
  expect(never.finding).toContain('so the target is just within its reach')
  expect(never.sharpened).toContain('It missed in each of the last eight quarters.')
  const now = showShortOfTarget(invented({ figures: [...swings.slice(0, -2), 82, 70] }), [])
  expect(now.finding).toContain('so it hits and misses by chance')
})
