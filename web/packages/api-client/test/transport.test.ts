import { describe, expect, it, vi } from 'vitest'

import { fetchTransport, LostRequest, uniTransport, type UniRequest, type WireRequest } from '../src'

const ask = (more: Partial<WireRequest> = {}): WireRequest =>
  ({ method: 'GET', url: '/x', headers: { Accept: 'application/json' }, as: 'text', timeoutMillis: 1000, ...more })

/** A fetch that never answers, but hears that it is to stop. */
const silent: typeof fetch = (_, init) => new Promise((_go, stop) => {
  init?.signal?.addEventListener('abort', () => stop(new DOMException('stopped', 'AbortError')))
})

describe('fetch', () => {
  it('gives status, headers and text', async () => {
    const answer = await fetchTransport(async () => new Response('{"a":1}', { status: 201, headers: { ETag: '"1"' } }))(ask())

    expect([answer.status, answer.header('etag'), answer.body]).toEqual([201, '"1"', '{"a":1}'])
  })

  it('says why no answer came', async () => {
    const control = new AbortController()
    const stopped = fetchTransport(silent)(ask({ signal: control.signal }))
    control.abort()

    await expect(stopped).rejects.toMatchObject({ reason: 'aborted' })
    await expect(fetchTransport(silent)(ask({ timeoutMillis: 1 }))).rejects.toMatchObject({ reason: 'timeout' })
    await expect(fetchTransport(async () => { throw new TypeError('net') })(ask())).rejects.toMatchObject({ reason: 'offline' })
    await expect(fetchTransport(silent)(ask({ signal: AbortSignal.abort() }))).rejects.toBeInstanceOf(LostRequest)
  })
})

describe('uni.request', () => {
  it('gives status, headers and text', async () => {
    const uni = vi.fn<UniRequest>((options) => {
      options.success({ statusCode: 200, header: { 'Content-Type': 'application/json' }, data: '{"a":1}' })
      return undefined
    })

    const answer = await uniTransport(uni)(ask({ method: 'POST', body: '{}' }))

    expect([answer.status, answer.header('content-type'), answer.body]).toEqual([200, 'application/json', '{"a":1}'])
    expect(uni.mock.calls[0]?.[0]).toMatchObject({ method: 'POST', data: '{}', timeout: 1000, dataType: 'text' })
  })

  it('says why no answer came', async () => {
    const failing = (errMsg: string) => uniTransport((options) => {
      options.fail({ errMsg })
      return undefined
    })(ask())

    await expect(failing('request:fail timeout')).rejects.toMatchObject({ reason: 'timeout' })
    await expect(failing('request:fail abort')).rejects.toMatchObject({ reason: 'aborted' })
    await expect(failing('request:fail')).rejects.toMatchObject({ reason: 'offline' })
  })

  it('can be stopped', () => {
    const control = new AbortController()
    const abort = vi.fn()
    void uniTransport(() => ({ abort }))(ask({ signal: control.signal }))

    control.abort()

    expect(abort).toHaveBeenCalledOnce()
  })
})
