import type { Page } from '@playwright/test'

import { desk, OPERATOR_DESK } from '../src/console.ts'
import { INVOICE, withInvoices } from '../src/invoices.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import { expect, expectForAll, test } from '../src/test.ts'

const PAGES = ['overview', 'guide', 'products', 'products/new', 'categories', 'cards', 'cards/import', 'cards/defects', 'stock', 'orders', 'cases', 'cases?state=all',
  'hand-overs', 'refunds', 'redemptions', 'channels', 'channels/connect', 'channels/profit', 'own-channels', 'prices', 'price-agreements', 'money', 'bills', 'payouts', 'invoices',
  'payment-accounts', 'wallet', 'ledger', 'ledger?tab=proof', 'staff', 'roles', 'tokens', 'trail', 'recount', 'settings', 'home-page', 'standing', 'risk/reviews', 'risk/decisions',
  'risk/rules', 'risk/rules/usual', 'risk/lists', 'nothing-here']

const OPERATOR_PAGES = ['cases', 'shops', 'applications', 'holding', 'payouts', 'payouts?state=succeeded', 'bill-differences', 'rates', 'wallets', 'ledger-proof', 'fund', 'rail-terms',
  'incidents', 'staff', 'roles', 'trail', 'risk/reviews', 'risk/decisions', 'risk/rules', 'risk/rules/usual', 'risk/lists']
const SHOP_TABS = ['standing', 'deposit', 'invoices', 'bills', 'books']

/** So many pages one visit goes through: signing in and loading the program takes longer than to look at a page. */
const PAGES_A_VISIT = 8
const LOADING = '[aria-busy="true"], .el-loading-mask, .el-skeleton'

async function everybodyCanUse(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator(LOADING).filter({ visible: true })).toHaveCount(0)
  await expectForAll(page)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'nothing is wider than the screen').toBeLessThanOrEqual(0)
}

const visits = (paths: string[]): string[][] =>
  Array.from({ length: Math.ceil(paths.length / PAGES_A_VISIT) }, (_, n) => paths.slice(n * PAGES_A_VISIT, (n + 1) * PAGES_A_VISIT))

for (const paths of visits(PAGES)) {
  test(`everybody can use ${paths.join(', ')}`, async ({ page, world }) => {
    await asOwner(page, world)
    for (const path of paths) await test.step(path, () => everybodyCanUse(page, desk(world, path)))
  })
}

for (const paths of visits([...OPERATOR_PAGES, ...SHOP_TABS])) {
  test(`everybody of the platform can use ${paths.join(', ')}`, async ({ page, world }) => {
    await asOperator(page, world)
    for (const path of paths) {
      await test.step(path, () => everybodyCanUse(page, `${OPERATOR_DESK}/${SHOP_TABS.includes(path) ? `shops/${world.demo.shop}?tab=${path}` : path}`))
    }
  })
}

test('everybody can use the invoice of a month', async ({ page, world }) => {
  await asOwner(page, world)
  await withInvoices(page)
  await everybodyCanUse(page, desk(world, `invoices/${INVOICE.year}/${INVOICE.number}`))
})

test('everybody can use the way in of the first operator', async ({ page }) => {
  await everybodyCanUse(page, '/console/first-operator#secret')
})

test('everybody can use their account', async ({ page, world }) => {
  await asOwner(page, world)
  await page.goto('/console/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator(LOADING).filter({ visible: true })).toHaveCount(0)
  await expectForAll(page)
})
