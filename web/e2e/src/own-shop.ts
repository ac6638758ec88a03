import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { until } from './console.ts'
import { addressOf } from './network.ts'
import { Server } from './server.ts'
import { someone } from './someone.ts'
import type { World } from './world.ts'

/** Somebody with an account of his own. */
export interface Somebody {
  login: string
  password: string
  token: string
}

/** A shop that one test has to itself: a server that speaks as its owner, and a world in which it is the shop. */
export interface OwnShop {
  id: string
  server: Server
  world: World
}

const PASSWORD = 'a kettle on the long road'
const PROGRAM = { 'Wanqu-Client': 'program' }

/** The code that the server has just sent; without mail it writes into a file. */
const sent = (world: World, to: string) => until(() => {
  const box = join(world.data, 'outbox.log')
  const lines = (existsSync(box) ? readFileSync(box, 'utf8') : '').split('\n').filter((line) => line.includes(to))
  return Promise.resolve(/\b\d{6,8}\b/.exec(lines.at(-1)?.split('|').at(-1) ?? '')?.[0])
})

export async function somebody(server: Server, world: World): Promise<Somebody> {
  const login = someone()
  const headers = { ...PROGRAM, 'X-Forwarded-For': addressOf(login) }
  await server.call('POST', '/login-codes', { to: login, purpose: 'register' }, headers)
  const code = await sent(world, login)
  const { token } = await server.call<{ token: string }>('POST', '/accounts', { login, code, password: PASSWORD, name: 'Mei' }, headers)
  return { login, password: PASSWORD, token }
}

/** Another shop of the same owner comes by the same door. */
export async function ownShop(server: Server, world: World, owner: Somebody): Promise<OwnShop> {
  const run = crypto.randomUUID().slice(0, 8)
  const authorization = { ...PROGRAM, Authorization: `Bearer ${owner.token}` }
  const asked = await server.call<{ id: string, state: string, shop?: string }>('POST', '/shop-applications', {
    slug: `own-${run}`, name: `Stall ${run}`, currency: 'CNY', category: 'games', company: 'Mei Ltd.', reason: 'a test of its own',
  }, authorization)
  const opened = asked.shop === undefined
    ? await server.operator<{ shop: string }>('PUT', `/operator/shop-applications/${asked.id}/approval`, { reason: 'as agreed' })
    : { shop: asked.shop }
  const demo = { slug: `own-${run}`, shop: opened.shop, name: `Stall ${run}`, ownerLogin: owner.login, ownerPassword: owner.password }
  return { id: opened.shop, server: new Server(world, { ...authorization, 'Wanqu-Shop': opened.shop }), world: { ...world, demo } }
}
