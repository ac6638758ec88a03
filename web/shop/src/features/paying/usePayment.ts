import type { Schemas } from '@wanqu/api-client'
import { computed, onUnmounted, ref } from 'vue'
import { api, refusalOf, type Refusal } from '../../app/api'
import { leaveFor, stepOf, type Step } from '../../platform/pay'
import { watch } from '../../platform/watch'
import { entry } from '../../app/entry'
import { go } from '../../app/go'
import { useWallet } from '../wallet/useWallet'
import type { WayToPay } from '../checkout/useRails'
import { payerOf } from './payer'

export type Payment = Schemas['PaymentView']

/** Where a payment is begun and followed: at the buyer's order, behind the link for a friend, or at a wallet. */
export interface Door {
  /** Asked again, the server answers the same open payment: a reload and a second press begin nothing new. */
  start: (way: WayToPay) => Promise<Payment>
  look: () => Promise<Payment>
  /** Where the server tells changes; elsewhere the page asks in intervals. */
  events?: { address: string, headers: Record<string, string> }
}

export const buyersDoor = (number: string, headers: () => Record<string, string>): Door => {
  const path = { slug: entry.shop, number }
  return {
    start: async (way) => api.post('/api/v1/shops/{slug}/orders/{number}/payment', { path, headers: headers(), body: await asked(way) }),
    look: () => api.get('/api/v1/shops/{slug}/orders/{number}/payment', { path, headers: headers() }),
    events: { address: `/api/v1/shops/${encodeURIComponent(entry.shop)}/orders/${number}/payment/events`, headers: headers() },
  }
}

export const friendsDoor = (number: string, token: string): Door => {
  const path = { slug: entry.shop, number }
  const headers = { 'Pay-Token': token }
  return {
    start: async (way) => api.post('/api/v1/shops/{slug}/pay-links/{number}/payment', { path, headers, body: await asked(way) }),
    look: () => api.get('/api/v1/shops/{slug}/pay-links/{number}/payment', { path, headers }),
  }
}

/** How somebody wants to pay, where his browser comes back to, and who he is within a mini program. */
export const asked = async (way: WayToPay) => ({ rail: way.rail, method: way.method, returnUrl: here(), payerId: await payerOf(way) })

/** Nothing was paid, and by this payment nothing can be. */
const ENDED = ['closed', 'failed']

export function usePayment(door: () => Door, paid: () => void) {
  const payment = ref<Payment>()
  const refusal = ref<Refusal>()
  const busy = ref(false)
  const wallet = useWallet()
  const step = computed<Step | undefined>(() => payment.value === undefined ? undefined
    : ENDED.includes(payment.value.state) ? { kind: 'ended' } : stepOf(payment.value.instruction))
  let stop: (() => void) | undefined

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

  const start = (way: WayToPay) => guarded(async () => {
    payment.value = await door().start(way)
    if (over()) paid()
    else follow()
  })

  async function look(): Promise<boolean> {
    payment.value = await door().look()
    if (!over()) return false
    paid()
    return true
  }

  function follow() {
    stop?.()
    stop = watch({ events: door().events, look })
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
    if (todo?.kind === 'sandbox') await playBank(todo.address)
    if (todo !== undefined && todo.kind !== 'leave') await look()
  })

  onUnmounted(() => stop?.())
  /** Goes on with a payment that was begun before. */
  const resume = () => guarded(async () => {
    if (!await look() && step.value?.kind !== 'ended') follow()
  })

  return { payment, step, refusal, busy, start, resume, act, look: () => guarded(async () => { await look() }), stop: () => stop?.() }
}

/** The sandbox names the address by which money comes. */
const playBank = (address: string) => (api as unknown as { post: (path: string, ask: object) => Promise<unknown> }).post(address, { body: {} })

function here(): string | undefined {
  // #ifdef H5
  return location.origin + location.pathname
  // #endif
  // #ifndef H5
  return undefined
  // #endif
}
