import { test as playwright } from '@playwright/test'

import { addressOf } from '../network.ts'
import { ownShop, somebody, type OwnShop } from '../own-shop.ts'
import { Server } from '../server.ts'
import { goods, type Goods } from '../stall.ts'
import { world as running } from '../test.ts'
import { PROGRAMS, type World } from '../world.ts'
import { Phone, type Held } from './phone.ts'
import type { Kind } from './program.ts'

export { expect } from '@playwright/test'

export const KINDS: readonly Kind[] = ['weixin', 'toutiao']

/** A shop of the test's own with one kind of goods in it. */
export interface Stall extends OwnShop, Goods {}

interface Given {
  world: World
  server: Server
  stall: Stall
  /** A telephone with the program on it; whatever went wrong there without being seen fails the test. */
  phone: (kind: Kind, more?: Partial<Held>, before?: Phone) => Phone
}

export const test = playwright.extend<Given>({
  world: async ({}, use) => use(running()),
  server: async ({}, use) => use(new Server(running())),
  stall: async ({ server, world }, use) => {
    const own = await ownShop(server, world, await somebody(server, world))
    await use({ ...own, ...await goods(own.server, own.world) })
  },
  phone: async ({ world, stall }, use, { testId, retry }) => {
    const phones: Phone[] = []
    await use((kind, more = {}, before = undefined) => {
      const phone = new Phone(kind, { server: world.url, shop: stall.world.demo.slug ?? '', address: addressOf(`${testId} ${retry} ${phones.length}`), ...more }, before)
      phones.push(phone)
      return phone
    })
    test.expect(phones.flatMap((it) => it.end()), 'nothing goes wrong unseen').toEqual([])
  },
})

/** What the simulators beside the server are told. */
export async function control<T>(world: World, path: string, body: object): Promise<T> {
  const response = await fetch(`${world.simulators}/control${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return await response.json() as T
}

/** The platform's log-in for whoever holds the phone. */
export const codeOf = (world: World, program: keyof typeof PROGRAMS, person: string) => async (): Promise<string> =>
  (await control<{ code: string }>(world, '/mini/tap', { app: PROGRAMS[program], person })).code
