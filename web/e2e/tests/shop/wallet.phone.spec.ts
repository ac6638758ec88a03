import { order, press, reveal } from '../../src/buying.ts'
import { goods } from '../../src/stall.ts'
import { expect, expectForAll, test } from '../../src/test.ts'

test('a wallet is filled, the money survives a reload on its way, and it pays for the goods', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto('/s/demo/wallet')
  await press(page, '开通')
  await page.getByRole('link', { name: '充值' }).click()
  await expect(page.getByLabel('充值金额')).toBeVisible()
  await expectForAll(page)
  await press(page, '去付款')
  await expect(page.getByText('请输入大于 0 的金额')).toBeVisible()
  await press(page, /^¥50$/)
  await press(page, '去付款')
  await expect(page.getByRole('button', { name: '支付 ¥50.00' })).toBeVisible()

  await page.reload()
  await press(page, '支付 ¥50.00')
  await expect(page.getByText('已充值 ¥50.00')).toBeVisible()
  await expectForAll(page)
  await page.getByRole('link', { name: '查看余额' }).click()
  await expect(page.getByText('¥50.00').first()).toBeVisible()

  await order(page, path, undefined, '店内余额')
  await press(page, /¥9\.90/)
  await page.waitForURL(/\/o\/\d+(\?|$)/)
  expect(await reveal(page)).toContain('SECRET')
  await page.goto('/s/demo/wallet')
  await expect(page.getByText('¥40.10').first()).toBeVisible()
})

test('a limit is explained in money, and another amount goes through', async ({ page, watch }) => {
  watch.allow(/409/)
  await page.goto('/s/demo/wallet')
  await press(page, '开通')
  await page.getByRole('link', { name: '充值' }).click()
  await page.getByLabel('充值金额').fill('2000')
  await press(page, '去付款')
  await expect(page.getByRole('alert')).toContainText('余额最多 ¥1,000.00')
  await expect(page.getByRole('alert')).toContainText('¥2,000.00')

  await page.getByLabel('充值金额').fill('1000')
  await press(page, '去付款')
  await expect(page.getByRole('button', { name: '支付 ¥1,000.00' })).toBeVisible()
})
