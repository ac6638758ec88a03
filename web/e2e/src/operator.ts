import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import type { World } from './world.ts'

/** Who runs the platform in these tests. */
export const OPERATOR = { login: 'yun@platform.example', name: 'Yun', password: 'a lantern over the quiet bay' }

/** Follows the link that lies beside the server's data; once it is used, the operator is there from a run before. */
export async function firstOperator(world: World): Promise<void> {
  const file = join(world.data, 'operator.link')
  if (!existsSync(file)) return
  const secret = readFileSync(file, 'utf8').trim().split('#')[1]
  await fetch(`${world.url}/api/v1/operators/first`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'Wanqu-Client': 'e2e', Origin: world.url }, body: JSON.stringify({ ...OPERATOR, secret }),
  })
}

/** Logs one of the platform's people in, past the log-in page. */
export async function asOperator(page: Page, world: World): Promise<void> {
  const response = await page.request.post(`${world.url}/api/v1/session`, {
    headers: { 'Wanqu-Client': 'e2e', Origin: world.url }, data: { login: OPERATOR.login, password: OPERATOR.password },
  })
  if (!response.ok()) throw new Error(`the operator's log-in answered ${response.status()}: ${await response.text()}`)
}
