import { FRIENDS } from '../../server/domain/friend'
import { questionsOf } from '../../server/domain/questions'
import { type Browser, browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const open = demonstrationDatabase()
const walk = '/kirkdale/scrutiny/enquiries/hc-07/2026-27-q2'

let singh: Browser
beforeAll(async () => {
  singh = await browserFor('adeyemi', open.db)
})

const ask = (friend: string, question: string, form: Record<string, string>) =>
  singh.send(`${walk}/${friend}/questions/${question}`, form)

const planned = () => open.inArea('kirkdale', trx => asAuthor(trx, 'adeyemi'))

async function asAuthor(trx: Parameters<Parameters<typeof open.inArea>[1]>[0], handle: string) {
  const user = await trx('users').where({ handle }).first()
  await trx.raw(`select set_config('app.user_id', ?, true)`, [user!.id])
  return trx('plannedQuestions').orderBy('question')
}

test('the walk says where to start, and why', async () => {
  const page = await singh.open(walk)

  expect(page.heading).toBe('People seen within 4 hours at A&E')
  expect(page.page('a.btn--on').first().text()).toBe('Start with How')
  expect(page.main).toContain('It misses steadily')
  expect(page.main).toContain('Put to use in scrutiny by Pete Franklin, Bristol City Council')
})

test.each(['2099-00-q1', '1950-51-q1', '2027-28-q1', '2026-27-q4'])(
  'a period outside the measure’s life is not there: %s',
  async period => {
    const at = `/kirkdale/scrutiny/enquiries/env-02/${period}`
    expect((await singh.open(at)).status).toBe(404)
    expect((await singh.open(`${at}/why`)).status).toBe(404)
    expect((await singh.open(`${at}/plan`)).status).toBe(404)
  },
)

test('the period now running can be asked about', async () => {
  expect((await singh.open('/kirkdale/scrutiny/enquiries/env-02/2026-27-q3')).status).toBe(200)
})

test.each(FRIENDS)('the page of %s puts evidence before every question', async friend => {
  const page = await singh.open(`${walk}/${friend}`)
  const asked = page.page('section.ask').toArray()

  expect(page.status).toBe(200)
  const ids = questionsOf(friend).map(({ id }) => id)
  expect(asked.map(one => page.page(one).attr('id')?.slice(2))).toEqual(
    ids.filter(id => id !== 'W0'),
  )
  for (const one of asked) {
    const section = page.page(one)
    expect(section.find('.evidence h2').text().trim()).not.toBe('')
    expect(section.find('.evidence .source').text().trim()).not.toBe('')
    expect(section.find('.sharp').text().trim()).toMatch(/^“.+”$/s)
  }
})

test('each of the six can be reached from each', async () => {
  const page = await singh.open(`${walk}/why`)
  const links = page
    .page('.friends a')
    .toArray()
    .map(link => page.page(link).attr('href'))

  expect([...links].sort()).toEqual(FRIENDS.map(friend => `${walk}/${friend}`).sort())
  expect(page.page('.friends a[aria-current="step"] b').text()).toBe('Why')
})

test('a question is asked, made a theme, skipped and taken back', async () => {
  for (const choice of ['ask', 'theme', 'skip', 'undecided']) {
    const saved = await ask('why', '1', { choice })
    expect(saved.status).toBe(303)
    expect(saved.goesTo).toBe(`${walk}/why#q-1`)
    expect(await planned()).toMatchObject([{ question: '1', choice }])
  }
})

test('its own wording replaces ours, until it is emptied', async () => {
  await ask('why', '1', { choice: 'ask', wording: 'What would it take to see everybody in time?' })
  const reworded = await singh.open(`${walk}/why`)
  expect(reworded.page('#q-1 .sharp').text()).toBe('“What would it take to see everybody in time?”')

  const edit = String((await planned()).find(({ question }) => question === '1')!.edit)
  await ask('why', '1', { choice: 'ask', wording: '', edit })
  const restored = await singh.open(`${walk}/why`)
  expect(restored.page('#q-1 .sharp').text()).not.toContain('What would it take')
})

test('a private note is saved by itself while it is written', async () => {
  const saved = await ask('why', '1a', {
    note: 'Ask for the bed figures',
    autosave: '1',
    edit: '0',
  })

  expect(saved.body).toEqual({ edit: 1 })
  const again = await ask('why', '1a', {
    note: 'Ask for the bed figures, Q2',
    autosave: '1',
    edit: '1',
  })
  expect(again.body).toEqual({ edit: 2 })
  expect((await singh.open(`${walk}/why`)).page('#note-1a').val()).toBe(
    'Ask for the bed figures, Q2',
  )
})

test('a note from another tab that had not seen the first loses neither', async () => {
  await ask('why', '1b', { note: 'From the first tab', edit: '0' })
  await ask('why', '1b', { note: 'From the second tab', edit: '0' })

  const note = String((await singh.open(`${walk}/why`)).page('#note-1b').val())
  expect(note).toContain('From the first tab')
  expect(note).toContain('From the second tab')
})

test('what is too long is refused in words, and kept on the page', async () => {
  const wording = 'Why? '.repeat(300)
  const refused = await ask('why', '1', { choice: 'ask', wording })

  expect(refused.status).toBe(422)
  expect(refused.errors).toEqual([['#wording-1', 'Question must be 1,000 characters or fewer']])
  expect(refused.page('#wording-1').val()).toBe(wording)
})

test('a note that is too long is refused, and kept on the page', async () => {
  const note = 'x'.repeat(4001)
  const refused = await ask('why', '1', { note })

  expect(refused.status).toBe(422)
  expect(refused.errors).toEqual([['#note-1', 'Note must be 4,000 characters or fewer']])
  expect(refused.page('#note-1').val()).toBe(note)
})

test('only their author sees notes and choices', async () => {
  await ask('how', '5', { choice: 'ask', note: 'Nobody else may read this' })
  const other = await browserFor('singh', open.db)

  expect((await other.open(`${walk}/how`)).text).not.toContain('Nobody else may read this')
  for (const handle of ['olive', 'asha', 'mo', 'dee', 'ada'] as const) {
    const officer = await browserFor(handle, open.db)
    expect((await officer.open(`${walk}/how`)).status).toBe(403)
    expect((await officer.send(`${walk}/how/questions/5`, { choice: 'ask' })).status).toBe(403)
  }
})

test('what was answered before comes back beside the question', async () => {
  const pages = await Promise.all(FRIENDS.map(friend => singh.open(`${walk}/${friend}`)))

  expect(pages.map(page => page.page('.before').text()).join(' ')).toContain('Asked before:')
})

test.each([
  ['a measure that does not exist', '/kirkdale/scrutiny/enquiries/xx-99/2026-27-q2'],
  ['a period that does not exist', '/kirkdale/scrutiny/enquiries/hc-07/2026-27-q9'],
  ['a seventh friend', `${walk}/whence`],
])('%s is not found', async (_, path) => {
  expect((await singh.open(path)).status).toBe(404)
})

test('a question cannot be put under another friend', async () => {
  expect((await ask('how', '1', { choice: 'ask' })).status).toBe(404)
  expect((await ask('why', '99', { choice: 'ask' })).status).toBe(404)
})
