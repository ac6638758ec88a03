import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { intentFor } from '../../app/intents'
import { useOrderKeys } from '../order/useOrderKeys'

export interface OrderWish {
  /** The errand it belongs to: the same wish on the same errand is the same order, however often it is sent. */
  visit: string
  lines: { sku: string, quantity: number, chosen?: string[] }[]
  name: string
  contact: string
  password?: string
  rail: string
  totalMinor?: number
  gift: boolean
}

export function usePlaceOrder() {
  const { keep } = useOrderKeys()

  /** The number of the order. */
  async function place({ visit, name, gift, ...wish }: OrderWish): Promise<string> {
    const body = { ...wish, password: wish.password || undefined }
    const placed = await api.post('/api/v1/shops/{slug}/orders', {
      path: { slug: entry.shop }, body, intent: intentFor(visit, body),
    })
    const number = String(placed.number)
    keep({ number, token: placed.token, name, placedAt: new Date().toISOString() })
    if (gift) {
      await api.put('/api/v1/shops/{slug}/orders/{number}/gift', { path: { slug: entry.shop, number }, headers: { 'Order-Token': placed.token } })
    }
    return number
  }

  return { place }
}
