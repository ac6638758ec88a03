import type { Schemas } from '@wanqu/api-client'
import { computed, ref } from 'vue'
import { api } from '@/app/api'
import { useAction } from '@/composables/useAction'
import { useResource } from '@/composables/useResource'

export type Product = Schemas['StaffProduct']
export interface Picture {
  hash: string
  alt: string
}

export interface Content {
  title: string
  description: string
  howToUse: string
  warranty: string
  state: Product['state']
  tags: string[]
  weight: number
  categories: string[]
  pictures: Picture[]
}

const EMPTY: Content = { title: '', description: '', howToUse: '', warranty: '', state: 'DRAFT', tags: [], weight: 0, categories: [], pictures: [] }

const contentOf = (product: Product): Content => ({
  title: product.title, description: product.description, howToUse: product.howToUse, warranty: product.warranty, state: product.state,
  tags: [...product.tags], weight: product.weight, categories: [...product.categories],
  pictures: product.pictures.map((one) => ({ hash: one.hash ?? '', alt: one.alt ?? '' })),
})

/** A product while it is written; `id` is empty for a new one. */
export function useProduct(id: string) {
  const content = ref<Content>(structuredClone(EMPTY))
  const saved = ref(JSON.stringify(EMPTY))
  const changed = computed(() => JSON.stringify(content.value) !== saved.value)

  function take(product: Product): Product {
    content.value = contentOf(product)
    saved.value = JSON.stringify(content.value)
    return product
  }

  const product = useResource<Product | undefined>(async (signal) => {
    if (!id) return undefined
    const found = await api.get('/api/v1/products/{product}', { path: { product: id } as never, signal })
    // What somebody has begun to write is not written over.
    return changed.value ? found : take(found)
  })

  const keep = useAction(async (intent) => take(id
    ? await api.put('/api/v1/products/{product}', { path: { product: id } as never, body: content.value, intent })
    : await api.post('/api/v1/products', { body: content.value, intent })))
  const copy = useAction((intent) => api.post('/api/v1/products/{product}/copies', { path: { product: id } as never, intent }))

  return { product, content, keep, copy, changed }
}
