import { computed, ref } from 'vue'
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
  const { order, cancel, headers } = useOrder(number)
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

  return { order, ways, rail, cancel, begin, ...payment }
}
