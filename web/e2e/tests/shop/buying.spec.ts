import { numberIn, order, pay, press, reveal } from '../../src/buying.ts'
import { someone } from '../../src/someone.ts'
import { goods } from '../../src/stall.ts'
import { expect, offline, slow, test } from '../../src/test.ts'

test('pressing twice, going back and pressing again is one order and one payment', async ({ page, server, world }) => {
  const { path, sku } = await goods(server, world)
  const placed: string[] = []
  await page.route(/\/orders$/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const answer = await route.fetch()
    if (answer.ok()) placed.push(String((await answer.json()).number))
    await route.fulfill({ response: answer })
  })
  await page.goto(path)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  const errand = page.url()
  const button = page.getByRole('button', { name: '提交并支付' }).filter({ visible: true }).first()
  await button.dblclick()
  await page.waitForURL(/\/o\/\d+\/pay/)
  const number = numberIn(page)

  await page.goto(errand)
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  expect(numberIn(page)).toBe(number)
  expect(new Set(placed)).toEqual(new Set([number]))

  const paid = page.getByRole('button', { name: /^支付 ¥/ })
  await paid.dblclick()
  await page.waitForURL(/\/o\/\d+(\?|$)/)
  const orders = await server.merchant<{ items: { number: string, lines: { sku: string }[] }[] }>('GET', '/orders?limit=200')
  expect(orders.items.filter((it) => it.lines.some((line) => line.sku === sku))).toHaveLength(1)
})

test('two tabs of one order show one code', async ({ page, context, server, world }) => {
  const { path } = await goods(server, world)
  await order(page, path)
  await pay(page)
  const other = await context.newPage()
  await other.goto(page.url())

  const code = await reveal(page)
  expect(await reveal(other)).toBe(code)
  await other.close()
})

test('the paying page goes on where it stood after a reload', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  const number = await order(page, path)

  await page.reload()
  await expect(page.getByRole('timer')).toHaveText(/^\d\d:\d\d$/)
  await pay(page)
  expect(numberIn(page)).toBe(number)
})

test('the back button leads from the order to the goods, not to a step that is done', async ({ page, server, world }) => {
  const { path, title } = await goods(server, world)
  await order(page, path)
  await pay(page)

  await page.goBack()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
})

test('without a network nothing is lost, and afterwards it goes on', async ({ page, server, world, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/)
  const { path } = await goods(server, world)
  await page.goto(path)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await expect(page.getByText('商品清单')).toBeVisible()

  await offline(page)
  await press(page, '提交并支付')
  await expect(page.getByRole('alert').filter({ hasText: '网络不可用' })).toBeVisible()

  await offline(page, false)
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
})

test('on a slow network a buyer sees that something happens', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  await slow(page)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  let seen = (): void => undefined
  const looked = new Promise<void>((done) => { seen = done })
  await page.route(/\/orders$/, async (route) => {
    await looked
    await route.continue()
  })
  await press(page, '提交并支付')
  await expect(page.locator('[aria-busy="true"]').filter({ visible: true }).first()).toBeVisible()
  seen()
  await page.waitForURL(/\/o\/\d+\/pay/)
})
