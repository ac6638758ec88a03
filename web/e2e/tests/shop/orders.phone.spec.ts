import type { Browser } from '@playwright/test'

import { order, pay, press, reveal } from '../../src/buying.ts'
import { until } from '../../src/console.ts'
import { someone } from '../../src/someone.ts'
import { goods } from '../../src/stall.ts'
import { expect, type World, test } from '../../src/test.ts'

test('an order is found by its number and password, and by nothing less', async ({ page, browser, server, world, watch }) => {
  watch.allow(/404/)
  const { path } = await goods(server, world)
  await page.goto(path)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await page.getByLabel('查单密码').fill('night-owl')
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  const number = /\/o\/(\d+)/.exec(page.url())?.[1] ?? ''

  const elsewhere = await browser.newPage({ locale: 'zh-CN', baseURL: world.url })
  await elsewhere.goto('/s/demo/look-up')
  await elsewhere.getByLabel('订单号').fill(number)
  await elsewhere.getByLabel('查单密码').fill('a wrong one')
  await press(elsewhere, '查询')
  await expect(elsewhere.getByRole('alert')).toContainText('订单')
  await elsewhere.getByLabel('查单密码').fill('night-owl')
  await press(elsewhere, '查询')
  await expect(elsewhere.getByText(number)).toBeVisible()
  await elsewhere.close()
})

/** Behind the link that the buyer gave him; what was bought he does not see. */
async function friendPays(browser: Browser, world: World, number: string, token: string): Promise<void> {
  const friend = await browser.newPage({ locale: 'zh-CN', baseURL: world.url })
  await friend.goto(`/s/demo/pay/${number}#${token}`)
  await expect(friend.getByText('只有下单人能看到')).toBeVisible()
  await press(friend, '帮忙付款')
  await press(friend, /^支付 ¥/)
  await expect(friend.getByText('已付款，谢谢你')).toBeVisible()
  await expect(friend.getByText('SECRET')).toHaveCount(0)
  await friend.close()
}

test('a gift that a friend pays for is opened by its receiver alone', async ({ page, browser, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await page.getByRole('switch', { name: /送给朋友/ }).check()
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  const number = /\/o\/(\d+)/.exec(page.url())?.[1] ?? ''
  const token = await page.evaluate(() => JSON.parse(localStorage.getItem('wanqu:demo:orders') ?? '{}'))
  const secret = (typeof token === 'string' ? JSON.parse(token) : token.data ? JSON.parse(token.data) : token)[0].token as string
  const { token: payToken } = await server.call<{ token: string }>('GET', `/shops/demo/orders/${number}/pay-link`, undefined, { 'Order-Token': secret })
  await friendPays(browser, world, number, payToken)

  await page.waitForURL(/\/o\/\d+(\?|$)/)
  await expect(page.getByRole('button', { name: '生成礼物链接' })).toBeVisible()
  await expect(page.getByRole('button', { name: '查看卡密' })).toHaveCount(0)
  const told = page.waitForResponse(/\/gift\/link$/)
  await press(page, '生成礼物链接')
  const { link } = await (await told).json() as { link: string }
  await expect(page.locator('.order-gift-link')).toHaveText(link)

  await until(async () => ((await server.merchant<{ state: string }>('GET', `/orders/${number}`)).state === 'delivered' ? true : undefined))
  const receiver = await browser.newPage({ locale: 'zh-CN' })
  await receiver.goto(link)
  await press(receiver, '收下礼物')
  expect(await reveal(receiver)).toContain('SECRET')
  await receiver.reload()
  expect(await reveal(receiver)).toContain('SECRET')
  await receiver.close()

  const third = await browser.newPage({ locale: 'zh-CN' })
  await third.goto(link)
  await expect(third.getByRole('alert').or(third.getByText('链接')).first()).toBeVisible()
  await expect(third.getByRole('button', { name: '收下礼物' })).toHaveCount(0)
  await expect(third.getByText('SECRET')).toHaveCount(0)
  await third.close()
})

test('the number that somebody chose is the one he gets', async ({ page, server, world }) => {
  const { path } = await goods(server, world, 3, { labels: ['尾号 1111', '尾号 8888', '尾号 3333'] })
  await page.goto(path)
  await press(page, '自选号码')
  await page.getByRole('checkbox', { name: /8888/ }).check()
  await page.getByRole('dialog').getByRole('button', { name: '已选 1 个' }).click()
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  await pay(page)
  expect(await reveal(page)).toContain('-1-SECRET')
})

test('a code that does not work becomes a case with a clock', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await order(page, path)
  await pay(page)
  await reveal(page)
  await page.getByRole('link', { name: '卡密有问题？' }).click()
  await page.getByLabel('说明').fill('充值时提示已被使用')
  await press(page, '提交')
  await expect(page.getByText('等待商家')).toBeVisible()
  await expect(page.getByText('充值时提示已被使用')).toBeVisible()
  await expect(page.getByText(/截止 \d{4}-\d\d-\d\d/)).toBeVisible()
})

test('a cart is checked out once and is empty afterwards', async ({ page, server, world }) => {
  const first = await goods(server, world)
  const second = await goods(server, world)
  for (const { path } of [first, second]) {
    await page.goto(path)
    await press(page, '加入购物车')
    await expect(page.getByText('已加入购物车')).toBeVisible()
  }
  await page.goto('/s/demo/cart')
  await press(page, '去结算')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  await pay(page)
  await reveal(page)
  await expect(page.locator('.order-card')).toHaveCount(2)
  await page.goto('/s/demo/cart')
  await expect(page.getByText('购物车是空的')).toBeVisible()
})
