import type { Locator, Page } from 'playwright-core'
import { type Journey, signInAs } from '../support/journey'
import { type Hand, keyboard, mouse } from './hand'

interface Way {
  by: 'mouse' | 'keyboard'
  scripts: boolean
}

const MEASURE = 'Household waste recycled'
const REASON = 'The contractor lost two lorries for five weeks.'
const REWORDED = 'What will you do differently before Christmas?'
const NOTE = 'Ask the waste manager, not the director.'
const FOLLOW_UP = 'And if the lorries fail again?'

/** One quarter of one measure, from the data officer's desk to the printed plan of a councillor. */
export function playsTheQuarter(journey: Journey, way: Way): void {
  const people: Page[] = []

  async function begin(name: string): Promise<{ page: Page; hand: Hand; faults: string[] }> {
    const { page, faults } = await journey.open({ javaScriptEnabled: way.scripts })
    people.push(page)
    const hand = way.by === 'keyboard' ? keyboard(page) : mouse()
    if (way.by === 'mouse') {
      await signInAs(page, name)
    } else {
      await page.goto('/sign-in')
      await hand.press(page.getByRole('button', { name: `Sign in as ${name}` }))
      await page.waitForURL(address => address.pathname !== '/sign-in')
    }
    return { page, hand, faults }
  }

  afterAll(async () => {
    for (const page of people) await page.context().close()
  })

  test('Olive enters a red figure with its reason, and submits it', async () => {
    const { page, hand, faults } = await begin('Olive Hartley')
    await hand.press(page.getByRole('link', { name: MEASURE, exact: true }))
    await hand.type(page.getByLabel('Tonnes recycled, composted or reused'), '8,070')
    await hand.type(page.getByLabel('Tonnes of household waste'), '18,300')
    await hand.choose(page.getByLabel('Final'))
    await hand.press(page.getByRole('button', { name: 'Save and submit' }))

    // Red without a reason: the summary leads to the field that wants it.
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.getByLabel('Tonnes of household waste').inputValue()).toBe('18,300')
    await hand.press(summary.getByRole('link', { name: 'Select the main reason' }))
    await hand.pick(page.getByLabel('Main reason'), 'A contractor or supplier')
    await hand.type(page.getByLabel('Explain it'), REASON)
    await hand.press(page.getByRole('button', { name: 'Save and submit' }))

    await page.getByText(`44.1% for 2026/27 Q2 is saved and sent`).waitFor()
    expect(expected(faults)).toEqual([])
  })

  test('Asha approves it', async () => {
    const { page, hand, faults } = await begin('Asha Mensah')
    await hand.press(page.getByRole('link', { name: MEASURE, exact: true }))
    await page.getByText(REASON).waitFor()
    await hand.press(page.getByRole('button', { name: 'Approve' }))
    await page.getByText('Approved. The partnership manager can now publish it').waitFor()
    expect(faults).toEqual([])
  })

  test('Mo publishes it, and it stands on the scorecard', async () => {
    const { page, hand, faults } = await begin('Mo Rahman')
    await hand.press(page.getByRole('link', { name: MEASURE, exact: true }))
    await hand.press(page.getByRole('button', { name: 'Publish' }))
    await page.getByText('Published. Everybody can see it now').waitFor()

    await hand.press(page.getByRole('link', { name: 'Scorecard', exact: true }))
    const line = page.getByRole('row').filter({ hasText: MEASURE })
    expect(tidy(await line.innerText())).toMatch(/Red .*5\.9 points short.* 44\.1% 50\.0%/)
    expect(faults).toEqual([])
  })

  test('Cllr Singh finds it, walks six friends, and leaves with a printed plan', async () => {
    const { page, hand, faults } = await begin('Cllr Jaswinder Singh')
    const prepare = page.getByRole('link', { name: `Prepare questions about ${MEASURE}` })
    if (!(await prepare.isVisible())) {
      await hand.press(page.getByRole('main').getByRole('link', { name: /all/i }).last())
    }
    await hand.press(prepare)
    await hand.press(page.getByRole('link', { name: /^Start with/ }))

    const walked = new Set<string>()
    for (let friend = 0; friend < 6; friend += 1) {
      await page.locator('section.ask').first().waitFor()
      walked.add(new URL(page.url()).pathname.split('/').at(-1)!)
      await chooseOn(page, hand, friend, way)
      const onward = friend < 5 ? /^On to/ : /^See your plan/
      await hand.press(page.locator('.onward').getByRole('link', { name: onward }))
    }
    expect([...walked].sort()).toEqual(['how', 'what', 'when', 'where', 'who', 'why'])

    await planTogether(page, hand)
    expect(faults).toEqual([])
  }, 300_000)
}

