import type { Schemas } from '@wanqu/api-client'
import { computed, ref } from 'vue'
import { api } from './api'
import { entry } from './entry'
import { useLoad } from './load'

export type Shop = Schemas['ShopFront']

const asked = useLoad<Shop>(() => api.get('/api/v1/shops/{slug}', { path: { slug: entry.shop } }))
const begun = ref(false)

/** The shop that all pages are of; asked for once. */
export function useShop() {
  if (!begun.value && entry.shop !== '') {
    begun.value = true
    void asked.load()
  }
  return { shop: asked.value, refusal: asked.refusal, load: asked.load, closed: computed(() => asked.value.value !== undefined && asked.value.value.state !== 'OPEN') }
}
