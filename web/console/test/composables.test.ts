import { Problem } from '@wanqu/api-client'
import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h, ref, type Ref } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { describe, expect, it, vi } from 'vitest'
import { useAction } from '@/composables/useAction'
import { useResource } from '@/composables/useResource'
import { useTable, type Table, type TableAsk } from '@/composables/useTable'

/** Runs a composable inside a component, as pages do. */
function inside<T>(use: () => T, router?: Router): { result: T; end: () => void } {
  let result: T | undefined
  const wrapper = mount(defineComponent({ setup() {
    result = use()
    return () => h('div')
  } }), { global: { plugins: router ? [router] : [] } })
  return { result: result as T, end: () => wrapper.unmount() }
}

describe('a resource', () => {
  it('is read at once and again when its sources change; the older call is given up', async () => {
    const source: Ref<number> = ref(1)
    const signals: AbortSignal[] = []
    const { result } = inside(() => useResource(async (signal) => {
      signals.push(signal)
      return source.value * 10
    }, source))
    source.value = 2
    await flushPromises()

    expect(result.data.value).toBe(20)
    expect(result.loading.value).toBe(false)
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  })

  it('is the answer to the last question, not the last answer', async () => {
    const source: Ref<number> = ref(1)
    const answers: ((value: number) => void)[] = []
    const { result } = inside(() => useResource(() => new Promise<number>((done) => answers.push(done)), source))
    source.value = 2
    await flushPromises()
    answers[1]?.(20)
    await flushPromises()
    answers[0]?.(10)
    await flushPromises()

    expect(result.data.value).toBe(20)
  })

  it('keeps what it had when reading again is refused, and tells why', async () => {
    let refuse = false
    const { result } = inside(() => useResource(async () => {
      if (refuse) throw new Problem('kernel.overloaded')
      return 'old'
    }))
    await flushPromises()
    refuse = true
    await result.reload()

    expect(result.data.value).toBe('old')
    expect(result.problem.value?.code).toBe('kernel.overloaded')
  })

  it('is given up when the page is left', async () => {
    let signal: AbortSignal | undefined
    const { end } = inside(() => useResource((given) => {
      signal = given
      return new Promise(() => undefined)
    }))
    end()

    expect(signal?.aborted).toBe(true)
  })
})

describe('an action', () => {
  it('is done once however often it is asked for meanwhile', async () => {
    const task = vi.fn(() => new Promise((done) => setTimeout(done, 5)))
    const { result } = inside(() => useAction(task))

    await Promise.all([result.run(), result.run(), result.run()])

    expect(task).toHaveBeenCalledTimes(1)
  })

  it('keeps its intent while the same is tried again after a lost answer, and takes a new one for something else', async () => {
    const keys: string[] = []
    const { result } = inside(() => useAction(async (intent, what: string) => {
      keys.push(intent.key)
      if (keys.length < 3) throw new Problem('client.timeout')
      return what
    }))
    await result.run('a')
    await result.run('a')
    await result.run('a')
    await result.run('a')
    await result.run('b')

    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(new Set(keys).size).toBe(3)
  })

  it('takes a new intent after a refusal, because the server has answered that one', async () => {
    const keys: string[] = []
    const { result } = inside(() => useAction(async (intent) => {
      keys.push(intent.key)
      throw new Problem('kernel.invalid-value', {}, '', 400)
    }))
    await result.run()
    await result.run()

    expect(new Set(keys).size).toBe(2)
    expect(result.problem.value?.code).toBe('kernel.invalid-value')
    expect(result.busy.value).toBe(false)
  })
})

describe('a table', () => {
  type Names = 'state' | 'text'
  async function table(start: string, asked: TableAsk<Names>[]): Promise<{ table: Table<{ id: number }, Names>; router: Router }> {
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/list', component: { render: () => h('i') } }, { path: '/other', component: { render: () => h('i') } }] })
    await router.push(start)
    const { result } = inside(() => useTable<{ id: number }, Names>({
      filters: { state: 'open', text: '' },
      read: async (ask) => {
        asked.push(ask)
        return { items: [{ id: Number(ask.after ?? 0) + 1 }], next: Number(ask.after ?? 0) < 2 ? String(Number(ask.after ?? 0) + 1) : undefined }
      },
    }), router)
    await flushPromises()
    return { table: result, router }
  }

  it('reads what its address says', async () => {
    const asked: TableAsk<Names>[] = []
    const { table: it } = await table('/list?text=abc&after=1&sort=-id&hide=a,b', asked)

    expect(asked[0]).toMatchObject({ after: '1', filters: { state: 'open', text: 'abc' } })
    expect(it.sort.value).toEqual({ key: 'id', down: true })
    expect([...it.hidden.value]).toEqual(['a', 'b'])
    expect(it.filtered.value).toBe(true)
  })

  it('writes a filter into its address, begins at the first page, and leaves the rest of the address alone', async () => {
    const { table: it, router } = await table('/list?after=1&tab=x', [])
    it.setFilter('state', 'closed')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ tab: 'x', state: 'closed' })

    it.setFilter('state', 'open')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ tab: 'x' })
    expect(it.filtered.value).toBe(false)
  })

  it('goes to the next page and knows its way back', async () => {
    const asked: TableAsk<Names>[] = []
    const { table: it, router } = await table('/list', asked)
    expect(it.canGoBack.value).toBe(false)
    it.goNext()
    await flushPromises()

    expect(router.currentRoute.value.query.after).toBe('1')
    expect(asked.at(-1)?.after).toBe('1')
    expect(it.canGoBack.value).toBe(true)
  })

  it('walks through all pages for an export', async () => {
    const { table: it } = await table('/list?after=1', [])
    const ids: number[] = []
    for await (const rows of it.walk(new AbortController().signal)) ids.push(...rows.map((row) => row.id))

    expect(ids).toEqual([1, 2, 3])
  })

  it('does not read because the page is left', async () => {
    const asked: TableAsk<Names>[] = []
    const { router } = await table('/list?text=abc', asked)
    await router.push('/other')
    await flushPromises()

    expect(asked).toHaveLength(1)
  })
})
