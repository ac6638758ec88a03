import type { Schemas } from '@wanqu/api-client'
import { ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useDo, useLoad } from '../../app/load'
import { useOrderKeys } from './useOrderKeys'

export type Order = Schemas['OrderView']
export type OpenedCard = Schemas['OpenDeliveryOpened']

const UNPAID = ['placed', 'expired', 'canceled']
const HANDED_OVER = ['delivered', 'replaced', 'confirmed', 'partial']
const WAITING = ['paid', 'paid_late', 'short', 'partial']

export const unpaid = (order: Order): boolean => UNPAID.includes(order.state)
/** Something of it can be opened. */
export const handedOver = (order: Order): boolean => order.lines.some((line) => line.state === 'delivered') || HANDED_OVER.includes(order.state)
export const waiting = (order: Order): boolean => WAITING.includes(order.state)

export function nameOf(order: Order): string {
  return order.lines.map((line) => line.quantity === 1 ? line.name : `${line.name} × ${line.quantity}`).join('、')
}

export function useOrder(number: () => string) {
  const { headersOf } = useOrderKeys()
  const path = () => ({ slug: entry.shop, number: number() })
  const headers = () => headersOf(number())
  const order = useLoad<Order>(() => api.get('/api/v1/shops/{slug}/orders/{number}', { path: path(), headers: headers() }))

  /** Codes stay in this page's memory alone: leaving it puts them away. */
  const cards = ref<OpenedCard[]>([])
  const reveal = useDo(async () => {
    const opened = await api.post('/api/v1/shops/{slug}/orders/{number}/reveal', { path: path(), headers: headers() })
    cards.value = opened.cards
  })

  const cancel = useDo(async () => {
    order.value.value = await api.put('/api/v1/shops/{slug}/orders/{number}/cancellation', { path: path(), headers: headers() })
  })
  const confirm = useDo(async () => {
    order.value.value = await api.put('/api/v1/shops/{slug}/orders/{number}/confirmation', { path: path(), headers: headers() })
  })

  return { order, cards, reveal, cancel, confirm, path, headers }
}
