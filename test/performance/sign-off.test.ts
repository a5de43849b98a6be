import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { actualsOf, addMeasure, auditOf, type Measure, RED } from './a-measure'

const at = demonstrationDatabase()

let olive: Browser
let asha: Browser
let mo: Browser
let percy: Browser
let made = 0

beforeAll(async () => {
  olive = await browserFor('olive', at.db)
  asha = await browserFor('asha', at.db)
  mo = await browserFor('mo', at.db)
  percy = await browserFor('percy', at.db)
})

function aMeasure(): Promise<Measure> {
  made += 1
  return addMeasure(at, { reference: `way-${made}` })
}

/** A measure whose latest figure has been brought so far. */
async function broughtTo(state: 'draft' | 'submitted' | 'approved' | 'published') {
  const measure = await aMeasure()
  await olive.send(measure.at(), RED)
  const steps = [
    ['submitted', olive, 'submission'],
    ['approved', asha, 'approval'],
    ['published', mo, 'publication'],
  ] as const
  if (state === 'draft') return measure
  for (const [reached, who, step] of steps) {
    expect((await who.send(`${measure.at()}/${step}`)).status).toBe(303)
    if (reached === state) break
  }
  return measure
}

async function latestOf(measure: Measure) {
  return (await actualsOf(at, measure)).at(-1)!
}

/** Asha enters figures of the council too, until the test takes it back. */
function ashaEnters(begins: boolean) {
  return at.inArea('kirkdale', async trx => {
    const council = (await trx('organisations').where({ code: 'KC' }).first())!
    const user = (await trx('users').where({ handle: 'asha' }).first())!
    const row = { areaId: council.areaId, userId: user.id, role: 'data-officer' as const }
    if (begins) await trx('appointments').insert({ ...row, organisationId: council.id })
    else await trx('appointments').where(row).delete()
  })
}

describe('from draft to published', () => {
  test('each step by its own hand, and each written down', async () => {
    const measure = await broughtTo('published')
    const figure = await latestOf(measure)
    expect(figure.state).toBe('published')
    const hands = [figure.enteredBy, figure.submittedBy, figure.approvedBy, figure.publishedBy]
    expect(new Set(hands).size).toBe(3)
    expect(await auditOf(at, measure)).toEqual([
      'actual.recorded',
      'actual.submitted',
      'actual.approved',
      'actual.published',
    ])

    const { main } = await mo.open(measure.at())
    expect(main).toContain('Entered by Olive Hartley')
    expect(main).toContain('Approved by Asha Mensah')
    expect(main).toContain('Published by Mo Rahman')
  })

  test('each page offers the next step to whose step it is, and to nobody else', async () => {
    const measure = await aMeasure()
    const buttons = async (who: Browser) => {
      const { page } = await who.open(measure.at())
      const texts = page('main form > button, main .govuk-button-group button')
      return texts.toArray().map(button => page(button).text().trim())
    }
    expect(await buttons(olive)).toEqual(['Save and submit', 'Save draft'])
    await olive.send(measure.at(), { ...RED, step: 'submit' })
    expect(await buttons(olive)).toEqual([])
    expect(await buttons(asha)).toEqual(['Approve', 'Send back'])
    expect(await buttons(mo)).toEqual([])
    await asha.send(`${measure.at()}/approval`)
    expect(await buttons(asha)).toEqual(['Send back'])
    expect(await buttons(mo)).toEqual(['Publish'])
    await mo.send(`${measure.at()}/publication`)
    expect(await buttons(mo)).toEqual(['Withdraw'])
    expect(await buttons(await browserFor(null, at.db))).toEqual([])
  })

  test('sent back with a comment, corrected, and sent in again', async () => {
    const measure = await broughtTo('submitted')

    const silent = await asha.send(`${measure.at()}/return`, { comment: ' ' })
    expect(silent.status).toBe(422)
    expect(silent.errors).toEqual([['#comment', 'Explain what has to be corrected']])
    expect(silent.page('details[open] #comment')).toHaveLength(1)

    await asha.send(`${measure.at()}/return`, { comment: 'The vacancies were filled in May.' })
    const page = await olive.open(measure.at())
    expect(page.main).toContain('Sent back: The vacancies were filled in May.')
    expect(page.field('value').val()).toBe('61.2')

    const edit = page.field('edit').val() as string
    await olive.send(measure.at(), { ...RED, value: '62', edit, step: 'submit' })
    expect(await latestOf(measure)).toMatchObject({ state: 'submitted', value: 62, version: 1 })
    expect((await asha.send(`${measure.at()}/approval`)).status).toBe(303)
    expect(await auditOf(at, measure)).toEqual([
      'actual.recorded',
      'actual.submitted',
      'actual.returned',
      'actual.recorded',
      'actual.submitted',
      'actual.approved',
    ])
  })

  test('an approved figure can be sent back until it is published', async () => {
    const measure = await broughtTo('approved')
    await asha.send(`${measure.at()}/return`, { comment: 'One ward is missing.' })
    expect(await latestOf(measure)).toMatchObject({ state: 'returned', approvedBy: null })
    expect((await mo.send(`${measure.at()}/publication`)).status).toBe(409)
  })
})

