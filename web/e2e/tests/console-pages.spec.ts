import { desk } from '../src/console.ts'
import { asOwner } from '../src/owner.ts'
import { expect, expectForAll, test } from '../src/test.ts'

const PAGES = ['overview', 'guide', 'products', 'products/new', 'categories', 'cards', 'cards/import', 'cards/defects', 'stock', 'orders', 'cases', 'cases?state=all',
  'hand-overs', 'refunds', 'redemptions', 'channels', 'channels/connect', 'channels/profit', 'own-channels', 'prices', 'price-agreements', 'money', 'bills', 'payouts', 'invoices',
  'payment-accounts', 'ledger', 'ledger?tab=proof', 'staff', 'roles', 'tokens', 'trail', 'recount', 'settings', 'home-page', 'nothing-here']

for (const path of PAGES) {
  test(`everybody can use ${path}`, async ({ page, world }) => {
    await asOwner(page, world)
    await page.goto(desk(world, path))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined)
    await expectForAll(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
  })
}

test('everybody can use their account', async ({ page, world }) => {
  await asOwner(page, world)
  await page.goto('/console/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectForAll(page)
})
