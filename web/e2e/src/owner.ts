import type { Page } from '@playwright/test'

import type { World } from './world.ts'

/** Logs the demo shop's owner in, past the log-in page. */
export async function asOwner(page: Page, world: World): Promise<void> {
  const response = await page.request.post(`${world.url}/api/v1/session`, {
    headers: { 'Wanqu-Client': 'e2e', Origin: world.url },
    data: { login: world.demo.ownerLogin, password: world.demo.ownerPassword },
  })
  if (!response.ok()) throw new Error(`the owner's log-in answered ${response.status()}: ${await response.text()}`)
}
