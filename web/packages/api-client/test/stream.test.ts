import { afterEach, describe, expect, it, vi } from 'vitest'
import { follow, takeEvents, type StreamEvent } from '../src'
import { streamed } from './streamed'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('events', () => {
  it('are taken when they are complete, and the rest waits', () => {
    const taken = takeEvents('id:7\nevent:order\ndata:{"a":\ndata:1}\n\n:still here\n\nevent:order\nda')

    expect(taken.events).toEqual([{ name: 'order', id: '7', data: '{"a":\n1}' }])
    expect(taken.rest).toBe('event:order\nda')
  })

  it('may end their lines either way', () => {
    expect(takeEvents('data: x\r\n\r\n').events).toEqual([{ name: 'message', id: undefined, data: 'x' }])
  })
})

describe('following', () => {
  it('goes on behind the last event after an interruption', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked: RequestInit[] = []
    const answers = [streamed('id: 1\ndata: one\n', '\n'), streamed('id: 2\ndata: two\n\n')]
    vi.stubGlobal('fetch', async (_: string, ask: RequestInit) => {
      asked.push(ask)
      return answers.shift() ?? new Response('', { status: 403 })
    })
    const seen: StreamEvent[] = []

    follow({ url: '/events', headers: () => ({ 'Wanqu-Shop': '9' }), take: (event) => seen.push(event) })

    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(3)
    expect(seen.map((event) => event.data)).toEqual(['one', 'two'])
    expect(asked[0]?.headers).toMatchObject({ 'Wanqu-Shop': '9', Accept: 'text/event-stream' })
    expect(asked[1]?.headers).toMatchObject({ 'Last-Event-ID': '1' })
  })

  it('ends at a refusal', async () => {
    const ask = vi.fn(async () => new Response('', { status: 401 }))
    vi.stubGlobal('fetch', ask)
    const status = vi.fn()

    follow({ url: '/events', headers: () => ({}), take: () => undefined, status })

    await vi.waitFor(() => expect(status).toHaveBeenCalledWith(false), 5_000)
    expect(ask).toHaveBeenCalledTimes(1)
  })
})
