import type { Server } from './server.ts'
import type { World } from './world.ts'

/** Something of its own to sell, so that no test takes another's last card; with labels, buyers choose among the cards by them. */
export interface Goods {
  product: string
  sku: string
  pool: string
  title: string
  path: string
}

export async function goods(server: Server, world: World, cards = 5, more: { labels?: string[] } = {}): Promise<Goods> {
  const title = `试卖品 ${crypto.randomUUID().slice(-12)}`
  const { id: pool } = await server.merchant<{ id: string }>('POST', '/pools', { name: title, daily: false })
  const { id: product } = await server.merchant<{ id: string }>('POST', '/products', { title, description: '一码一用。', state: 'ON' })
  const { id: sku } = await server.merchant<{ id: string }>('POST', '/skus', {
    product, pool, title: '', price: { minor: 990, currency: 'CNY' }, on: true, perOrderMax: 5, chooseable: more.labels !== undefined,
  })
  const secret = (n: number) => `${title.slice(4)}-${n}-SECRET`
  await server.load(pool, more.labels === undefined
    ? Array.from({ length: cards }, (_, n) => secret(n))
    : ['secret,label', ...more.labels.map((label, n) => `${secret(n)},${label}`)])
  return { product, sku, pool, title, path: `/s/${world.demo.slug}/p/${product}` }
}
