import type { Page } from '@playwright/test'

import type { Server } from './src/server.ts'
import type { World } from './src/world.ts'

/** A page that bin/shots takes pictures of. Add yours here. */
export interface Shown {
  name: string
  /** Who looks: guest, or the demo shop's owner. */
  who?: 'guest' | 'owner'
  path: string | ((world: World, server: Server) => Promise<string>)
  /** What is done before the picture is taken. */
  before?: (page: Page, world: World) => Promise<void>
}

interface Products {
  items: { id: string }[]
}

export const firstProduct = async (world: World, server: Server): Promise<string> =>
  (await server.call<Products>('GET', `/shops/${world.demo.slug}/products`)).items[0]?.id ?? ''

export const PAGES: Shown[] = [
  { name: 'shop-home', path: '/' },
  { name: 'shop-product', path: async (world, server) => `/s/demo/p/${await firstProduct(world, server)}` },
  { name: 'console-door', path: '/console/' },
]
