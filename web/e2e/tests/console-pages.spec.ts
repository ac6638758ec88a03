import type { Page } from '@playwright/test'

import { desk, OPERATOR_DESK } from '../src/console.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import { expect, expectForAll, test } from '../src/test.ts'

const PAGES = ['overview', 'guide', 'products', 'products/new', 'categories', 'cards', 'cards/import', 'cards/defects', 'stock', 'orders', 'cases', 'cases?state=all',
  'hand-overs', 'refunds', 'redemptions', 'channels', 'channels/connect', 'channels/profit', 'own-channels', 'prices', 'price-agreements', 'money', 'bills', 'payouts', 'invoices',
  'payment-accounts', 'ledger', 'ledger?tab=proof', 'staff', 'roles', 'tokens', 'trail', 'recount', 'settings', 'home-page', 'standing', 'risk/reviews', 'risk/decisions',
  'risk/rules', 'risk/rules/usual', 'risk/lists', 'nothing-here']

const OPERATOR_PAGES = ['cases', 'shops', 'applications', 'holding', 'payouts', 'payouts?state=succeeded', 'bill-differences', 'rates', 'ledger-proof', 'fund', 'rail-terms',
  'incidents', 'risk/reviews', 'risk/decisions', 'risk/rules', 'risk/rules/usual', 'risk/lists']
const SHOP_TABS = ['standing', 'deposit', 'bills', 'books']

async function everybodyCanUse(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined)
  await expectForAll(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, 'nothing is wider than the screen').toBeLessThanOrEqual(0)
}

for (const path of PAGES) {
  test(`everybody can use ${path}`, async ({ page, world }) => {
    await asOwner(page, world)
    await everybodyCanUse(page, desk(world, path))
  })
}

for (const path of OPERATOR_PAGES) {
  test(`everybody of the platform can use ${path}`, async ({ page, world }) => {
    await asOperator(page, world)
    await everybodyCanUse(page, `${OPERATOR_DESK}/${path}`)
  })
}

for (const tab of SHOP_TABS) {
  test(`everybody of the platform can look at a shop's ${tab}`, async ({ page, world }) => {
    await asOperator(page, world)
    await everybodyCanUse(page, `${OPERATOR_DESK}/shops/${world.demo.shop}?tab=${tab}`)
  })
}

test('everybody can use the way in of the first operator', async ({ page }) => {
  await everybodyCanUse(page, '/console/first-operator#secret')
})

test('everybody can use their account', async ({ page, world }) => {
  await asOwner(page, world)
  await page.goto('/console/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectForAll(page)
})
