import { ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useDo } from '../../app/load'
import { useCart, type CartLine } from './useCart'

/** Where the server names no limit, it says so when the order is placed. */
const MAX = 100

/** Takes over the cart that somebody left in another channel. */
export function useHandOff(code: () => string) {
  const { add } = useCart()
  const taken = ref(false)

  const take = useDo(async () => {
    if (code().trim() === '') return
    const { lines } = await api.post('/api/v1/shops/{slug}/hand-offs/{code}/receipt', { path: { slug: entry.shop, code: code().trim() }, body: {} })
    lines.forEach((line) => add({ sku: String(line.sku), product: '', quantity: line.quantity, max: MAX }))
    taken.value = true
  })

  return { take, taken }
}

/** The other side of it: what somebody takes along from here. */
export function useGivingOn() {
  const given = ref<{ link: string, code: string, codeUntil: string }>()

  const give = useDo(async (lines: CartLine[]) => {
    given.value = await api.post('/api/v1/shops/{slug}/hand-offs', {
      path: { slug: entry.shop }, body: { lines: lines.map(({ sku, quantity }) => ({ sku, quantity })) },
    })
  })

  return { give, given }
}
