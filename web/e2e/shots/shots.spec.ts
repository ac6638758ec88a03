import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Page } from '@playwright/test'

import { PAGES } from '../pages.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import { expect, test } from '../src/test.ts'

const folder = fileURLToPath(new URL('../../../target/shots', import.meta.url))

const QUIET_MILLIS = 3_000

/** All that it asked for is there. A page that listens to the server is never idle, so that is only waited for so long. */
async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await expect(page.locator('.el-skeleton, .wq-skeleton')).toHaveCount(0)
  await Promise.race([page.waitForLoadState('networkidle'), page.waitForTimeout(QUIET_MILLIS)])
}

for (const shown of PAGES) {
  test(shown.name, async ({ page, world, server, watch }, info) => {
    watch.allow(/./)
    if (shown.who === 'owner') await asOwner(page, world)
    if (shown.who === 'operator') await asOperator(page, world)
    await page.goto(typeof shown.path === 'string' ? shown.path : await shown.path(world, server))
    await stands(page)
    if (shown.before) {
      await shown.before(page, world)
      await stands(page)
    }
    await page.screenshot({ path: join(folder, `${shown.name}-${info.project.name}.png`), fullPage: true, animations: 'disabled' })
  })
}
