import { buy, desk, inEnglish, newCards } from '../src/console.ts'
import { asOwner } from '../src/owner.ts'
import { expect, test } from '../src/test.ts'

test.beforeEach(async ({ page, world }) => {
  await inEnglish(page)
  await asOwner(page, world)
})

test('a file of cards comes in with its bad lines told, and is found again among the jobs', async ({ page, world }) => {
  const cards = newCards(40)
  await page.goto(desk(world, `cards/import?pool=${world.demo.cardPool}`))
  await page.getByText('Upload a file').click()
  await page.locator('input[type=file]').setInputFiles({ name: 'cards.txt', mimeType: 'text/plain', buffer: Buffer.from([...cards, cards[0]].join('\n')) })
  await page.getByRole('button', { name: 'Start the import' }).click()

  await expect(page.getByRole('heading', { level: 1, name: /^Import/ })).toBeVisible()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(page.locator('dd.loaded')).toHaveText('40')
  const errors = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download bad lines' }).click()
  expect((await errors).suggestedFilename()).toContain('errors')

  await page.getByRole('button', { name: /^Jobs and notices/ }).click()
  await expect(page.getByText('40 loaded').first()).toBeVisible()
})

test('a sale is seen the moment it happens, and opened', async ({ page, world, server }) => {
  await server.load(world.demo.cardPool ?? '', newCards(3))
  await page.goto(desk(world, 'overview'))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  const number = await buy(server, world)

  const row = page.locator(`a[href$="/orders/${number}"]`)
  await expect(row).toBeVisible()
  await expect(row).toContainText('Delivered')
  await row.click()
  await expect(page.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible()
  await expect(page.getByText('Shop page')).toBeVisible()
  await expect(page.getByText('Paid (sandbox)')).toBeVisible()
})

test('what is asked of a table stands in its address and survives reloading and going back', async ({ page, world, server }) => {
  await server.load(world.demo.cardPool ?? '', newCards(3))
  const number = await buy(server, world)
  const rows = page.getByRole('region', { name: 'Orders' }).locator('tbody tr')
  await page.goto(desk(world, 'orders'))
  await page.getByRole('textbox', { name: /Number, ours/ }).fill(number)
  await expect(page).toHaveURL(new RegExp(`number=${number}`))
  await expect(rows).toHaveCount(1)

  await page.reload()
  await expect(page.getByRole('textbox', { name: /Number, ours/ })).toHaveValue(number)
  await expect(rows).toHaveCount(1)
  await page.getByRole('link', { name: number }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible()
  await page.goBack()

  await expect(page).toHaveURL(new RegExp(`number=${number}`))
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(page).not.toHaveURL(/number=/)
})

test('an export of card keys asks again who is there, and then goes on by itself', async ({ page, world, server, watch }) => {
  watch.allow(/status of 403/)
  await server.load(world.demo.cardPool ?? '', newCards(2))
  // The log-in is recent, so the first answer is that of a session from this morning.
  let stale = true
  await page.route('**/api/v1/batches/*/cards', async (route) => {
    if (!stale) return route.continue()
    stale = false
    await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ type: '/problems/identity.step-up-needed', title: '', status: 403, code: 'identity.step-up-needed' }) })
  })
  await page.goto(desk(world, 'cards'))
  await page.getByRole('button', { name: /^Actions for the batch/ }).first().click()
  await page.getByRole('menuitem', { name: 'Export the keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Please confirm that it is you' })).toBeVisible()

  const file = page.waitForEvent('download')
  await page.getByLabel('Password').fill(world.demo.ownerPassword ?? '')
  await page.getByRole('button', { name: 'Confirm' }).click()

  expect((await file).suggestedFilename()).toContain('batch-')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a rule for a channel is tried out before it is set, and can be undone', async ({ page, world, server }) => {
  await server.load(world.demo.cardPool ?? '', newCards(5))
  await page.goto(desk(world, `stock/${world.demo.cardPool}`))
  await page.locator('.share').first().getByRole('button', { name: 'Change' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('What channels would be told')).toBeVisible()
  await drawer.getByLabel('Told share (%)').fill('50')
  await drawer.getByLabel('Told share (%)').press('Tab')
  await expect(drawer.locator('tr.mine td.less')).toBeVisible()
  await drawer.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByText('Rule changed; channels are being told')).toBeVisible()
  await expect(page.locator('.share').first()).toContainText('50 per cent')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.share').first()).not.toContainText('50 per cent')
})
