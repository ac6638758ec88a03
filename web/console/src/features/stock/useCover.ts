import type { Schemas } from '@wanqu/api-client'
import { computed } from 'vue'
import { api } from '@/app/api'
import { may } from '@/app/session'
import { useResource } from '@/composables/useResource'
import { useShopThings } from '@/composables/useShopThings'

type Pool = Schemas['PoolView']

/** How long a pool lasts at the pace of the last days; absent where nothing was sold. */
export interface Cover {
  pool: Pool
  perDay: number
  days: number | null
  /** What would have to be loaded to last for {@link WISHED_DAYS}. */
  toLoad: number
}

export const WINDOW_DAYS = 7
export const WISHED_DAYS = 14
export const SOON_DAYS = 3
const DAY = 86_400_000

export function coverOf(pool: Pool, sold: number, windowDays = WINDOW_DAYS): Cover {
  const perDay = sold / windowDays
  return {
    pool, perDay,
    days: perDay > 0 ? pool.available / perDay : null,
    toLoad: Math.max(0, Math.ceil(perDay * WISHED_DAYS) - pool.available),
  }
}

export function useCover() {
  const { pools, skus } = useShopThings()
  const sold = useResource((signal) => {
    if (!may('orders:read')) return Promise.resolve([])
    const now = new Date()
    return api.get('/api/v1/sales/units', { query: { from: new Date(now.getTime() - WINDOW_DAYS * DAY).toISOString(), until: now.toISOString() }, signal })
  })
  const covers = computed(() => pools.value.map((pool) => {
    const mine = new Set(skus.value.filter((sku) => sku.pool === pool.id).map((sku) => sku.id))
    return coverOf(pool, (sold.data.value ?? []).filter((one) => mine.has(one.sku)).reduce((all, one) => all + one.units, 0))
  }))
  return { covers, sold }
}
