import { order, pay, reveal } from '../../src/buying.ts'
import { goods } from '../../src/stall.ts'
import { expect, expectForAll, test } from '../../src/test.ts'

const THIRTEEN_MINUTES = 13 * 60_000

test('a buyer whose time runs out gets more of it, once, and pays', async ({ page, server, world }) => {
  // Of fifteen minutes thirteen have gone by, to this page.
  await page.clock.install({ time: Date.now() + THIRTEEN_MINUTES })
  await order(page, (await goods(server, world)).path)
  const more = page.getByRole('button', { name: '再给我一些时间' })
  await expect(page.getByRole('status').filter({ hasText: '快到时间了' })).toBeVisible()
  await expectForAll(page)
  await expect(page.getByRole('timer')).toHaveText(/^0[0-2]:\d\d$/)

  await more.focus()
  await page.keyboard.press('Enter')

  await expect(page.getByText(/已延长到 \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^1[5-7]:\d\d$/)
  await expect(more).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.contains(document.querySelector('[role="timer"]')))).toBe(true)
  await page.reload()
  await expect(page.getByRole('timer')).toHaveText(/^1[5-7]:\d\d$/)
  await pay(page)
  expect(await reveal(page)).toContain('SECRET')
})
