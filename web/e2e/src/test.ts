import { test as playwright } from '@playwright/test'

import { addressOf } from './network.ts'
import { Server } from './server.ts'
import { Watch } from './watch.ts'
import type { World } from './world.ts'

export { expect } from '@playwright/test'
export { expectForAll } from './axe.ts'
export { offline, slow } from './network.ts'
export type { World } from './world.ts'

export const world = (): World => JSON.parse(process.env.WANQU_WORLD ?? '{}') as World

/** A test with a server, and a page on which nothing may go wrong unseen. */
export const test = playwright.extend<{ watch: Watch; server: Server; world: World }>({
  baseURL: async ({}, use) => use(world().url),
  extraHTTPHeaders: async ({}, use, { testId, retry }) => use({ 'X-Forwarded-For': addressOf(`${testId} ${retry}`) }),
  world: async ({}, use) => use(world()),
  server: async ({}, use) => use(new Server(world())),
  watch: [async ({ page }, use) => {
    const watch = new Watch(page, world().url)
    await use(watch)
    watch.check()
  }, { auto: true }],
})
