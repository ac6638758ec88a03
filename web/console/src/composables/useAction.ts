import { newIntent, type Intent } from '@wanqu/api-client'
import { ref, type Ref } from 'vue'
import { aborted, problemOf, type Problem } from '@/app/problem'

export interface Action<A extends unknown[], R> {
  run: (...given: A) => Promise<R | undefined>
  busy: Ref<boolean>
  problem: Ref<Problem | null>
}

/**
 * Something done at the server: once at a time, with its refusal kept beside it. The intent is kept while the same is tried
 * again after a lost answer, so that nothing happens twice; after an answer, or for something else, there is a new one.
 */
export function useAction<A extends unknown[], R>(task: (intent: Intent, ...given: A) => Promise<R>): Action<A, R> {
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  let intent = newIntent()
  let last = ''

  async function run(...given: A): Promise<R | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    const now = JSON.stringify(given)
    if (now !== last) intent = newIntent()
    last = now
    try {
      const result = await task(intent, ...given)
      intent = newIntent()
      return result
    } catch (thrown) {
      if (aborted(thrown)) return undefined
      problem.value = problemOf(thrown)
      if (problem.value.status > 0 && problem.value.status < 500) intent = newIntent()
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { run, busy, problem }
}