describe('what is refused', () => {
  test('approving what one entered oneself', async () => {
    const measure = await aMeasure()
    await ashaEnters(true)
    const both = await browserFor('asha', at.db)
    await both.send(measure.at(), { ...RED, step: 'submit' })
    const page = await both.open(measure.at())
    expect(page.main).toContain('You entered this figure yourself')
    const answer = await both.send(`${measure.at()}/approval`)
    await ashaEnters(false)
    expect(answer.status).toBe(403)
    expect(answer.heading).toContain('somebody else has to approve it')
    expect((await latestOf(measure)).state).toBe('submitted')
  })

  test('publishing what one approved oneself', async () => {
    const measure = await broughtTo('approved')
    const manager = await at.inArea('kirkdale', trx => trx('users').where({ handle: 'mo' }).first())
    await at.inArea('kirkdale', trx =>
      trx('actuals')
        .where({ areaId: measure.areaId, seriesId: measure.seriesId, state: 'approved' })
        .update({ approvedBy: manager!.id }),
    )
    expect((await mo.open(measure.at())).page('main form')).toHaveLength(0)
    const answer = await mo.send(`${measure.at()}/publication`)
    expect(answer.status).toBe(403)
    expect(answer.heading).toContain('somebody else has to publish it')
  })

  test.each([
    ['draft', 'asha', 'approval', 'This figure is draft, so it cannot be approved now'],
    ['draft', 'mo', 'publication', 'has not been approved, so it cannot be published'],
    ['submitted', 'mo', 'publication', 'has not been approved, so it cannot be published'],
    ['submitted', 'mo', 'withdrawal', 'not published, so it cannot be withdrawn'],
    ['approved', 'olive', 'submission', 'This figure is approved, so it cannot be submitted now'],
    ['published', 'asha', 'approval', 'This figure is published, so it cannot be approved now'],
    ['published', 'asha', 'return', 'This figure is published, so it cannot be returned now'],
  ] as const)('out of order: %s figure, %s, %s', async (state, who, step, sentence) => {
    const measure = await broughtTo(state)
    const before = await actualsOf(at, measure)
    const form = { comment: 'Because.', reason: 'Because.' }
    const answer = await { olive, asha, mo }[who].send(`${measure.at()}/${step}`, form)
    expect(answer.status).toBe(409)
    expect(answer.heading).toContain(sentence)
    expect(await actualsOf(at, measure)).toEqual(before)
  })

  test('changing what has been sent in', async () => {
    const measure = await broughtTo('submitted')
    const answer = await olive.send(measure.at(), { ...RED, value: '66', edit: '1' })
    expect(answer.status).toBe(409)
    expect(answer.heading).toContain('can be changed only after it has been sent back')
  })

  test('a step on a figure that is not there', async () => {
    const measure = await aMeasure()
    for (const [who, step] of [
      [olive, 'submission'],
      [asha, 'approval'],
    ] as const) {
      const answer = await who.send(`${measure.at()}/${step}`)
      expect(answer.status).toBe(422)
      expect(answer.heading).toBe('There is no figure here yet')
    }
  })

  test('another organisation’s steps, and every step of another role', async () => {
    const measure = await broughtTo('submitted')
    const steps = ['submission', 'approval', 'return', 'publication', 'withdrawal']
    const allowed: Record<string, string[]> = {
      olive: ['submission'],
      asha: ['approval', 'return'],
      mo: ['publication', 'withdrawal'],
    }
    for (const who of [
      'percy',
      'singh',
      'dee',
      'ada',
      'sam',
      'olive',
      'asha',
      'mo',
      null,
    ] as const) {
      const browser = who === 'percy' ? percy : await browserFor(who, at.db)
      for (const step of steps.filter(step => !allowed[who ?? '']?.includes(step))) {
        const answer = await browser.send(`${measure.at()}/${step}`, { comment: 'x', reason: 'x' })
        expect([who, step, answer.status]).toEqual([who, step, 403])
      }
    }
    expect((await latestOf(measure)).state).toBe('submitted')
  })
})

