import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useLoad } from '../../app/load'
import { methodsHere } from '../../platform/pay'

/** A way to pay that the shop takes and this device can carry out. */
export interface WayToPay {
  rail: string
  method: string
}

export function useRails() {
  return useLoad<WayToPay[]>(async () => {
    const { rails } = await api.get('/api/v1/shops/{slug}/rails', { path: { slug: entry.shop } })
    return fitting(rails, methodsHere())
  })
}

/** Each rail once, by the handiest of its methods; in the order in which the shop offers them. */
export function fitting(rails: readonly { name: string, methods: readonly string[] }[], here: readonly string[]): WayToPay[] {
  return rails.flatMap(({ name, methods }) => {
    const method = here.find((it) => methods.includes(it))
    return method === undefined ? [] : [{ rail: name, method }]
  })
}
