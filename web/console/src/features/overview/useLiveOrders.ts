import type { Schemas } from '@wanqu/api-client'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { api } from '@/app/api'
import { aborted, problemOf, type Problem } from '@/app/problem'
import { follow } from '@/app/stream'

export type Order = Schemas['OrderView']
const SHOWN = 30

/** An order as it is now among those that were known, the newest first. */
export function merged(known: Order[], news: Order[]): Order[] {
  const byNumber = new Map(known.map((order) => [order.number, order]))
  for (const order of news) byNumber.set(order.number, order)
  return [...byNumber.values()].sort((one, other) => other.placedAt.localeCompare(one.placedAt) || other.number.localeCompare(one.number)).slice(0, SHOWN)
}

/** The newest orders of every channel, as they come; `fresh` names those that came while the page was open. */
export function useLiveOrders(changed: () => void) {
  const orders = shallowRef<Order[]>([])
  const fresh = ref(new Set<string>())
  const live = ref(false)
  const loading = ref(true)
  const problem = ref<Problem | null>(null)
  /** What was told since the stream stands: a list that was on its way meanwhile may be older. */
  let heard: Order[] = []

  async function load(): Promise<void> {
    try {
      const { items } = await api.get('/api/v1/orders', { query: { limit: String(SHOWN) } as never })
      orders.value = merged(merged(orders.value, items), heard)
      problem.value = null
    } catch (thrown) {
      if (!aborted(thrown)) problem.value = problemOf(thrown)
    } finally {
      loading.value = false
    }
  }

  const stop = follow('/api/v1/orders/events', (event) => {
    // What came between reading the list and following it is read once more.
    if (event.name === 'ready') return void load()
    if (event.name !== 'order') return
    const order = JSON.parse(event.data) as Order
    if (!orders.value.some((one) => one.number === order.number)) fresh.value = new Set([...fresh.value, order.number])
    heard = merged(heard, [order])
    orders.value = merged(orders.value, [order])
    changed()
  }, (now) => {
    live.value = now
    heard = []
  })

  void load()
  onScopeDispose(stop)
  return { orders, fresh, live, loading, problem, reload: load }
}
