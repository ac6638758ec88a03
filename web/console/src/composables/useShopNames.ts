import type { Schemas } from '@wanqu/api-client'
import { shallowRef, watch, type WatchSource } from 'vue'
import { api } from '@/app/api'
import { may } from '@/app/rights'
import { atPlatform } from '@/app/session'

type Name = Schemas['ShopDirectoryName']

const AT_ONCE = 200
const names = shallowRef<Record<string, Name>>({})

async function read(shops: string[]): Promise<void> {
  const unknown = [...new Set(shops)].filter((shop) => shop && shop !== '0' && !(shop in names.value)).slice(0, AT_ONCE)
  if (unknown.length === 0) return
  const found = await api.get('/api/v1/operator/shop-names', { query: { shops: unknown } }).catch(() => [])
  names.value = { ...names.value, ...Object.fromEntries(found.map((one) => [one.id, one])) }
}

/** For the platform's people: what the shops are called that a list names by their numbers. */
export function useShopNames(shops: WatchSource<string[]>): (shop: string) => string {
  watch(shops, (now) => atPlatform.value && may('shop:read') && void read(now), { immediate: true })
  return (shop) => names.value[shop]?.name ?? `…${shop.slice(-6)}`
}
