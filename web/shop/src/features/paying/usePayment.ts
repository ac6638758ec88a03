import type { Schemas } from '@wanqu/api-client'
import { computed, onUnmounted, ref } from 'vue'
import { api, refusalOf, type Refusal } from '../../app/api'
import { leaveFor, stepOf } from '../../platform/pay'
import { watch } from '../../platform/watch'
import { entry } from '../../app/entry'
import { go } from '../../app/go'
import { useWallet } from '../wallet/useWallet'
import type { WayToPay } from '../checkout/useRails'

export type Payment = Schemas['PaymentView']

/** Where a payment is begun and followed: at the buyer's order, or behind the link for a friend. */
export interface Door {
  base: string
  headers: () => Record<string, string>
  /** Where the server tells changes; a friend's page asks in intervals. */
  events?: string
}

export const buyersDoor = (number: string, headers: () => Record<string, string>): Door => ({
  base: `/api/v1/shops/${encodeURIComponent(entry.shop)}/orders/${number}`,
  headers,
  events: `/api/v1/shops/${encodeURIComponent(entry.shop)}/orders/${number}/payment/events`,
})

export const friendsDoor = (number: string, token: string): Door => ({
  base: `/api/v1/shops/${encodeURIComponent(entry.shop)}/pay-links/${number}`,
  headers: () => ({ 'Pay-Token': token }),
})

export function usePayment(door: () => Door, paid: () => void) {
  const payment = ref<Payment>()
  const refusal = ref<Refusal>()
  const busy = ref(false)
  const wallet = useWallet()
  const step = computed(() => payment.value === undefined ? undefined : stepOf(payment.value.instruction))
  let stop: (() => void) | undefined

  const pay = api as unknown as Record<'get' | 'post', (path: string, ask: object) => Promise<Payment>>
  const over = () => payment.value?.state === 'succeeded'

  async function guarded(work: () => Promise<void>) {
    if (busy.value) return
    busy.value = true
    refusal.value = undefined
    try {
      await work()
    } catch (error) {
      refusal.value = await refusalOf(error)
    } finally {
      busy.value = false
    }
  }

  /** Asked again, the server answers the same open payment: a reload and a second press begin nothing new. */
  const start = (way: WayToPay) => guarded(async () => {
    const { base, headers } = door()
    payment.value = await pay.post(`${base}/payment`, { headers: headers(), body: { rail: way.rail, method: way.method, returnUrl: here() } })
    if (over()) paid()
    else follow()
  })

  async function look(): Promise<boolean> {
    const { base, headers } = door()
    payment.value = await pay.get(`${base}/payment`, { headers: headers() })
    if (!over()) return false
    paid()
    return true
  }

  function follow() {
    stop?.()
    const { events, headers } = door()
    stop = watch({ events: events === undefined ? undefined : { address: events, headers: headers() }, look })
  }

  /** What the buyer presses: leaves for the provider, opens the host's own sheet, or plays the bank in the sandbox. */
  const act = () => guarded(async () => {
    const todo = step.value
    if (todo?.kind === 'leave') leaveFor(todo.url)
    if (todo?.kind === 'call') await todo.run()
    if (todo?.kind === 'balance' && !wallet.has.value) {
      go({ to: 'wallet' })
      return
    }
    if (todo?.kind === 'balance' && payment.value !== undefined) await wallet.pay(payment.value.id)
    if (todo?.kind === 'sandbox') await pay.post(todo.address, { body: {} })
    if (todo !== undefined && todo.kind !== 'leave') await look()
  })

  onUnmounted(() => stop?.())
  return { payment, step, refusal, busy, start, act, look: () => guarded(async () => { await look() }), follow, stop: () => stop?.() }
}

function here(): string | undefined {
  // #ifdef H5
  return location.origin + location.pathname
  // #endif
  // #ifndef H5
  return undefined
  // #endif
}
