import { computed } from 'vue'
import { api } from '@/app/api'
import { may } from '@/app/rights'
import { useResource } from '@/composables/useResource'
import { useShopThings } from '@/composables/useShopThings'

export const STEPS = ['open', 'product', 'cards', 'channel', 'sale'] as const
export type StepName = (typeof STEPS)[number]

export interface Step {
  name: StepName
  done: boolean
  path: string
}

/** How far a shop has come, from what there really is; nothing is ticked off by hand. */
export function useProgress() {
  const { shop, pools, channels, skus } = useShopThings()
  const sold = useResource(async (signal) => {
    if (!may('orders:read')) return false
    const page = await api.get('/api/v1/orders', { query: { limit: '50' } as never, signal })
    return page.items.some((order) => order.payment !== 'unpaid')
  })
  const steps = computed<Step[]>(() => [
    { name: 'open', done: shop.value?.state === 'OPEN', path: 'settings' },
    { name: 'product', done: skus.value.length > 0, path: 'products' },
    { name: 'cards', done: pools.value.some((pool) => pool.loaded > 0), path: 'cards/import' },
    { name: 'channel', done: channels.value.some((one) => one.kind !== 'page'), path: 'channels' },
    { name: 'sale', done: sold.data.value === true, path: 'orders' },
  ])
  const known = computed(() => shop.value !== undefined && !sold.loading.value)
  const done = computed(() => steps.value.filter((step) => step.done).length)
  const next = computed(() => steps.value.find((step) => !step.done))
  return { steps, known, done, next }
}
