import type { Schemas } from '@wanqu/api-client'
import { computed } from 'vue'
import { api } from '@/app/api'
import { may } from '@/app/rights'
import { useEvery, useResource } from '@/composables/useResource'
import { useShopThings } from '@/composables/useShopThings'

type Pool = Schemas['PoolView']

/** How long a pool lasts, as the server foresees it. */
export interface Cover {
  pool: Pool
  perDay: number
  /** Absent where nothing is sold or it lasts for months. */
  days: number | null
  toLoad: number
  low: boolean
  wishedDays: number
}

const HUNDREDTHS = 100
const DAY_HOURS = 24
const LIMIT = '200'
const AGAIN_SECONDS = 60

export function useCover() {
  const { pools, known } = useShopThings()
  const forecast = useResource(async (signal) => (may('stock:read') ? (await api.get('/api/v1/pools/cover', { query: { limit: LIMIT }, signal })).items : []), pools)
  useEvery(AGAIN_SECONDS, forecast.reload)
  const covers = computed(() => pools.value.map((pool): Cover => {
    const told = forecast.data.value?.find((one) => String(one.pool) === pool.id)
    return {
      pool, perDay: (told?.perDayHundredths ?? 0) / HUNDREDTHS, days: told?.coverHours === undefined || told.coverHours === null ? null : told.coverHours / DAY_HOURS,
      toLoad: told?.suggested ?? 0, low: told?.low ?? false, wishedDays: told?.rule.restockDays ?? 0,
    }
  }))
  return { covers, known, forecast }
}
