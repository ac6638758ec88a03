import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from '../src/platform/watch'

describe('a page that waits', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('asks in intervals until there is nothing more to wait for', async () => {
    let looks = 0
    watch({ look: () => Promise.resolve(++looks === 3) })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks).toBe(3)
  })

  it('goes on asking when the network was gone for a while', async () => {
    let looks = 0
    watch({ look: () => ++looks < 3 ? Promise.reject(new Error('offline')) : Promise.resolve(true) })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks).toBe(3)
  })

  it('asks once more when something is told while it asks', async () => {
    let tell: () => void = () => undefined
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(new ReadableStream({
      start: (stream) => { tell = () => stream.enqueue(new TextEncoder().encode('data: paid\n\n')) },
    })))
    const answers: ((over: boolean) => void)[] = []
    const stop = watch({ events: { address: '/events', headers: {} }, look: () => new Promise((done) => answers.push(done)) })
    tell()
    await vi.advanceTimersByTimeAsync(0)
    expect(answers).toHaveLength(1)
    answers[0]?.(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(answers).toHaveLength(2)
    stop()
  })

  it('asks no more once it is left', async () => {
    let looks = 0
    const stop = watch({ look: () => Promise.resolve(++looks > 100) })
    await vi.advanceTimersByTimeAsync(3_500)
    stop()
    const before = looks
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks).toBe(before)
  })
})
