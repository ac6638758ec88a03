import type { Page } from '@playwright/test'

import type { Server } from './server.ts'
import { someone } from './someone.ts'
import type { World } from './world.ts'

/** A guest buys one of the demo shop's cards and pays by the sandbox; the answer is the order's number. */
export async function buy(server: Server, world: World): Promise<string> {
  const { items } = await server.call<{ items: { skus: { id: string; price: { minor: number } }[] }[] }>('GET', `/shops/${world.demo.slug}/products`)
  const sku = items.flatMap((one) => one.skus).find((one) => one.id === world.demo.cardSku)
  return (await buyOne(server, world, sku?.id ?? world.demo.cardSku ?? '')).number
}

interface Placed {
  number: string
  token: string
  payment: { instruction: { how: string } }
}

/** A guest orders one and pays by the sandbox; the token opens the order again. */
export async function buyOne(server: Server, world: World, sku: string): Promise<Placed> {
  const order = await server.call<Placed>('POST', `/shops/${world.demo.slug}/orders`, {
    lines: [{ sku, quantity: 1 }], contact: someone(), password: 'night-owl', rail: 'sandbox',
  })
  await server.call('POST', order.payment.instruction.how.replace(/^(POST )?\/api\/v1/, ''))
  return order
}

/** Looks again until something is there. */
export async function until<T>(look: () => Promise<T | undefined>, millisMax = 60_000): Promise<T> {
  const end = Date.now() + millisMax
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > end) throw new Error('waited in vain')
    await new Promise((go) => setTimeout(go, 200))
  }
}

/** Cards that no other test has. */
export function newCards(count: number): string[] {
  const run = crypto.randomUUID().slice(0, 8).toUpperCase()
  return Array.from({ length: count }, (_, at) => `E2E-${run}-${String(at).padStart(4, '0')}`)
}

/** The desk speaks English in tests that read its words. */
export async function inEnglish(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('wanqu.language', 'en'))
}

export const OPERATOR_DESK = '/console/operator'
export const desk = (world: World, path: string): string => `/console/${world.demo.slug}/${path}`
