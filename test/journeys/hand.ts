import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: every way has to do for everything. */
export interface Hand {
  press(button: Locator): Promise<void>
  type(field: Locator, text: string): Promise<void>
  choose(radio: Locator): Promise<void>
  pick(list: Locator, label: string): Promise<void>
}

export function mouse(): Hand {
  return {
    press: button => button.click(),
    type: (field, text) => field.fill(text),
    choose: radio => radio.check(),
    pick: async (list, label) => void (await list.selectOption({ label })),
  }
}

/** Tab, Enter, Space, arrows and letters, and nothing else. */
export function keyboard(page: Page): Hand {
  return {
    async press(button) {
      await reach(page, button)
      await page.keyboard.press('Enter')
    },

    async type(field, text) {
      await reach(page, field)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    },

    /** Tab stops once at a group of radios; arrows go round in it. */
    async choose(radio) {
      const name = (await radio.getAttribute('name'))!
      await reach(page, page.locator(`input[name="${name}"]:focus`).or(radio))
      for (let turn = 0; turn < LIMIT && !(await radio.isChecked()); turn += 1) {
        await page.keyboard.press(turn === 0 ? 'Space' : 'ArrowDown')
      }
    },

    async pick(list, label) {
      await reach(page, list)
      const options = list.locator('option')
      const wanted = await options.filter({ hasText: label }).first().getAttribute('value')
      for (let turn = 0; turn < LIMIT && (await list.inputValue()) !== wanted; turn += 1) {
        await page.keyboard.press('ArrowDown')
      }
    },
  }
}

/** No page of ours has so many places to stop at. */
const LIMIT = 400

async function reach(page: Page, goal: Locator): Promise<void> {
  await goal.first().waitFor()
  for (let turn = 0; turn < LIMIT; turn += 1) {
    if (await goal.evaluateAll(found => found.some(one => one === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${goal}`)
}
