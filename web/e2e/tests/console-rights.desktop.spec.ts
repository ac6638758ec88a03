import type { Page } from '@playwright/test'

import { desk, inEnglish, OPERATOR_DESK } from '../src/console.ts'
import { someone } from '../src/someone.ts'
import { asStaff, invited, PASSWORD, told } from '../src/staff.ts'
import { expect, expectForAll, test } from '../src/test.ts'

test.beforeEach(async ({ page }) => inEnglish(page))

/** Opens every entry of the navigation. Nothing may be refused: a refusal would be an error in the page's console, which the test watches. */
async function openAll(page: Page): Promise<string[]> {
  const navigation = page.getByRole('navigation', { name: 'Navigation' })
  await expect(navigation.getByRole('link').nth(1)).toBeVisible()
  const paths = await navigation.locator('a.entry').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const path of paths) {
    await test.step(path, async () => {
      await navigation.locator(`a.entry[href="${path}"]`).click()
      await expect(navigation.locator(`a.entry[href="${path}"]`)).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.el-skeleton').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByText('Your role does not open this')).toHaveCount(0)
      await expect(page.locator('#main').getByRole('alert')).toHaveCount(0)
    })
  }
  return paths.map((path) => path.replace(/^\/console\/[^/]+\//, ''))
}

test('a member of staff who may only look sees no actions, and what he sees works', async ({ page, world }) => {
  await asStaff(page, world, 'viewer')
  await page.goto('/console/')
  await expect(page).toHaveURL(new RegExp(desk(world, 'overview')))

  const paths = await openAll(page)
  expect(paths).toEqual(expect.arrayContaining(['overview', 'products', 'cards', 'stock', 'orders', 'cases', 'refunds', 'prices', 'settings', 'risk/reviews']))
  expect(['guide', 'staff', 'tokens', 'money', 'payouts', 'invoices', 'wallet', 'channels', 'own-channels', 'hand-overs', 'customers', 'trail', 'risk/rules'].filter((path) => paths.includes(path))).toEqual([])
})

test('pages with something to change show it to whoever may only look, and no way to change it', async ({ page, world }) => {
  await asStaff(page, world, 'viewer')
  await page.goto(desk(world, 'products'))
  const first = page.getByRole('region', { name: 'Products' }).getByRole('link').first()
  await expect(first).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add a product' })).toHaveCount(0)
  await first.click()
  await expect(page.getByLabel('Name', { exact: true })).toBeDisabled()
  await expect(page.getByText('changing needs the right “Change goods and prices”')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await page.goto(desk(world, `stock/${world.demo.cardPool}`))
  await expect(page.locator('.share').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0)
  await page.goto(desk(world, 'settings'))
  await expect(page.getByRole('link', { name: `/s/${world.demo.slug}` }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Rename|Close the shop|Add a domain|Save/ })).toHaveCount(0)
})

test('a page opened by its address says what is missing, and where to go on', async ({ page, world }) => {
  await asStaff(page, world, 'viewer')
  await page.goto(desk(world, 'payouts'))

  await expect(page.getByRole('heading', { level: 1, name: 'Your role does not open this' })).toBeVisible()
  await expect(page.getByText('“See the books”')).toBeVisible()
  await expectForAll(page)
  await page.getByRole('link', { name: 'To a page you can open' }).click()
  await expect(page).toHaveURL(new RegExp(desk(world, 'overview')))
})

test('staff whose work is not the orders begin at their own work', async ({ page, world }) => {
  await asStaff(page, world, 'catalog')
  await page.goto(desk(world, 'overview'))
  const work = page.getByRole('navigation', { name: 'Your work' })

  await expect(work.getByRole('link', { name: 'Products' })).toBeVisible()
  await expect(work.getByRole('link', { name: 'Orders' })).toHaveCount(0)
  await work.getByRole('link', { name: 'Categories' }).click()
  await page.getByRole('button', { name: 'Add a category' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a small role of the platform begins at what it opens, and finds no action it may not take', async ({ page, world }) => {
  await asStaff(page, world, 'operations', 'platform')
  await page.goto('/console/')
  await expect(page).toHaveURL(new RegExp(`${OPERATOR_DESK}/cases`))

  const paths = await openAll(page)
  expect(paths).toEqual(expect.arrayContaining(['cases', 'shops', 'applications', 'holding', 'trail', 'risk/rules']))
  expect(['payouts', 'fund', 'rail-terms', 'wallets', 'rates', 'incidents', 'bill-differences'].filter((path) => paths.includes(path))).toEqual([])
  await page.goto(`${OPERATOR_DESK}/holding`)
  await expect(page.getByRole('button', { name: 'Change the rule' })).toBeVisible()
  await page.goto(`${OPERATOR_DESK}/shops/${world.demo.shop}?tab=deposit`)
  await expect(page.getByRole('link', { name: 'Standing', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Deposit', exact: true })).toHaveCount(0)
  await page.goto(`${OPERATOR_DESK}/wallets`)
  await expect(page.getByText('“See the books”')).toBeVisible()
})

test('an analyst of the platform reads the money and moves none', async ({ page, world }) => {
  await asStaff(page, world, 'analyst', 'platform')
  for (const [path, heading] of [['wallets', 'Stored value'], ['fund', 'Compensation fund'], ['rail-terms', 'Terms']] as const) {
    await page.goto(`${OPERATOR_DESK}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
    await expect(page.locator('#main header').getByRole('button')).toHaveCount(0)
  }
})

test('somebody who is invited opens an account and stands at the shop with what the role allows', async ({ page, world }) => {
  const login = someone()
  await page.goto(await invited(world, login, 'stock'))
  await expect(page.getByRole('heading', { level: 1, name: 'Join the team' })).toBeVisible()
  await expectForAll(page)
  await page.getByRole('button', { name: 'I have no account yet' }).click()
  await page.getByLabel('Mail or phone').fill(login)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(`A code was sent to ${login}`)).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(await told(world, login, /code is (\d{6})/))
  await page.getByLabel('Name').fill('Lin')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Open the account and join' }).click()

  await expect(page).toHaveURL(new RegExp(desk(world, 'overview')))
  await expect(page.getByRole('navigation', { name: 'Your work' }).getByRole('link', { name: 'Stock' })).toBeVisible()
})
