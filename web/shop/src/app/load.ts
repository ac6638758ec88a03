import { ref, type Ref } from 'vue'
import { refusalOf, type Refusal } from './api'

/** Something a page shows that comes from the server: there, on its way, or refused. */
export interface Loaded<T> {
  value: Ref<T | undefined>
  loading: Ref<boolean>
  refusal: Ref<Refusal | undefined>
  load: () => Promise<void>
}

/** What was there stays while it is asked for again, and a late answer to an older question is dropped. */
export function useLoad<T>(ask: () => Promise<T>): Loaded<T> {
  const value = ref<T>() as Ref<T | undefined>
  const loading = ref(false)
  const refusal = ref<Refusal>()
  let turn = 0

  async function load() {
    const mine = ++turn
    loading.value = true
    try {
      const answer = await ask()
      if (mine !== turn) return
      value.value = answer
      refusal.value = undefined
    } catch (error) {
      const said = await refusalOf(error)
      if (mine === turn) refusal.value = said
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  return { value, loading, refusal, load }
}

/** Something a visitor does: one at a time, however often he presses. */
export function useDo<A extends unknown[]>(work: (...given: A) => Promise<void>): { busy: Ref<boolean>, refusal: Ref<Refusal | undefined>, run: (...given: A) => Promise<void> } {
  const busy = ref(false)
  const refusal = ref<Refusal>()

  async function run(...given: A) {
    if (busy.value) return
    busy.value = true
    refusal.value = undefined
    try {
      await work(...given)
    } catch (error) {
      refusal.value = await refusalOf(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, refusal, run }
}
