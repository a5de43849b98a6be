import { faultsByAxe, journey, sidewaysAt320, signInAs } from '../support/journey'

const at = journey()

test('the pages about people have no fault that axe can find, and fit a phone', async () => {
  const { page, faults, close } = await at.open()
  const found: Record<string, unknown> = {}
  const look = async (path: string) => {
    await page.goto(path)
    found[path] = { axe: await faultsByAxe(page), over: await sidewaysAt320(page) }
  }

  await look('/sign-in')
  await look('/kirkdale/help/glossary')
  await look(`/invitations/${'x'.repeat(43)}`)
  await signInAs(page, 'Ada Brook')
  await look('/account')
  await look('/kirkdale/people')
  await look('/kirkdale/audit')
  await page.goto('/kirkdale/people')
  const olive = await page.getByRole('link', { name: 'Olive Hartley' }).getAttribute('href')
  await look(olive!)
  await look('/kirkdale/scorecard/nowhere')

  for (const [path, { axe, over }] of Object.entries(found) as [
    string,
    { axe: string[]; over: number },
  ][]) {
    expect({ path, axe, over }).toEqual({ path, axe: [], over: 0 })
  }
  expect(faults.filter(fault => !/404/.test(fault))).toEqual([])
  await close()
}, 120_000)

test.each([true, false])(
  'a person is added and comes in, by keyboard (scripts: %s)',
  async javaScriptEnabled => {
    const ada = await at.open({ javaScriptEnabled })
    await signInAs(ada.page, 'Ada Brook')
    await ada.page.goto('/kirkdale/people')
    await ada.page.getByLabel('Name', { exact: true }).focus()
    await ada.page.keyboard.type('Rowan Bell')
    await ada.page.keyboard.press('Tab')
    await ada.page.keyboard.type(`rowan.${javaScriptEnabled}@kirkdale.example`)
    await ada.page.getByLabel('Partnership manager').focus()
    await ada.page.keyboard.press('Space')
    await ada.page.getByLabel('Name', { exact: true }).focus()
    await ada.page.keyboard.press('Enter')
    await ada.page.getByRole('heading', { name: 'A link for Rowan Bell' }).waitFor()
    const link = (await ada.page.locator('#link').textContent())!.trim()
    await ada.close()

    const rowan = await at.open({ javaScriptEnabled })
    await rowan.page.goto(link)
    await rowan.page.getByLabel('New password').focus()
    await rowan.page.keyboard.type('otter lantern gravel thimble')
    await rowan.page.keyboard.press('Enter')
    await rowan.page.waitForURL(address => !address.pathname.startsWith('/invitations'))
    expect(await rowan.page.getByRole('button', { name: 'Sign out' }).count()).toBe(1)

    await rowan.page.getByRole('button', { name: 'Sign out' }).click()
    await rowan.page.goBack()
    expect(await rowan.page.getByRole('link', { name: 'Sign in' }).count()).toBeGreaterThan(0)
    await rowan.close()
  },
  120_000,
)
