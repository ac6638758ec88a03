import type { Page } from '@playwright/test'

/** As in a lift: the page stays, and nothing comes or goes. */
export const offline = (page: Page, gone = true) => page.context().setOffline(gone)

/** As on a train: half a second each way, 50 KB a second. */
export async function slow(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 500, downloadThroughput: 50 * 1024, uploadThroughput: 20 * 1024 })
}
