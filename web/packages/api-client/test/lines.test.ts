import { afterEach, describe, expect, it, vi } from 'vitest'
import { readLines, takeLines } from '../src'
import { streamed } from './streamed'

afterEach(() => vi.unstubAllGlobals())

describe('lines', () => {
  it('are taken when they are complete, and the rest waits', () => {
    expect(takeLines('{"a":1}\n\n{"b":2}\n{"c"')).toEqual({ lines: [{ a: 1 }, { b: 2 }], rest: '{"c"' })
  })

  it('come one by one, cut wherever the network cuts, the last also without an end', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => streamed('{"shop":"1"', '}\n{"shop', '":"2"}\n{"done":true}')))
    const taken: unknown[] = []

    await readLines({ url: '/proof', headers: () => ({ 'Wanqu-Shop': 'platform' }), take: (line) => taken.push(line) })

    expect(taken).toEqual([{ shop: '1' }, { shop: '2' }, { done: true }])
    expect(vi.mocked(fetch).mock.calls[0]?.[1]?.headers).toMatchObject({ 'Wanqu-Shop': 'platform' })
  })

  it('are none where the server refuses, and the refusal is told', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => new Response('{"code":"kernel.operator-only"}', { status: 403 })))
    const taken: unknown[] = []

    await expect(readLines({ url: '/proof', headers: () => ({}), take: (line) => taken.push(line) })).rejects.toMatchObject({ code: 'kernel.operator-only', status: 403 })
    expect(taken).toEqual([])
  })
})
