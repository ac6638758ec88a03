import { someone } from '../../src/someone.ts'
import { goods } from '../../src/stall.ts'
import { expect, test } from '../../src/test.ts'

test.use({ locale: 'en-GB' })

test('a buyer who reads English buys in English', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Buy now' }).filter({ visible: true }).first().click()
  await page.getByLabel('E-mail or phone').fill(someone())
  await page.getByRole('button', { name: 'Pay', exact: true }).filter({ visible: true }).first().click()
  await page.getByRole('button', { name: /^Pay CN¥/ }).click()
  await page.getByRole('button', { name: 'Show my code' }).click()
  await expect(page.locator('.order-card-code')).toContainText('SECRET')
})

test('the language that somebody chose stays', async ({ page }) => {
  await page.goto('/s/demo/account')
  await page.getByRole('button', { name: '中文' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('你好')
})
