import { type Browser, browserFor, type Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { addMeasure, GREEN, RED } from './a-measure'

const at = demonstrationDatabase()

const PAGE = '/kirkdale/returns'

async function open(handle: Handle) {
  return (await browserFor(handle, at.db)).open(PAGE)
}

/** The measures under each heading, in the page's order. */
async function groupsFor(handle: Handle): Promise<Record<string, string[]>> {
  const { page } = await open(handle)
  const groups = page('main section')
    .toArray()
    .map(section => {
      const name = page(section).find('h2').contents().first().text().trim()
      const links = page(section).find('.govuk-task-list__link').toArray()
      return [name, links.map(link => page(link).text())] as const
    })
  return Object.fromEntries(groups)
}

describe('what needs me today', () => {
  let olive: Browser
  let asha: Browser

  beforeAll(async () => {
    olive = await browserFor('olive', at.db)
    asha = await browserFor('asha', at.db)
  })

  test('a data officer: what was sent back, what to enter, what to send', async () => {
    const draft = await addMeasure(at, { reference: 'ret-1' })
    const back = await addMeasure(at, { reference: 'ret-2' })
    const sent = await addMeasure(at, { reference: 'ret-3' })
    await addMeasure(at, { reference: 'ret-4' })
    await olive.send(draft.at(), GREEN)
    await olive.send(back.at(), { ...GREEN, step: 'submit' })
    await asha.send(`${back.at()}/return`, { comment: 'Check the last ward.' })
    await olive.send(sent.at(), { ...GREEN, step: 'submit' })

    const groups = await groupsFor('olive')
    expect(Object.keys(groups)).toEqual([
      'Sent back to you',
      'To enter',
      'Breakdowns to enter',
      'Drafts to submit',
      'With your approver',
      'With the partnership',
    ])
    expect(groups['Sent back to you']).toContain('Measure ret-2')
    expect(groups['To enter']).toEqual(
      expect.arrayContaining(['Household waste recycled', 'Measure ret-4']),
    )
    expect(groups['Drafts to submit']).toContain('Measure ret-1')
    expect(groups['With your approver']).toContain('Measure ret-3')

    const { heading, main } = await open('olive')
    expect(heading).toBe('What needs you today')
    expect(main).toContain('Check the last ward.')
    expect(main).toMatch(
      /\d figures sent back to you, \d figures to enter, \d+ breakdown figures to enter and \d drafts to submit\./,
    )
  })

  test('an approver: what to approve, and that their own entries wait for somebody else', async () => {
    const groups = await groupsFor('asha')
    expect(groups['To approve']).toContain('Measure ret-3')
    expect(groups).not.toHaveProperty('To enter')
    expect(groups).not.toHaveProperty('To publish')
  })

  test('a manager: what to publish, and who is late, but not with what', async () => {
    const late = await addMeasure(at, { reference: 'ret-5', rules: { lagDays: 20 } })
    const groups = await groupsFor('mo')
    expect(groups['To publish']!.length).toBeGreaterThan(0)
    expect(groups.Late).toContain('Measure ret-5')
    const { main } = await open('mo')
    expect(main).toContain('34 days late')

    await olive.send(late.at(), { ...RED, step: 'submit' })
    expect((await groupsFor('mo')).Late).not.toContain('Measure ret-5')
    expect((await open('mo')).text).not.toContain('61.2')
  })

  test('every period that has no figure is asked for', async () => {
    await addMeasure(at, { reference: 'ret-6', latest: '2025-26-q4' })
    const { page } = await open('olive')
    const links = page('a:contains("Measure ret-6")').toArray()
    expect(links.map(link => page(link).attr('href')!.split('/').at(-1))).toEqual([
      '2025-26-q4',
      '2026-27-q1',
      '2026-27-q2',
    ])
  })

  test('each line leads to its figure', async () => {
    const { page } = await open('olive')
    for (const link of page('.govuk-task-list__link').toArray().slice(0, 8)) {
      expect((await olive.open(page(link).attr('href')!)).status).toBe(200)
    }
  })

  test('other organisations’ figures are not there', async () => {
    await addMeasure(at, { reference: 'ret-7', lead: 'KP' })
    expect((await open('olive')).main).not.toContain('Measure ret-7')
    expect((await open('percy')).main).toContain('Measure ret-7')
  })
})

test.each(['singh', 'dee', 'ada', 'sam'] as const)('%s has no returns', async handle => {
  expect((await open(handle)).status).toBe(403)
})

test('somebody who has not signed in is asked to', async () => {
  const { status, goesTo } = await open(null)
  expect(status).toBe(303)
  expect(goesTo).toContain('/sign-in')
})

describe('opening and closing a period', () => {
  const period = { frequency: 'month', period: '2026-10' }

  test('is the manager’s, is written down, and shows', async () => {
    const mo = await browserFor('mo', at.db)
    await mo.send(PAGE, { ...period, step: 'close' })
    await mo.send(PAGE, { ...period, step: 'close' })
    expect((await mo.open(PAGE)).main).toContain('October 2026 closed')
    await mo.send(PAGE, { ...period, step: 'open' })
    await mo.send(PAGE, { ...period, step: 'open' })
    expect((await mo.open(PAGE)).main).toContain('October 2026 open')
    const events = await at.inArea('kirkdale', trx =>
      trx('auditEvents').where({ subject: '2026-10' }).orderBy(['happenedAt', 'id']),
    )
    expect(events.map(({ action }) => action)).toEqual(['period.closed', 'period.opened'])
  })

  test.each([
    [{ ...period, step: 'lock' }, 'Select whether to open or close the period'],
    [{ ...period, period: 'soon', step: 'close' }, '"soon" is not a month'],
    [{ ...period, period: '2060-10', step: 'close' }, '"2060-10" is more than 20 years away'],
    [
      { frequency: 'quarter', period: '9998-99-q1', step: 'close' },
      '"9998-99-q1" is more than 20 years away',
    ],
    [{ ...period, frequency: 'week', step: 'close' }, 'Select a month, quarter'],
  ])('what makes no sense is refused: %j', async (form, sentence) => {
    const answer = await (await browserFor('mo', at.db)).send(PAGE, form)
    expect(answer.status).toBe(422)
    expect(answer.heading).toContain(sentence)
  })

  test.each(['olive', 'asha', 'singh', 'ada'] as const)('%s may not', async handle => {
    const somebody = await browserFor(handle, at.db)
    expect((await somebody.send(PAGE, { ...period, step: 'close' })).status).toBe(403)
  })
})