describe('pressed twice, or by two at once', () => {
  test.each([
    ['draft', 'olive', 'submission', 'actual.submitted'],
    ['submitted', 'asha', 'approval', 'actual.approved'],
    ['approved', 'mo', 'publication', 'actual.published'],
  ] as const)('%s: ten presses of %s’s %s are one', async (state, who, step, action) => {
    const measure = await broughtTo(state)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ({ olive, asha, mo })[who].send(`${measure.at()}/${step}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual(new Array(10).fill(303))
    expect((await auditOf(at, measure)).filter(name => name === action)).toHaveLength(1)
  })

  test('approving and sending back at the same time is one or the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const measure = await broughtTo('submitted')
      const answers = await Promise.all([
        asha.send(`${measure.at()}/approval`),
        asha.send(`${measure.at()}/return`, { comment: 'Not yet.' }),
      ])
      const { state } = await latestOf(measure)
      const moves = (await auditOf(at, measure)).slice(2)
      // Approved first, it may still be sent back; sent back first, it cannot be approved.
      expect([['actual.approved', 'actual.returned'], ['actual.returned']]).toContainEqual(moves)
      expect(state).toBe('returned')
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(moves.length)
    }
  })

  test('publishing and sending back at the same time is one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const measure = await broughtTo('approved')
      const answers = await Promise.all([
        mo.send(`${measure.at()}/publication`),
        asha.send(`${measure.at()}/return`, { comment: 'Not yet.' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      expect((await auditOf(at, measure)).slice(3)).toHaveLength(1)
    }
  })
})

test('a failing write leaves nothing: no figure, no trace, no standing', async () => {
  const measure = await broughtTo('approved')
  const { areaId, seriesId } = measure
  const held = async () => [
    await actualsOf(at, measure),
    await auditOf(at, measure),
    await at.inArea('kirkdale', trx => trx('standings').where({ areaId, seriesId }).first()),
  ]
  const before = await held()

  // The last write of the step, its standing, is one the table will not take.
  await asOwner(`add constraint never check (series_id <> '${seriesId}') not valid`)
  expect((await mo.send(`${measure.at()}/publication`)).status).toBe(422)
  expect(await held()).toEqual(before)

  await asOwner('drop constraint never')
  expect((await mo.send(`${measure.at()}/publication`)).status).toBe(303)
  expect(await held()).not.toEqual(before)
})

function asOwner(change: string): Promise<void> {
  return at.db.transaction(async trx => {
    await trx.raw('set local role none')
    await trx.raw(`alter table standings ${change}`)
  })
}
