import { expect, type Page } from '@playwright/test'

import { someone } from './someone.ts'

/** The button of this name that is in sight: phones have it in a bar, wide screens in the page. */
export const press = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).filter({ visible: true }).first().click()

export const numberIn = (page: Page): string => /\/o\/(\d+)/.exec(page.url())?.[1] ?? ''

/** From the page of the goods to where they are paid. */
export async function order(page: Page, path: string, contact = someone(), rail?: string): Promise<string> {
  await page.goto(path)
  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(contact)
  if (rail !== undefined) await page.getByRole('radio', { name: rail }).check()
  await press(page, '提交并支付')
  await page.waitForURL(/\/o\/\d+\/pay/)
  return numberIn(page)
}

/** In the bank's stead. */
export async function pay(page: Page): Promise<void> {
  await press(page, /^支付 ¥/)
  await page.waitForURL(/\/o\/\d+(\?|$)/)
}

export async function reveal(page: Page): Promise<string> {
  await press(page, '查看卡密')
  const code = page.locator('.order-card-code').first()
  await expect(code).toBeVisible()
  return (await code.textContent()) ?? ''
}
