import { order, pay, press, reveal } from '../../src/buying.ts'
import { goods } from '../../src/stall.ts'
import { expect, expectForAll, test } from '../../src/test.ts'

const PLACES = ['', '/c', '/search?q=试', '/cart', '/orders', '/look-up', '/account', '/sign-in', '/security', '/privacy', '/hand-off', '/wallet', '/wallet/top-up', '/help', '/nothing/here']

for (const place of PLACES) {
  test(`everybody can use ${place || 'the first page'}`, async ({ page, watch }) => {
    watch.allow(/40[134]/)
    await page.goto(`/s/demo${place}`)
    await expect(page.locator('#main')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectForAll(page)
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
