import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { intentFor } from '../../app/intents'
import { answered, challengeOf, work } from '../../app/proof'
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

  /**
   * The number of the order.
   *
   * @param proof the answer to a challenge that was put before
   */
  async function place({ visit, name, gift, ...wish }: OrderWish, proof?: Record<string, string>): Promise<string> {
    const body = { ...wish, password: wish.password || undefined }
    const send = (headers: Record<string, string>) => api.post('/api/v1/shops/{slug}/orders', {
      path: { slug: entry.shop }, body, intent: intentFor(visit, body), headers,
    })
    const placed = await send(proof ?? {}).catch(async (error: unknown) => {
      const challenge = challengeOf(error)
      if (challenge?.kind !== 'work') throw error
      return send(answered(challenge, await work(challenge)))
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
