import { Problem } from '@wanqu/api-client'
import { describe, expect, it } from 'vitest'
import { useDo, useLoad } from '../src/app/load'
import { usePages } from '../src/app/pages'

const gate = <T>() => {
  let open: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => { open = done })
  return { promise, open }
}

describe('what a page shows', () => {
  it('is the answer to the last question, not the last answer', async () => {
    const slow = gate<string>()
    const questions = [() => slow.promise, () => Promise.resolve('second')]
    const { value, load } = useLoad(() => questions.shift()?.() ?? Promise.reject(new Error('asked too often')))
    const first = load()
    await load()
    slow.open('first')
    await first
    expect(value.value).toBe('second')
  })

  it('stays when it can not be asked for again, and the refusal is said in words', async () => {
    const answers = [() => Promise.resolve('there'), () => Promise.reject(new Problem('client.offline'))]
    const { value, refusal, load } = useLoad(() => answers.shift()?.() ?? Promise.resolve(''))
    await load()
    await load()
    expect(value.value).toBe('there')
    expect(refusal.value).toMatchObject({ code: 'client.offline', title: '网络不可用' })
  })

  it('grows page by page and ends', async () => {
    const pages: Record<string, { items: number[], next?: string }> = { '': { items: [1, 2], next: 'b' }, b: { items: [3] } }
    const { items, next, load } = usePages((after) => Promise.resolve(pages[after ?? ''] ?? { items: [] }))
    await load()
    await load(true)
    expect(items.value).toEqual([1, 2, 3])
    expect(next.value).toBeUndefined()
    await load(true)
    expect(items.value).toEqual([1, 2, 3])
  })
})

describe('what a visitor does', () => {
  it('is done once, however often he presses', async () => {
    const wait = gate<string>()
    let times = 0
    const { run, busy } = useDo(async () => {
      times++
      await wait.promise
    })
    const all = Promise.all([run(), run(), run()])
    expect(busy.value).toBe(true)
    wait.open('done')
    await all
    expect([times, busy.value]).toEqual([1, false])
  })

  it('may be tried again after it failed', async () => {
    const answers = [Promise.reject(new Problem('client.timeout')), Promise.resolve()]
    const { run, refusal } = useDo(async () => { await answers.shift() })
    await run()
    expect(refusal.value?.code).toBe('client.timeout')
    await run()
    expect(refusal.value).toBeUndefined()
  })
})
