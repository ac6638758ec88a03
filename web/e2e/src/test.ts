import { createHash } from 'node:crypto'

import { test as playwright } from '@playwright/test'

import { Server } from './server.ts'
import { Watch } from './watch.ts'
import type { World } from './world.ts'

export { expect } from '@playwright/test'
export { expectForAll } from './axe.ts'
export { offline, slow } from './network.ts'
export type { World } from './world.ts'

export const world = (): World => JSON.parse(process.env.WANQU_WORLD ?? '{}') as World

/** Each test comes from a network of its own, so that the limits for one buyer or one network are not those for all tests. */
function addressOf(name: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(name).digest()
  return `${64 + (a % 64)}.${b}.${c}.7`
}

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
