import { buyOne, until } from './console.ts'
import type { Server } from './server.ts'
import { goods } from './stall.ts'
import type { World } from './world.ts'

export const drawable = async (server: Server): Promise<number> => (await server.merchant<{ drawable: { minor: number } }>('GET', '/deposit')).drawable.minor

/** Sold, confirmed by the buyer, and drawable at once by the shop's terms. */
export async function earn(server: Server, world: World): Promise<void> {
  const before = await drawable(server)
  await server.operator('POST', '/operator/sale-terms', { shop: world.demo.shop, commissionBasisPoints: 0, drawAfterHours: 0, reason: 'as agreed' })
  const { number, token } = await buyOne(server, world, (await goods(server, world)).sku)
  await until(async () => ((await server.merchant<{ state: string }>('GET', `/orders/${number}`)).state === 'delivered' ? true : undefined))
  await server.call('PUT', `/shops/${world.demo.slug}/orders/${number}/confirmation`, undefined, { 'Order-Token': token })
  await until(async () => ((await drawable(server)) > before ? true : undefined))
}
