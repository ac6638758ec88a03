import type { Schemas } from '@wanqu/api-client'
import { computed, shallowRef, watch } from 'vue'
import { api } from '@/app/api'
import { t, tOr } from '@/app/i18n'
import { may, maySomewhere } from '@/app/rights'
import { seat } from '@/app/session'

export interface ChannelName {
  id: string
  name: string
  kind: string
  /** One of the shop's own, and no marketplace. */
  own: boolean
  state: string
}

interface Things {
  shop: Schemas['OwnShopResponse'] | undefined
  channels: ChannelName[]
  pools: Schemas['PoolView'][]
  skus: Schemas['SkuResponse'][]
}

const LIMIT = 200
const nothing: Things = { shop: undefined, channels: [], pools: [], skus: [] }
const things = shallowRef<Things>(nothing)
let loaded = ''

async function all<Row>(page: (after?: string) => Promise<{ items: Row[]; next?: string }>): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const part = await page(after)
    rows.push(...part.items)
    if (!part.next || rows.length >= 1000) return rows
    after = part.next
  }
}

async function channels(shop: Schemas['OwnShopResponse']): Promise<ChannelName[]> {
  const [markets, own] = await Promise.all([maySomewhere('channels:write') ? api.get('/api/v1/channels') : [], api.get('/api/v1/own-channels')])
  return [
    { id: shop.page, name: t('things.page'), kind: 'page', own: true, state: 'on' },
    ...own.filter((one) => one.id !== shop.page).map((one) => ({ id: one.id, name: one.name, kind: one.kind.toLowerCase(), own: true, state: one.on ? 'on' : 'off' })),
    ...markets.map((one) => ({ id: one.id, name: one.name || one.kind, kind: one.kind, own: false, state: one.state })),
  ]
}

/** A product that comes in one way only has a SKU without a title of its own. */
function named(skus: Things['skus'], products: { id: string; title: string }[]): Things['skus'] {
  const titles = new Map(products.map((one) => [one.id, one.title]))
  return skus.map((sku) => ({ ...sku, title: [titles.get(sku.product), sku.title].filter(Boolean).join(' · ') }))
}

/** Reads anew what most pages name: channels, pools and SKUs of the shop at hand. What the role may not see stays empty. */
export async function reloadThings(): Promise<void> {
  const here = seat.value?.id ?? ''
  if (!here) return
  const shop = may('shop:read') ? await api.get('/api/v1/shop').catch(() => undefined) : undefined
  const [known, pools, skus, products] = await Promise.all([
    shop ? channels(shop).catch(() => []) : [],
    may('stock:read') ? all((after) => api.get('/api/v1/pools', { query: { after, limit: LIMIT } as never })).catch(() => []) : [],
    may('shop:read') ? all((after) => api.get('/api/v1/skus', { query: { after, limit: LIMIT } as never })).catch(() => []) : [],
    may('shop:read') ? all((after) => api.get('/api/v1/products', { query: { after, limit: LIMIT } as never })).catch(() => []) : [],
  ])
  if (seat.value?.id === here) things.value = { shop, channels: known, pools, skus: named(skus, products) }
}

watch(seat, (now) => {
  if (now?.id === loaded) return
  loaded = ''
  things.value = nothing
})

/** Whether they have been read; before that an empty list says nothing. */
const known = computed(() => things.value !== nothing)

/** Waits until the things of the shop at hand have been read. */
export function whenKnown(): Promise<void> {
  return new Promise((done) => {
    const stop = watch(known, (now) => {
      if (!now) return
      done()
      queueMicrotask(() => stop())
    }, { immediate: true })
  })
}

/** Names for the identifiers that lists give; read once a shop. */
export function useShopThings() {
  if (seat.value && loaded !== seat.value.id) {
    loaded = seat.value.id
    void reloadThings()
  }
  // A number tells apart what has no name; while names are on their way it would only flicker.
  const short = (id: string): string => (known.value ? `…${id.slice(-6)}` : '…')
  return {
    known,
    shop: computed(() => things.value.shop),
    currency: computed(() => things.value.shop?.currency ?? 'CNY'),
    channels: computed(() => things.value.channels),
    pools: computed(() => things.value.pools),
    skus: computed(() => things.value.skus),
    channelName: (id: string): string => things.value.channels.find((one) => one.id === id)?.name ?? short(id),
    poolName: (id: string): string => things.value.pools.find((one) => one.id === id)?.name ?? short(id),
    skuName: (id: string): string => things.value.skus.find((one) => one.id === id)?.title ?? short(id),
    kindName: (kind: string): string => tOr(`things.kind-${kind}`, kind),
    reload: reloadThings,
  }
}
