import { ref } from 'vue'
import { storage } from '../../platform/storage'

/** An order that was placed on this device: its link's token opens it again. */
export interface OwnOrder {
  number: string
  token: string
  name: string
  placedAt: string
}

const NAME = 'orders'
const KEPT = 50

const own = ref<OwnOrder[]>(storage.read(NAME, []))
storage.onOther(NAME, () => { own.value = storage.read(NAME, []) })

/** Passwords that somebody typed; they live as long as the program and are written down nowhere. */
const passwords = new Map<string, string>()

export function useOrderKeys() {
  function keep(order: OwnOrder) {
    own.value = [order, ...own.value.filter((it) => it.number !== order.number)].slice(0, KEPT)
    storage.write(NAME, own.value)
  }

  function forget(number: string) {
    own.value = own.value.filter((it) => it.number !== number)
    storage.write(NAME, own.value)
    passwords.delete(number)
  }

  function withPassword(number: string, password: string) {
    passwords.set(number, password)
  }

  /** What opens an order; without either, the session of a signed-in buyer may. */
  function headersOf(number: string): Record<string, string> {
    const token = own.value.find((it) => it.number === number)?.token
    if (token !== undefined && token !== '') return { 'Order-Token': token }
    const password = passwords.get(number)
    return password === undefined ? {} : { 'Order-Password': password }
  }

  return { own, keep, forget, withPassword, headersOf }
}
