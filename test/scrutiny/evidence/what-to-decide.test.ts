import { showAssumptions } from '../../../server/scrutiny/evidence/what/8b-assumptions'
import { showDecision } from '../../../server/scrutiny/evidence/what/8-decision'
import { showIfNothingImproves } from '../../../server/scrutiny/evidence/what/7-if-nothing-improves'
import { showMoreMoney } from '../../../server/scrutiny/evidence/what/7a-more-money'
import { showMustKnow } from '../../../server/scrutiny/evidence/what/8a-must-know'
import { showWhatCouldGoWrong } from '../../../server/scrutiny/evidence/what/4b-what-could-go-wrong'
import { invented } from './invented'

const short = () => invented({ figures: [70, 72, { counts: [436, 613] }] })

describe('4b · what could go wrong', () => {
  const risk = (title: string, reviewedOn: string | null) => ({
    title,
    likelihood: 4,
    impact: 4,
    mitigation: '',
    owner: 'A. Owner',
    reviewedOn,
  })
  const staffed = () => invented({ figures: [{ value: 70, reason: 'staffing' }] })

  it('sees that the cause given is on no risk', () => {
    const risks = [risk('Flood closes a site', '2026-10-01'), risk('Contract ends', '2025-01-01')]
    const { finding, sharpened, picture } = showWhatCouldGoWrong(staffed(), { risks, slipping: [] })
    expect(finding).toBe(
      'Two risks are listed, and the cause given last, staffing, is not among them',
    )
    expect(sharpened).toBe(
      'Two risks are listed. The cause given last, staffing, is not among them. One has not been looked at in six months. What else could still go wrong?',
    )
    expect(picture).toContain('<svg')
  })

  it('knows the cause when it is on a risk', () => {
    const risks = [risk('Vacancies stay open', '2026-10-01')]
    const { finding } = showWhatCouldGoWrong(staffed(), { risks, slipping: [] })
    expect(finding).toBe('One risk is listed')
  })

  it('is turned on the empty register', () => {
    const slipping = [{ title: 'Advertise', firstDueOn: '2026-05-01', dueOn: '2026-12-01' }]
    const { missing, sharpened } = showWhatCouldGoWrong(staffed(), { risks: [], slipping })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No risk is listed. One milestone is slipping. What could go wrong, and who is watching for it?',
    )
  })
})

describe('7 · if nothing improves', () => {
  it('sets the periods red against the triggers pulled', () => {
    const trigger = { condition: 'Red four times', consequence: 'A review', pulledOn: null }
    const subject = invented({ figures: [70, 70, 70, 70] })
    expect(showIfNothingImproves(subject, [trigger]).sharpened).toBe(
      'Red for four quarters; one trigger agreed, not pulled. What would it take to pull one, and what happens then?',
    )
    const pulled = { ...trigger, pulledOn: '2026-06-01' }
    expect(showIfNothingImproves(subject, [pulled]).sharpened).toContain(
      'a trigger was pulled on 1 June 2026.',
    )
  })

  it('is turned on no trigger being agreed', () => {
    const { missing, sharpened } = showIfNothingImproves(invented({ figures: [70] }), [])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'Red for one quarter; no trigger is agreed. What happens if nothing improves, at what value, and when?',
    )
  })
})

describe('7a · more money', () => {
  const budget = { unitCost: null, conditions: '' }

  it('holds the spending of a running year against the time gone', () => {
    const own = [{ year: 2026, budget: 100_000, spend: 57_000, ...budget }]
    const green = [
      { reference: 'a', title: 'Fires', year: 2026, budget: 100_000, spend: 5000, run: 6 },
      { reference: 'b', title: 'On plan', year: 2026, budget: 100_000, spend: 90_000, run: 6 },
    ]
    const { finding, sharpened, table } = showMoreMoney(short(), { own, green })
    expect(finding).toBe('57% of the budget for 2026/27 is spent, with 65% of the year gone')
    expect(sharpened).toContain('‘Fires’, which is green, is £59,658 under budget so far.')
    expect(table?.rows).toHaveLength(1)
  })

  it('says how much a finished year was over', () => {
    const own = [{ year: 2025, budget: 100, spend: 160, ...budget }]
    expect(showMoreMoney(short(), { own, green: [] }).sharpened).toBe(
      'It overspent by £60 in 2025/26. What more money or people would it take, and from where?',
    )
  })

  it('is turned on no budget being recorded', () => {
    const { missing, sharpened } = showMoreMoney(short(), { own: [], green: [] })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No budget is recorded for this measure. What does it cost now, what more would it take, and from where?',
    )
  })
})

describe('8 · the decision', () => {
  const made = {
    reference: 'SR 1',
    wording: 'That waits be published',
    duty: 'executive',
    receivedOn: '2026-08-25',
    responseDueOn: '2026-10-24',
    respondedOn: null,
    decision: null,
    closedOn: null,
  }
  const nextMeeting = { heldOn: '2026-12-14', title: 'December', committee: 'Health Panel' }

  it('says by when a reply would be due', () => {
    const { finding, sharpened } = showDecision(short(), { nextMeeting, recommendations: [] })
    expect(finding).toBe(
      'A recommendation made on 14 December 2026 must be answered by 13 February 2027',
    )
    expect(sharpened).toMatch(/^If we recommend on 14 December 2026 .* by 13 February 2027\. What/)
  })

  it('brings up a reply that is late before anything else', () => {
    const { finding, table } = showDecision(short(), { nextMeeting, recommendations: [made] })
    expect(finding).toBe('One recommendation already made has had no reply in time')
    expect(table?.rows[0]?.[2]).toBe('overdue since 24 October 2026')
  })

  it('is turned on no meeting being set', () => {
    const { missing, sharpened } = showDecision(short(), { nextMeeting: null, recommendations: [] })
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No meeting is set. What decision do you want from us: note, recommend, refer or review?',
    )
  })
})

describe('8a · what must be known', () => {
  const ALL = {
    forecasts: true,
    actions: true,
    risks: true,
    benchmarks: true,
    assessments: true,
    budget: true,
    responsibilities: true,
    triggers: true,
  }

  it('counts the earlier questions still open, and names the gaps', () => {
    const answers = [{ verdict: 'taken-away', dueOn: '2026-12-24' }] as const
    const subject = invented({ figures: [70], answers })
    expect(showMustKnow(subject, { ...ALL, risks: false, budget: false }).sharpened).toBe(
      'One earlier question is still open. Nothing is held on risks or money. What must we know before deciding, who can supply it, and by when?',
    )
  })

  it('says so when nothing is missing', () => {
    const { missing, finding } = showMustKnow(short(), ALL)
    expect(missing).toBe(false)
    expect(finding).toBe('No earlier question is open, and each kind of evidence is held')
  })
})

describe('8b · assumptions', () => {
  it('names the first and what a tenth more demand would do', () => {
    const held = [
      { statement: 'Demand is flat.', owner: '', test: '' },
      { statement: 'All report', owner: 'A', test: 'Count them' },
    ]
    const { finding, sharpened } = showAssumptions(short(), held)
    expect(finding).toBe('It rests on two assumptions, one without a test')
    expect(sharpened).toBe(
      'Two assumptions are listed. The first is ‘Demand is flat’. With 10% more demand and all else the same, it would be 64.7%. Which of these could be wrong?',
    )
  })

  it('is turned on none being written down', () => {
    const { missing, sharpened } = showAssumptions(invented({ figures: [70] }), [])
    expect(missing).toBe(true)
    expect(sharpened).toBe(
      'No assumption is written down. What are you assuming, and which of that could be wrong?',
    )
  })
})
