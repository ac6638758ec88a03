import { computed, ref, watch } from 'vue'
import { newVisit } from '../../app/intents'
import { storage } from '../../platform/storage'

export interface CartLine {
  sku: string
  product: string
  quantity: number
  /** The most that one order may hold of it. */
  max: number
  picture?: string
}

interface Cart {
  /** One basket, one order: it is the errand that its order's key belongs to. */
  visit: string
  lines: CartLine[]
}

/** What the server takes in one order. */
export const LINES_MAX = 20

const NAME = 'cart'
const empty = (): Cart => ({ visit: newVisit(), lines: [] })
const cart = ref<Cart>(storage.read(NAME, empty()))

watch(cart, (now) => storage.write(NAME, now), { deep: true })
storage.onOther(NAME, () => {
  const theirs = storage.read(NAME, empty())
  if (JSON.stringify(theirs) !== JSON.stringify(cart.value)) cart.value = theirs
})

export function useCart() {
  const count = computed(() => cart.value.lines.reduce((sum, line) => sum + line.quantity, 0))

  /** False when the basket is full. */
  function add(line: CartLine): boolean {
    const there = cart.value.lines.find((it) => it.sku === line.sku)
    if (there !== undefined) {
      there.quantity = Math.min(there.quantity + line.quantity, line.max)
      there.max = line.max
      return true
    }
    if (cart.value.lines.length >= LINES_MAX) return false
    cart.value.lines.push({ ...line })
    return true
  }

  function remove(sku: string) {
    cart.value.lines = cart.value.lines.filter((it) => it.sku !== sku)
  }

  /** After its order was placed; a basket that another tab has begun meanwhile stays. */
  function emptied(visit: string) {
    if (cart.value.visit === visit) cart.value = empty()
  }

  return { cart, count, add, remove, emptied }
}
