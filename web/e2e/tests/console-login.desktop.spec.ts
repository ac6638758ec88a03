import { buy, desk, inEnglish } from '../src/console.ts'
import { asOwner } from '../src/owner.ts'
import { expect, expectForAll, test } from '../src/test.ts'

test('a merchant logs in and comes to what was asked for', async ({ page, world, watch }) => {
  watch.allow(/status of 40[0-9]/)
  await inEnglish(page)
  await page.goto(desk(world, 'orders'))
  await expect(page.getByRole('heading', { name: 'Log in to the desk' })).toBeVisible()
  await expectForAll(page)

  await page.getByLabel('Mail or phone').fill(world.demo.ownerLogin ?? '')
  await page.getByLabel('Password', { exact: true }).last().fill('not-the-password')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  await page.getByLabel('Password', { exact: true }).last().fill(world.demo.ownerPassword ?? '')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await expect(page).toHaveURL(desk(world, 'orders'))
})

test('both languages and both tones, kept between visits', async ({ page, world }) => {
  await asOwner(page, world)
  await page.goto(desk(world, 'overview'))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'New orders' })).toBeVisible()
  await page.getByRole('button', { name: 'Switch to dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.reload()

  await expect(page.getByRole('heading', { name: 'New orders' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { name: '新订单' })).toBeVisible()
})

test('by keyboard alone from the door to an order', async ({ page, world, server }) => {
  await buy(server, world)
  await buy(server, world)
  await inEnglish(page)
  await page.goto(desk(world, 'orders'))
  await page.getByLabel('Mail or phone').focus()
  await page.keyboard.type(world.demo.ownerLogin ?? '')
  await page.keyboard.press('Tab')
  await page.keyboard.type(world.demo.ownerPassword ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  const rows = page.getByRole('region', { name: 'Orders' }).locator('tbody tr')
  await rows.first().locator('a').focus()
  await expect(rows.first().locator('a')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1).locator('a')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Order \d+/ })).toBeVisible()
})

test('a shop that is not there looks like one without a seat', async ({ page, world }) => {
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto('/console/no-such-shop/orders')
  await expect(page.getByRole('heading', { name: 'You have no shop here' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the overview', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'New orders' })).toBeVisible()
})

test('a link that was used before makes nobody an operator', async ({ page, watch }) => {
  watch.allow(/status of 403/)
  await inEnglish(page)
  await page.goto('/console/first-operator#wql_used')
  await page.getByLabel('Mail or phone').fill('lin@example.com')
  await page.getByLabel('Name').fill('Lin')
  await page.getByLabel('Password', { exact: true }).last().fill('a long enough sentence')
  await page.getByRole('button', { name: 'Become an operator' }).click()

  await expect(page.getByRole('alert')).toBeVisible()
  await page.goto('/console/operator/shops')
  await expect(page.getByRole('heading', { name: 'Log in to the desk' })).toBeVisible()
})
