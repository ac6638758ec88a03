import { expect, type Page, type Request } from '@playwright/test'

/** What a page has asked for and not got yet; what it only listens to has no end and doesn't count. */
export function asked(page: Page): Set<Request> {
  const open = new Set<Request>()
  page.on('request', (request) => { if (!request.headers().accept?.includes('text/event-stream')) open.add(request) })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}

/** All that it asked for is there, and drawn. */
export async function stands(page: Page, open: Set<Request>): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await expect(page.locator('.el-skeleton, .wq-skeleton')).toHaveCount(0)
  await expect.poll(() => open.size).toBe(0)
  await page.evaluate(() => new Promise<void>((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())) }))
}
