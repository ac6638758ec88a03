import { buyOne, desk, inEnglish, OPERATOR_DESK, until } from '../src/console.ts'
import { drawable, earn } from '../src/earning.ts'
import { asOperator } from '../src/operator.ts'
import { ownShop, somebody } from '../src/own-shop.ts'
import { asOwner } from '../src/owner.ts'
import { goods } from '../src/stall.ts'
import { expect, test } from '../src/test.ts'

// Each of them opens accounts and shops of its own, and sees several desks.
test.slow()

test('a shop goes from its owner to the one it was offered to, and to his desk', async ({ page, browser, server, world, watch }) => {
  const { world: shop } = await ownShop(server, world, await somebody(server, world))
  const other = await somebody(server, world)
  await inEnglish(page)
  await asOwner(page, shop)
  await page.goto(desk(shop, 'settings'))
  await page.getByRole('button', { name: 'Offer the shop' }).click()
  const dialog = page.getByRole('dialog', { name: 'Offer the shop' })
  await dialog.getByLabel('Their mail or phone').fill(other.login)
  await dialog.getByRole('button', { name: 'Offer the shop' }).click()
  await expect(page.getByText('This code is shown once; give it to them:')).toBeVisible()
  const secret = await page.locator('code').last().textContent() ?? ''

  const theirs = await (await browser.newContext({ baseURL: world.url })).newPage()
  await inEnglish(theirs)
  await asOwner(theirs, { ...shop, demo: { ownerLogin: other.login, ownerPassword: other.password } })
  await theirs.goto('/console/account')
  await theirs.getByLabel('Code', { exact: true }).fill(secret)
  await theirs.getByRole('button', { name: 'Take over' }).click()
  await expect(theirs.getByText(`${shop.demo.name} is yours now`)).toBeVisible()
  await expect(theirs).toHaveURL(new RegExp(desk(shop, 'overview')))
  await theirs.goto(desk(shop, 'settings'))
  await expect(theirs.getByRole('button', { name: 'Offer the shop' })).toBeEnabled()
  await theirs.context().close()

  watch.allow(/status of 403/)
  await page.goto(desk(shop, 'settings'))
  await expect(page.getByRole('heading', { name: 'Hand the shop over' })).toHaveCount(0)
})

test('a pool is shared with another shop of the owner, which sells from it until that ends', async ({ page, server, world }) => {
  const owner = await somebody(server, world)
  const first = await ownShop(server, world, owner)
  const second = await ownShop(server, world, owner)
  const { title, pool } = await goods(first.server, first.world, 2)
  const { id: product } = await second.server.merchant<{ id: string }>('POST', '/products', { title: 'Same cards', description: '', state: 'ON' })
  await inEnglish(page)
  await asOwner(page, first.world)
  await page.goto(desk(first.world, 'settings'))
  await page.getByRole('button', { name: 'Share a pool' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a pool' })
  await dialog.getByRole('combobox', { name: 'Pool' }).click()
  await page.getByRole('option', { name: title }).click()
  await dialog.getByLabel('Reason').fill('one stock for both')
  await dialog.getByRole('button', { name: 'Share a pool' }).click()
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toContainText(second.world.demo.name ?? '')

  await page.goto(desk(second.world, `products/${product}`))
  await page.getByRole('button', { name: 'Add a SKU' }).click()
  const variant = page.getByRole('dialog', { name: 'Add a SKU' })
  await variant.getByLabel('Name of the SKU').fill('100 points')
  await variant.getByRole('combobox', { name: 'Pool' }).click()
  await page.getByRole('option', { name: new RegExp(`of ${first.world.demo.name}`) }).click()
  await variant.getByLabel('Price', { exact: true }).fill('8.80')
  await variant.getByRole('button', { name: 'Save' }).click()
  await expect(variant).toHaveCount(0)
  const sku = await until(async () => (await second.server.merchant<{ items: { id: string, pool: string }[] }>('GET', '/skus')).items.find((it) => it.pool === pool)?.id)
  const { number } = await until(() => buyOne(server, second.world, sku).catch(() => undefined))
  await until(async () => ((await second.server.merchant<{ state: string }>('GET', `/orders/${number}`)).state === 'delivered' ? true : undefined))
  await page.goto(desk(first.world, `stock/${pool}`))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect((await first.server.merchant<{ available: number, sold: number }>('GET', `/pools/${pool}`))).toMatchObject({ available: 1, sold: 1 })
})

test('a payout is rejected with a reason, which the shop reads, and its money is there again', async ({ page, browser, server, world }) => {
  const mine = await ownShop(server, world, await somebody(server, world))
  await earn(mine.server, mine.world)
  const before = await drawable(mine.server)
  const receiver = await mine.server.merchant<{ id: string }>('POST', '/payout-receivers', { rail: 'sandbox', account: 'mei-1' })
  await mine.server.merchant('POST', '/payouts', { receiver: receiver.id, amount: { minor: 300, currency: 'CNY' } })
  expect(await drawable(mine.server)).toBe(before - 300)
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/payouts`)
  const row = page.getByRole('row').filter({ hasText: mine.world.demo.name ?? '' })
  await row.getByRole('button', { name: /^Reject the payout/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Reject' })
  await dialog.getByLabel('Reason').fill('The account bears another name')
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await expect(row).toHaveCount(0)

  expect(await drawable(mine.server)).toBe(before)
  const theirs = await (await browser.newContext({ baseURL: world.url })).newPage()
  await inEnglish(theirs)
  await asOwner(theirs, mine.world)
  await theirs.goto(desk(mine.world, 'payouts'))
  const payout = theirs.getByRole('row').filter({ hasText: 'mei-1' })
  await expect(payout).toContainText('Rejected')
  await expect(payout).toContainText('The account bears another name')
  await expect(theirs.getByText('CN¥9.90')).toBeVisible()
  await theirs.context().close()
})
