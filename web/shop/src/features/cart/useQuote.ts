import type { Schemas } from '@wanqu/api-client'
import { watch, type Ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useLoad } from '../../app/load'

export interface Wanted {
  sku: string
  quantity: number
  chosen?: string[]
}

export type Quote = Schemas['QuoteResponse']

/** What the lines cost just now. The server counts; this only asks again whenever they change. */
export function useQuote(lines: Ref<readonly Wanted[]>) {
  const quote = useLoad<Quote | undefined>(async () => {
    const asked = lines.value.map(({ sku, quantity, chosen }) => ({ sku, quantity, chosen }))
    return asked.length === 0 ? undefined : api.post('/api/v1/shops/{slug}/quotes', { path: { slug: entry.shop }, body: { lines: asked } })
  })
  watch(() => lines.value.map((it) => `${it.sku}×${it.quantity}:${it.chosen ?? ''}`).join(), () => void quote.load(), { immediate: true })
  return quote
}