/** A choice of a different kind on each of the six. */
async function chooseOn(page: Page, hand: Hand, friend: number, way: Way): Promise<void> {
  const question = page.locator('section.ask').first()
  const button = (name: RegExp) => question.getByRole('button', { name })
  switch (friend) {
    case 1:
      await hand.press(question.getByRole('link', { name: /^Reword/ }))
      await hand.type(question.getByLabel('In your own words'), REWORDED)
      await hand.press(button(/^Ask it this way/))
      await button(/^✓ Asking/).waitFor()
      return
    case 2:
      await hand.press(button(/^Theme only/))
      await button(/^✓ Theme only/).waitFor()
      return
    case 3:
      await hand.press(button(/^Skip/))
      await button(/^✓ Skipped/).waitFor()
      return
    default:
      await hand.press(button(/^Ask this/))
      await button(/^✓ Asking/).waitFor()
      if (friend === 4) await writeNote(question, hand, way)
  }
}

async function writeNote(question: Locator, hand: Hand, { scripts }: Way): Promise<void> {
  const note = question.getByLabel('My note (only you can see it)')
  await hand.type(note, NOTE)
  if (scripts) await question.getByText('Saved', { exact: true }).waitFor()
  else await hand.press(question.getByRole('button', { name: 'Save note' }))
}

async function planTogether(page: Page, hand: Hand): Promise<void> {
  const items = page.locator('.plan__item')
  const wordings = () => page.locator('.plan__question').allInnerTexts()
  await items.first().waitFor()
  const before = await wordings()
  expect(before).toHaveLength(5)
  expect(before).toContain(REWORDED)

  await hand.press(items.first().getByRole('button', { name: /^Down/ }))
  await page.waitForURL(/plan/)
  await page.waitForFunction(
    first => document.querySelector('.plan__question')?.textContent !== first,
    before[0],
  )
  expect(await wordings()).toEqual([before[1], before[0], ...before.slice(2)])

  const first = items.first()
  await hand.press(first.locator('summary'))
  await hand.type(first.getByLabel('Follow-up'), FOLLOW_UP)
  await hand.pick(first.getByLabel('Who asks it'), 'Cllr Tunde Adeyemi')
  await hand.press(first.getByRole('button', { name: 'Save' }))
  await page.getByText(`Then: ${FOLLOW_UP}`).waitFor()

  await hand.press(page.getByRole('link', { name: 'Print it' }))
  await page.getByRole('heading', { name: 'Questions' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  const printed = tidy(await page.locator('main').innerText())
  for (const words of [REWORDED, NOTE, FOLLOW_UP, 'asked by Cllr Tunde Adeyemi', '44.1%']) {
    expect(printed).toContain(words)
  }
  expect(await page.locator('.plan__question').count()).toBe(5)
  expect(await page.locator('.top').isVisible()).toBe(false)
  expect(await page.locator('main a:visible, main button:visible').count()).toBe(0)
}

/** A form sent back with 422 is written to the console by the browser itself. */
function expected(faults: readonly string[]): string[] {
  return faults.filter(fault => !fault.includes('422'))
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
