import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { PAGES } from '../pages.ts'
import { asOperator } from '../src/operator.ts'
import { asOwner } from '../src/owner.ts'
import { asked, stands } from '../src/standing.ts'
import { test } from '../src/test.ts'

const folder = fileURLToPath(new URL('../../../target/shots', import.meta.url))

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
