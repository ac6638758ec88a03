import type { Page } from '@playwright/test'

import { order, pay, press, reveal } from '../../src/buying.ts'
import { goods } from '../../src/stall.ts'
import { expect, expectForAll, test } from '../../src/test.ts'

const PLACES = ['', '/c', '/search?q=试', '/cart', '/orders', '/look-up', '/account', '/sign-in', '/security', '/privacy', '/hand-off', '/wallet', '/wallet/top-up', '/help', '/nothing/here']

/** So many places one visit goes to: a browser that starts anew takes longer than to look at a page. */
const PLACES_A_VISIT = 5

async function everybodyCanUse(page: Page, place: string): Promise<void> {
  await page.goto(`/s/demo${place}`)
  await expect(page.locator('#main')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectForAll(page)
}

for (let first = 0; first < PLACES.length; first += PLACES_A_VISIT) {
  const places = PLACES.slice(first, first + PLACES_A_VISIT)
  test(`everybody can use ${places.map((place) => place || 'the first page').join(', ')}`, async ({ page, watch }) => {
    watch.allow(/40[134]/)
    for (const place of places) await test.step(place || 'the first page', () => everybodyCanUse(page, place))
  })
}

test('everybody can use the goods and the checkout', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectForAll(page)
  await press(page, '立即购买')
  await expect(page.getByText('商品清单')).toBeVisible()
  await press(page, '提交并支付')
  await expect(page.getByText('请填写邮箱或手机号')).toBeVisible()
  await expectForAll(page)
})

test('everybody can use the payment', async ({ page, server, world }) => {
  await order(page, (await goods(server, world)).path)
  await expect(page.getByRole('timer')).toBeVisible()
  await expectForAll(page)
})

test('everybody can use the order and a case', async ({ page, server, world }) => {
  await order(page, (await goods(server, world)).path)
  await pay(page)
  await reveal(page)
  await expectForAll(page)
  await page.getByRole('link', { name: '卡密有问题？' }).click()
  await expect(page.getByLabel('说明')).toBeVisible()
  await expectForAll(page)
})

test('at night everybody can use it as well', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/s/demo')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectForAll(page)
})
