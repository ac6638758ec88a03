import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { until } from './console.ts'
import { Server } from './server.ts'
import { someone } from './someone.ts'
import type { World } from './world.ts'

export const PASSWORD = 'a paper boat in april'

/** What a server without mail wrote down for somebody; the first group of the pattern in the newest message that has it. */
export async function told(world: World, to: string, what: RegExp): Promise<string> {
  const box = join(world.data, 'outbox.log')
  return until(async () => (existsSync(box) ? readFileSync(box, 'utf8') : '').split('\n').reverse()
    .filter((line) => line.includes(to)).map((line) => what.exec(line)?.[1]).find(Boolean))
}

async function post(page: Page, world: World, path: string, data: object): Promise<void> {
  const response = await page.request.post(`${world.url}/api/v1${path}`, {
    headers: { 'Wanqu-Client': 'e2e', Origin: world.url, 'Idempotency-Key': crypto.randomUUID() }, data,
  })
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`)
}

/** Invites somebody to the demo shop; the answer is the link that he is sent. */
export async function invited(world: World, login: string, role: string): Promise<string> {
  await new Server(world).merchant('POST', '/invitations', { to: login, role })
  return told(world, login, /(https?:\S+#wql_[\w-]+)/)
}

/** Somebody new, who was invited and signs in past the pages; `where` is the demo shop, or the platform. */
export async function asStaff(page: Page, world: World, role: string, where: 'shop' | 'platform' = 'shop'): Promise<void> {
  const login = someone()
  const server = new Server(world)
  await page.context().clearCookies()
  await post(page, world, '/login-codes', { to: login, purpose: 'register' })
  await post(page, world, '/accounts', { login, name: 'Lin', password: PASSWORD, code: await told(world, login, /code is (\d{6})/) })
  const invitation = { to: login, role }
  await (where === 'shop' ? server.merchant('POST', '/invitations', invitation) : server.operator('POST', '/invitations', invitation))
  await post(page, world, '/invitations/acceptance', { secret: await told(world, login, /#(wql_[\w-]+)/) })
}
