import { createHash } from 'node:crypto'

import type { Page } from '@playwright/test'

/** An address for whoever bears this name, and nobody else in his network: limits for one network are not those for all tests. */
export function addressOf(name: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(name).digest()
  return `${64 + (a % 64)}.${b}.${c}.7`
}

/** As in a lift: the page stays, and nothing comes or goes. */
export const offline = (page: Page, gone = true) => page.context().setOffline(gone)

/** As on a train: half a second each way, 50 KB a second. */
export async function slow(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 500, downloadThroughput: 50 * 1024, uploadThroughput: 20 * 1024 })
}
