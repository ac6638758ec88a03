import { desk, inEnglish, OPERATOR_DESK, until } from '../src/console.ts'
import { earn } from '../src/earning.ts'
import { asOperator } from '../src/operator.ts'
import { ownShop, somebody } from '../src/own-shop.ts'
import { asOwner } from '../src/owner.ts'
import { expect, test } from '../src/test.ts'

test('a payout is asked for by the shop and approved by the platform', async ({ page, world, server }) => {
  const mine = await ownShop(server, world, await somebody(server, world))
  await earn(mine.server, mine.world)
  const account = `mei-${crypto.randomUUID().slice(0, 8)}`
  const receiver = await mine.server.merchant<{ id: string }>('POST', '/payout-receivers', { rail: 'sandbox', account })
  const payout = await mine.server.merchant<{ id: string }>('POST', '/payouts', { receiver: receiver.id, amount: { minor: 100, currency: 'CNY' } })
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/payouts`)
  const row = page.getByRole('row').filter({ hasText: account })
  await expect(row).toContainText('CN¥1.00')

  await row.getByRole('button', { name: /^Approve the payout/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Approve' })
  await expect(dialog.getByText(`sandbox · ${account}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Approve' }).click()

  await expect(page.getByText('Approved; the rail pays it')).toBeVisible()
  await expect(row).toHaveCount(0)
  await until(async () => ((await mine.server.merchant<{ state: string }>('GET', `/payouts/${payout.id}`)).state === 'succeeded' ? true : undefined))
  await page.goto(`${OPERATOR_DESK}/payouts?state=succeeded`)
  await expect(row).toContainText('platform: ')
})

test('a shop is found by its address, and everything about it stands on its page', async ({ page, world }) => {
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/shops`)
  await page.getByRole('textbox', { name: 'Name or address' }).fill(world.demo.slug ?? '')
  await expect(page).toHaveURL(new RegExp(`search=${world.demo.slug}`))
  const found = page.getByRole('row').filter({ has: page.getByRole('link') })
  await expect(found.filter({ hasNotText: world.demo.slug })).toHaveCount(0)
  await found.filter({ hasText: 'Open' }).getByRole('link').first().click()

  await expect(page.getByText(world.demo.shop ?? '')).toBeVisible()
  await page.getByRole('link', { name: 'Deposit', exact: true }).click()
  await expect(page.getByText('Required deposit')).toBeVisible()
  await page.getByRole('link', { name: 'Bill checks', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Bill differences' })).toBeVisible()
  await page.getByRole('link', { name: 'Books', exact: true }).click()
  await page.getByRole('button', { name: 'Prove' }).click()
  await expect(page.getByText('All intact')).toBeVisible()
})

test('the books of all shops are proved line by line', async ({ page, world }) => {
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/ledger-proof`)
  await page.getByRole('button', { name: 'Prove' }).click()

  await expect(page.getByText('All intact')).toBeVisible()
  await expect(page.getByText(/sets? of books/)).toBeVisible()
})

test('a rate is told with its source and listed', async ({ page, world }) => {
  const source = `Central bank ${crypto.randomUUID().slice(0, 6)}`
  await inEnglish(page)
  await asOperator(page, world)
  await page.goto(`${OPERATOR_DESK}/rates`)
  await page.getByRole('button', { name: 'Tell a rate' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tell a rate' })
  await dialog.getByLabel('Currency').fill('sek')
  await dialog.getByLabel('One unit is worth (CNY)').fill('0.6543')
  await dialog.getByLabel('Source').fill(source)
  await dialog.getByRole('button', { name: 'Tell a rate' }).click()

  const row = page.getByRole('row').filter({ hasText: source })
  await expect(row).toContainText('SEK')
  await expect(row).toContainText('0.6543')
})

test('a shop is offered to somebody else, with a code that is shown once, and taken back', async ({ page, world }) => {
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto(desk(world, 'settings'))
  await page.getByRole('button', { name: 'Offer the shop' }).click()
  const dialog = page.getByRole('dialog', { name: 'Offer the shop' })
  await dialog.getByLabel('Their mail or phone').fill('lin@example.com')
  await dialog.getByRole('button', { name: 'Offer the shop' }).click()
  await expect(page.getByText('This code is shown once; give it to them:')).toBeVisible()

  await page.reload()
  await expect(page.getByText(/^Waits to be taken over/)).toBeVisible()
  await expect(page.getByText('This code is shown once; give it to them:')).toHaveCount(0)
  await page.getByRole('button', { name: 'Take the offer back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the offer back' }).click()
  await expect(page.getByRole('button', { name: 'Offer the shop' })).toBeVisible()
})

test('a second factor is set up from a code that an authenticator scans', async ({ page, world }) => {
  await inEnglish(page)
  await asOwner(page, world)
  await page.goto('/console/account')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('img', { name: 'Code to be scanned by an authenticator' })).toBeVisible()
})
