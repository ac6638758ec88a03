import { onScopeDispose, shallowRef, ref, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { aborted, problemOf, type Problem } from '@/app/problem'

export interface Resource<T> {
  data: ShallowRef<T | undefined>
  problem: Ref<Problem | null>
  /** True until the first answer; afterwards old data stays while new comes. */
  loading: Ref<boolean>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Something read from the server: read at once and whenever `sources` change, the older call being given up.
 * Leaving the page gives up what is still on the way.
 */
export function useResource<T>(read: (signal: AbortSignal) => Promise<T>, sources?: WatchSource | WatchSource[]): Resource<T> {
  const data = shallowRef<T>()
  const problem = ref<Problem | null>(null)
  const loading = ref(true)
  const busy = ref(false)
  let running: AbortController | null = null

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const answer = await read(mine.signal)
      if (running !== mine) return
      data.value = answer
      problem.value = null
    } catch (thrown) {
      if (aborted(thrown) || running !== mine) return
      problem.value = problemOf(thrown)
    } finally {
      if (running === mine) busy.value = loading.value = false
    }
  }

  if (sources) watch(sources, reload)
  void reload()
  onScopeDispose(() => running?.abort())
  return { data, problem, loading, busy, reload }
}

/** Reads again every so many seconds, while the page is looked at. */
export function useEvery(seconds: number, task: () => unknown): void {
  const timer = setInterval(() => {
    if (!document.hidden) task()
  }, seconds * 1000)
  onScopeDispose(() => clearInterval(timer))
}
