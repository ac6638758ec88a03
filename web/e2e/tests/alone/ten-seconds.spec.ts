import { pay, press, reveal } from '../../src/buying.ts'
import { someone } from '../../src/someone.ts'
import { goods } from '../../src/stall.ts'
import { expect, test } from '../../src/test.ts'

const TEN_SECONDS = 10_000

test('a guest has the code after three steps and within ten seconds', async ({ page, server, world }) => {
  const { path } = await goods(server, world)
  await page.goto(path)
  const begun = Date.now()

  await press(page, '立即购买')
  await page.getByLabel('邮箱或手机号').fill(someone())
  await press(page, '提交并支付')
  await pay(page)
  const code = await reveal(page)

  expect(Date.now() - begun).toBeLessThan(TEN_SECONDS)
  expect(code).toContain('SECRET')
})
