import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const open = demonstrationDatabase()
const walk = '/kirkdale/scrutiny/enquiries/hc-07/2026-27-q2'

let councillor: Browser
beforeAll(async () => {
  councillor = await browserFor('adeyemi', open.db)
})

const choose = (friend: string, question: string, choice: string) =>
  councillor.send(`${walk}/${friend}/questions/${question}`, { choice })

const order = (question: string, move: string) =>
  councillor.send(`${walk}/plan/order`, { question, move })

async function inPlan(): Promise<string[]> {
  const { page } = await councillor.open(`${walk}/plan`)
  return page('.plan__item')
    .toArray()
    .map(item => page(item).attr('id')!.slice(2))
}

test('an empty plan says what to do next', async () => {
  const plan = await councillor.open(`${walk}/plan`)

  expect(plan.main).toContain('You have not chosen a question yet')
  expect(plan.page('a.btn--on').attr('href')).toBe(walk)
})

test('chosen questions stand in the order they were chosen', async () => {
  await choose('why', '1', 'ask')
  await choose('how', '5', 'ask')
  await choose('what', '3', 'theme')
  await choose('why', '1a', 'skip')

  expect(await inPlan()).toEqual(['1', '5', '3'])
  expect((await councillor.open(`${walk}/plan`)).main).toContain(
    '2 questions to ask, and 1 theme to raise',
  )
})

test('they are moved by buttons', async () => {
  await order('3', 'up')
  expect(await inPlan()).toEqual(['1', '3', '5'])
  await order('1', 'down')
  expect(await inPlan()).toEqual(['3', '1', '5'])
  await order('3', 'up')
  expect(await inPlan()).toEqual(['3', '1', '5'])
})

test('hints say what the plan lacks', async () => {
  const before = await councillor.open(`${walk}/plan`)
  expect(before.main).toContain('Nobody is asked who is responsible')

  await choose('who', '6', 'ask')
  expect((await councillor.open(`${walk}/plan`)).main).not.toContain(
    'Nobody is asked who is responsible',
  )
})

test('a question is given to a member, with a follow-up', async () => {
  const plan = await councillor.open(`${walk}/plan`)
  const member = plan
    .page('#givenTo-5 option')
    .toArray()
    .find(option => plan.page(option).text().includes('Singh'))
  const givenTo = plan.page(member!).attr('value')!
  await councillor.send(`${walk}/plan/questions/5`, { followUp: 'By what date?', givenTo })

  const printed = await councillor.open(`${walk}/plan?form=print`)
  expect(printed.main).toContain('asked by Cllr Jaswinder Singh')
  expect(printed.main).toContain('Then: By what date?')
})

test('the printed plan holds the questions without needing a link', async () => {
  const printed = await councillor.open(`${walk}/plan?form=print`)

  expect(printed.page('.plan__question')).toHaveLength(4)
  expect(printed.page('.plan a')).toHaveLength(0)
  expect(printed.main).toContain('Answered · partly · not answered · taken away')
})

test('the themes to send ahead give no wording and no note away', async () => {
  await councillor.send(`${walk}/how/questions/5`, { note: 'They will say recruitment' })
  const themes = await councillor.open(`${walk}/plan?form=themes`)

  expect(themes.main).toContain('How will it get better?')
  expect(themes.text).not.toContain('They will say recruitment')
  expect(themes.text).not.toContain('By what date?')
})

test('a question taken out leaves the plan', async () => {
  await order('3', 'out')

  expect(await inPlan()).toEqual(['1', '5', '6'])
})

test('what is not in the plan cannot be moved', async () => {
  expect((await order('8', 'up')).status).toBe(422)
  expect((await order('1', 'sideways')).status).toBe(422)
})

test('a member that does not exist is refused', async () => {
  const refused = await councillor.send(`${walk}/plan/questions/5`, { givenTo: 'nobody' })

  expect(refused.status).toBe(422)
})

test('nor is anybody but a councillor of the area given a question', async () => {
  const refused = await councillor.send(`${walk}/plan/questions/5`, {
    givenTo: '00000000-0000-4000-8000-000000000000',
    followUp: 'And who pays?',
  })

  expect(refused.status).toBe(422)
  expect(refused.errors).toEqual([['#givenTo-5', 'Choose a member from the list']])
  expect(refused.page('#q-5 details[open] #givenTo-5')).toHaveLength(1)
  expect(refused.page('#followUp-5').val()).toBe('And who pays?')
})

test('a window that has gone stale takes nothing from the other', async () => {
  const stale = (await councillor.open(`${walk}/plan`)).page('#q-6 [name="edit"]').val() as string
  const refine = (form: Record<string, string>) =>
    councillor.send(`${walk}/plan/questions/6`, { edit: stale, givenTo: '', ...form })
  await refine({ wording: 'Who signs the budget?', followUp: 'Since when?' })
  await refine({ wording: 'Who is in charge?', followUp: 'Until when?' })

  const { page, flash } = await councillor.open(`${walk}/plan`)
  expect(flash).toContain('This question had been changed meanwhile')
  expect(page('#wording-6').val()).toBe('Who signs the budget?\n\nWho is in charge?')
  expect(page('#followUp-6').val()).toBe('Since when?\n\nUntil when?')

  await councillor.send(`${walk}/who/questions/6`, { edit: stale, wording: 'Who decides?' })
  const after = await councillor.open(`${walk}/plan`)
  expect(after.page('#wording-6').val()).toContain('Who signs the budget?')
  expect(after.page('#wording-6').val()).toContain('Who decides?')
})

test('planning leaves a trace, without a word of what was written', async () => {
  const trace = () =>
    open.inArea('kirkdale', trx =>
      trx('auditEvents').where({ action: 'enquiry.planned', subject: 'hc-07 2026-27-q2' }),
    )
  const before = await trace()
  await councillor.send(`${walk}/plan/questions/5`, { followUp: 'Who else was asked?' })
  await order('5', 'down')

  const after = await trace()
  expect(after).toHaveLength(before.length + 2)
  for (const { before: was, after: is } of after) expect([was, is]).toEqual([null, null])
})
