/** One request as it goes over the wire. */
export interface WireRequest {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | Blob | FormData
  /** A file is taken as it is, all else as text. */
  as: 'text' | 'blob'
  timeoutMillis: number
  signal?: AbortSignal
}

export interface WireAnswer {
  status: number
  header(name: string): string | null
  body: string | Blob
}

/** Carries a request to the server. Rejects with a LostRequest when no answer came. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>

/** No answer came: nobody knows whether the server has seen the request. */
export class LostRequest extends Error {
  constructor(readonly reason: 'offline' | 'timeout' | 'aborted') {
    super(reason)
    this.name = 'LostRequest'
  }
}

/** By the browser's own fetch; the session's cookie goes along. */
export function fetchTransport(ask: typeof fetch = (...it) => fetch(...it)): Transport {
  return async (request) => {
    const control = new AbortController()
    const stop = () => control.abort()
    request.signal?.addEventListener('abort', stop)
    let late = false
    const clock = setTimeout(() => {
      late = true
      stop()
    }, request.timeoutMillis)
    try {
      if (request.signal?.aborted) {
        throw new LostRequest('aborted')
      }
      const { method, headers, body } = request
      const response = await ask(request.url, { method, headers, body, signal: control.signal, credentials: 'same-origin' })
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        body: request.as === 'blob' && response.ok ? await response.blob() : await response.text(),
      }
    } catch (error) {
      if (error instanceof LostRequest) {
        throw error
      }
      throw new LostRequest(late ? 'timeout' : request.signal?.aborted ? 'aborted' : 'offline')
    } finally {
      clearTimeout(clock)
      request.signal?.removeEventListener('abort', stop)
    }
  }
}

/** The part of uni.request that is needed; the types of uni-app are not known here. */
export interface UniRequest {
  (options: {
    url: string
    method: string
    header: Record<string, string>
    data?: string
    timeout: number
    dataType: string
    responseType: 'text'
    success(answer: { statusCode: number; header: Record<string, string>; data: unknown }): void
    fail(reason: { errMsg?: string }): void
  }): { abort(): void } | undefined
}

/** By uni.request, for mini programs, which have no fetch and keep no cookies. */
export function uniTransport(ask: UniRequest): Transport {
  return (request) => new Promise((resolve, reject) => {
    if (request.signal?.aborted) {
      reject(new LostRequest('aborted'))
      return
    }
    const task = ask({
      url: request.url,
      method: request.method,
      header: request.headers,
      data: typeof request.body === 'string' ? request.body : undefined,
      timeout: request.timeoutMillis,
      // Anything but "json" leaves the text alone.
      dataType: 'text',
      responseType: 'text',
      success: (answer) => {
        const headers = Object.fromEntries(Object.entries(answer.header).map(([name, value]) => [name.toLowerCase(), value]))
        resolve({
          status: answer.statusCode,
          header: (name) => headers[name.toLowerCase()] ?? null,
          body: typeof answer.data === 'string' ? answer.data : JSON.stringify(answer.data),
        })
      },
      fail: (reason) => reject(new LostRequest(/abort/.test(reason.errMsg ?? '') ? 'aborted' : /timeout/.test(reason.errMsg ?? '') ? 'timeout' : 'offline')),
    })
    request.signal?.addEventListener('abort', () => task?.abort())
  })
}
