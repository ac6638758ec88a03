import { order, pay, press, reveal } from '../../src/buying.ts'
import { until } from '../../src/console.ts'
import { goods } from '../../src/stall.ts'
import { expect, test } from '../../src/test.ts'

test('whoever is signed in finds what he bought on every device, and signs devices out', async ({ page, browser, server, world }) => {
  const { path, title } = await goods(server, world)
  await page.goto('/s/demo/sign-in')
  await page.getByLabel('邮箱或手机号').fill(world.demo.ownerLogin ?? '')
  await page.getByLabel('密码', { exact: true }).fill(world.demo.ownerPassword ?? '')
  await press(page, /^登录$/)
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()

  const number = await order(page, path)
  await pay(page)
  expect(await reveal(page)).toContain('SECRET')

  await until(async () => {
    const answer = await page.request.get('/api/v1/me/orders', { headers: { 'Wanqu-Client': 'e2e' } })
    return (await answer.json() as { items?: { number: unknown }[] }).items?.find((it) => String(it.number) === number)
  })
  const elsewhere = await browser.newContext({ locale: 'zh-CN', baseURL: world.url, storageState: { cookies: await page.context().cookies(), origins: [] } })
  const other = await elsewhere.newPage()
  await other.goto('/s/demo/orders')
  await expect(other.getByText(title)).toBeVisible()
  await elsewhere.close()

  await page.goto('/s/demo/devices')
  await expect(page.getByText('本机')).toBeVisible()
})

test('a wrong password is refused in words, and the field is kept', async ({ page, watch }) => {
  watch.allow(/40[0-9]/)
  await page.goto('/s/demo/sign-in')
  await page.getByLabel('邮箱或手机号').fill('nobody@example.com')
  await page.getByLabel('密码', { exact: true }).fill('a wrong password')
  await press(page, /^登录$/)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('邮箱或手机号')).toHaveValue('nobody@example.com')
})
