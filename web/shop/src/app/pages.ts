import { ref, type Ref } from 'vue'
import { refusalOf, type Refusal } from './api'

interface Page<T> {
  items: T[]
  next?: string
}

/** A list that grows page by page; what is there stays when the next page can't be had. */
export function usePages<T>(ask: (after: string | undefined) => Promise<Page<T>>) {
  const items = ref<T[]>() as Ref<T[] | undefined>
  const next = ref<string>()
  const loading = ref(false)
  const refusal = ref<Refusal>()
  let turn = 0

  async function load(more = false) {
    if (more && (loading.value || next.value === undefined)) return
    const mine = ++turn
    loading.value = true
    try {
      const page = await ask(more ? next.value : undefined)
      if (mine !== turn) return
      items.value = more ? [...items.value ?? [], ...page.items] : page.items
      next.value = page.next
      refusal.value = undefined
    } catch (error) {
      const said = await refusalOf(error)
      if (mine === turn) refusal.value = said
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  return { items, next, loading, refusal, load }
}
