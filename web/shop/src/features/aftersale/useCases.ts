import type { Schemas } from '@wanqu/api-client'
import { computed } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { intentFor, newVisit } from '../../app/intents'
import { useDo, useLoad } from '../../app/load'
import { useOrderKeys } from '../order/useOrderKeys'

export type Case = Schemas['CaseView']
export type Kind = 'exchange' | 'refund'

export interface Complaint {
  kind: Kind
  line: number
  units?: number[]
  text: string
}

export const isOpen = (one: Case): boolean => one.state !== 'ended'

/** The complaints about an order, and what its buyer may do about them. */
export function useCases(number: () => string) {
  const { headersOf } = useOrderKeys()
  const where = () => ({ slug: entry.shop, number: number() })
  const headers = () => headersOf(number())
  let visit = newVisit()
  const cases = useLoad<Case[]>(() => api.get('/api/v1/shops/{slug}/orders/{number}/cases', { path: where(), headers: headers() }))
  const open = computed(() => cases.value.value?.find(isOpen))

  const complain = useDo(async (body: Complaint) => {
    await api.post('/api/v1/shops/{slug}/orders/{number}/cases', { path: where(), headers: headers(), body, intent: intentFor(visit, body) })
    visit = newVisit()
    await cases.load()
  })
  const speak = useDo(async (id: string, text: string) => {
    const body = { kind: 'message', text }
    await api.post('/api/v1/shops/{slug}/orders/{number}/cases/{id}/messages', { path: { ...where(), id }, headers: headers(), body, intent: intentFor(visit, body) })
    visit = newVisit()
    await cases.load()
  })
  const escalate = useDo(async (id: string, text: string) => {
    await api.put('/api/v1/shops/{slug}/orders/{number}/cases/{id}/escalation', { path: { ...where(), id }, headers: headers(), body: { text } })
    await cases.load()
  })
  const withdraw = useDo(async (id: string) => {
    await api.put('/api/v1/shops/{slug}/orders/{number}/cases/{id}/withdrawal', { path: { ...where(), id }, headers: headers() })
    await cases.load()
  })

  return { cases, open, complain, speak, escalate, withdraw }
}
