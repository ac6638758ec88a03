import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Page, Request } from '@playwright/test'

import { PAGES } from '../pages.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import { expect, test } from '../src/test.ts'

const folder = fileURLToPath(new URL('../../../target/shots', import.meta.url))

/** What a page has asked for and not got yet; what it only listens to has no end and doesn't count. */
function asked(page: Page): Set<Request> {
  const open = new Set<Request>()
  page.on('request', (request) => { if (!request.headers().accept?.includes('text/event-stream')) open.add(request) })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}

/** All that it asked for is there. */
async function stands(page: Page, open: Set<Request>): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await expect(page.locator('.el-skeleton, .wq-skeleton')).toHaveCount(0)
  await expect.poll(() => open.size).toBe(0)
}

for (const shown of PAGES) {
  test(shown.name, async ({ page, world, server, watch }, info) => {
    watch.allow(/./)
    const open = asked(page)
    if (shown.who === 'owner') await asOwner(page, world)
    if (shown.who === 'operator') await asOperator(page, world)
    await page.goto(typeof shown.path === 'string' ? shown.path : await shown.path(world, server))
    await stands(page, open)
    if (shown.before) {
      await shown.before(page, world)
      await stands(page, open)
    }
    await page.screenshot({ path: join(folder, `${shown.name}-${info.project.name}.png`), fullPage: true, animations: 'disabled' })
  })
}
