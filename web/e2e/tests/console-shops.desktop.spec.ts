import { desk, inEnglish } from '../src/console.ts'
import { asOwner } from '../src/owner.ts'
import { expect, test } from '../src/test.ts'

test('who has two shops goes from one to the other and sees only what is there', async ({ page, world, server }) => {
  await inEnglish(page)
  await asOwner(page, world)
  const slug = `second-${crypto.randomUUID().slice(0, 8)}`
  const asked = await page.request.post(`${world.url}/api/v1/shop-applications`, {
    headers: { 'Wanqu-Client': 'e2e', Origin: world.url, 'Idempotency-Key': crypto.randomUUID() },
    data: { slug, name: 'Second shop', currency: 'CNY', category: 'games', company: 'Mei Ltd.', reason: 'more games' },
  })
  const application = await asked.json() as { id: string; state: string }
  if (application.state !== 'approved' && application.state !== 'opened') {
    await server.operator('PUT', `/operator/shop-applications/${application.id}/approval`, { reason: 'as agreed' })
  }

  await page.goto(desk(world, 'orders'))
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await page.getByRole('button', { name: /^Switch shop/ }).click()
  await page.getByRole('menuitem', { name: new RegExp(slug) }).click()

  await expect(page).toHaveURL(new RegExp(`/console/${slug}/orders`))
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(desk(world, 'orders')))
})
