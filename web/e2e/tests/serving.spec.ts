import { firstProduct } from '../pages.ts'
import { asked, stands } from '../src/standing.ts'
import { expect, expectForAll, offline, slow, test } from '../src/test.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a product can be read', async ({ page, world, server }) => {
    await page.goto(`/s/demo/p/${await firstProduct(world, server)}`)

    await expect(page.locator('#first h1')).toBeVisible()
    await expect(page.locator('#first .first-price')).toContainText('¥')
    await expect(page.locator('#first .first-stock')).not.toBeEmpty()
  })

  test('the part of the program that draws the page is named in its head', async ({ page, request, world, server }) => {
    await page.goto(`/s/demo/p/${await firstProduct(world, server)}`)

    const part = await page.locator('head link[rel=modulepreload][href*="pages-product-"]').getAttribute('href')
    expect((await request.get(part ?? '')).status()).toBe(200)
  })
})

test('the page of a product is for everybody, and nothing jumps when the program takes over', async ({ page, world, server }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]
      document.documentElement.dataset.shifted = String(
        Number(document.documentElement.dataset.shifted ?? 0) + shifts.filter((it) => !it.hadRecentInput).reduce((sum, it) => sum + it.value, 0))
    }).observe({ type: 'layout-shift', buffered: true })
  })

  const open = asked(page)
  await page.goto(`/s/demo/p/${await firstProduct(world, server)}`)
  await expect(page.locator('#first')).toHaveCount(0)
  await stands(page, open)

  expect(Number((await page.locator('html').getAttribute('data-shifted')) ?? 0)).toBeLessThan(0.1)
  await expectForAll(page)
})

test('the first page of the shop stands although the network goes', async ({ page, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED/)
  await slow(page)
  await page.goto('/')
  await expect(page.locator('h1').first()).toBeVisible()

  await offline(page)

  await expect(page.locator('h1').first()).toBeVisible()
})

test('the console opens its door', async ({ page }) => {
  const open = asked(page)
  await page.goto('/console/')

  await expect(page.locator('#app')).not.toBeEmpty()
  await stands(page, open)
  await expectForAll(page)
})

test('a page that is not there says so', async ({ page, watch }) => {
  watch.allow(/404/)

  const answer = await page.goto('/s/demo/p/1')

  expect(answer?.status()).toBe(404)
  await expect(page.locator('body')).not.toBeEmpty()
})
