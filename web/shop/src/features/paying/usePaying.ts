import { computed, ref } from 'vue'
import { api, isRefusal } from '../../app/api'
import { useDo } from '../../app/load'
import { t, time } from '../../app/words'
import { say } from '../../components/toast'
import { storage } from '../../platform/storage'
import { useRails } from '../checkout/useRails'
import { useOrder, unpaid } from '../order/useOrder'
import { buyersDoor, usePayment } from './usePayment'

const CHOSEN = 'rail'

/** The rail that was used last comes first. */
export const lastRail = {
  read: () => storage.read(CHOSEN, ''),
  keep: (rail: string) => storage.write(CHOSEN, rail),
}

/** An order that waits for its money: whatever page, tab or day one comes back from, it goes on where it stands. */
export function usePaying(number: () => string, paid: () => void) {
  const { order, cancel, path, headers } = useOrder(number)
  const rails = useRails()
  const rail = ref('')
  let gone = false
  const leave = () => {
    if (gone) return
    gone = true
    payment.stop()
    paid()
  }
  const payment = usePayment(() => buyersDoor(number(), headers), leave)
  const ways = computed(() => rails.value.value ?? [])

  async function begin() {
    gone = false
    await Promise.all([order.load(), rails.load()])
    await take()
  }

  async function take() {
    const now = order.value.value
    if (now === undefined) return
    if (!unpaid(now)) return leave()
    if (now.state !== 'placed') return
    const wanted = rail.value || now.paying?.rail || lastRail.read()
    const way = ways.value.find((it) => it.rail === wanted) ?? ways.value[0]
    if (way === undefined) return
    rail.value = way.rail
    await payment.start(way)
  }

  /** An answer that got lost is no refusal: what the order says now decides. A payment whose own end is nearer is asked for anew. */
  const extend = useDo(async () => {
    const before = order.value.value?.deadline
    try {
      order.value.value = await api.put('/api/v1/shops/{slug}/orders/{number}/extension', { path: path(), headers: headers() })
    } catch (error) {
      if (!isRefusal(error, 'ordering.no-more-time', 'ordering.wrong-state')) throw error
      await order.load()
      if (order.value.value?.state === 'placed' && order.value.value.deadline === before) throw error
    }
    const now = order.value.value
    if (now?.state === 'placed' && now.deadline !== undefined) say(t('paying.extended', { at: time(now.deadline).slice(-5) }))
    if (payment.payment.value?.expiresAt !== undefined) await take()
  })

  return { order, ways, rail, cancel, extend, begin, ...payment }
}
