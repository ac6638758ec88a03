import { order, pay, reveal } from '../../src/buying.ts'
import { goods } from '../../src/stall.ts'
import { expect, expectForAll, test } from '../../src/test.ts'

test('a buyer whose time runs out gets more of it, once, and pays', async ({ page, server, world }) => {
  // The last one of something is held for three minutes, so that more time is offered at once.
  const { path } = await goods(server, world, 1)
  await order(page, path)
  const more = page.getByRole('button', { name: '再给我一些时间' })
  await expect(page.getByRole('status').filter({ hasText: '保留时间快到了' })).toBeVisible()
  await expectForAll(page)
  await expect(page.getByRole('timer')).toHaveText(/^0[0-3]:\d\d$/)

  await more.focus()
  await page.keyboard.press('Enter')

  await expect(page.getByText(/已延长到 \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^0[4-6]:\d\d$/)
  await expect(more).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.contains(document.querySelector('[role="timer"]')))).toBe(true)
  await page.reload()
  await expect(page.getByRole('timer')).toHaveText(/^0[4-6]:\d\d$/)
  await pay(page)
  expect(await reveal(page)).toContain('SECRET')
})
