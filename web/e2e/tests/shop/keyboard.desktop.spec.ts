import type { Page } from '@playwright/test'

import { someone } from '../../src/someone.ts'
import { goods } from '../../src/stall.ts'
import { expect, test } from '../../src/test.ts'

const STEPS_MAX = 60

/** Goes through the page as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const it = document.activeElement as HTMLElement | null
      const label = it instanceof HTMLInputElement ? it.labels?.[0]?.textContent : ''
      // The whole page has the focus when it begins, and all words of it are its text.
      const words = it?.matches('main, body') ? '' : it?.textContent
      return `${it?.getAttribute('aria-label') ?? ''} ${label ?? ''} ${words ?? ''}`
    })
    if (name.test(here)) return
  }
  throw new Error(`no way to ${name} by keyboard`)
}

test('a buyer without a mouse comes to the code', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  await expect(page.getByRole('button', { name: '立即购买' }).filter({ visible: true })).toBeVisible()
  await tabTo(page, /立即购买/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/checkout/)
  await expect(page.getByLabel('邮箱或手机号')).toBeVisible()
  await tabTo(page, /邮箱或手机号/)
  await page.keyboard.type(someone())
  await expect(page.getByText('¥9.90').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/o\/\d+\/pay/)
  await expect(page.getByRole('button', { name: /^支付 ¥/ })).toBeVisible()
  await tabTo(page, /支付 ¥/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/o\/\d+(\?|$)/)
  await expect(page.getByRole('button', { name: '查看卡密' })).toBeVisible()
  await tabTo(page, /查看卡密/)
  await page.keyboard.press('Enter')
  await expect(page.locator('.order-card-code')).toContainText('SECRET')
})

test('a sheet keeps the focus and gives it back', async ({ page, server, world }) => {
  const { path } = await goods(server, world, 2, { labels: ['尾号 1111', '尾号 8888'] })
  await page.goto(path)
  const opener = page.getByRole('button', { name: '自选号码' })
  await opener.click()
  await expect(page.getByRole('dialog', { name: '自选号码' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '自选号码' })).toBeHidden()
  await expect(opener).toBeFocused()
})
