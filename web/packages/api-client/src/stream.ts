export interface StreamEvent {
  name: string
  data: string
  id: string | undefined
}

export interface FollowAsk {
  url: string
  headers: () => Record<string, string>
  take: (event: StreamEvent) => void
  /** Whether the stream is there just now. */
  status?: (live: boolean) => void
}

const PAUSE_MILLIS = 500
const PAUSE_MILLIS_MAX = 30_000
const GONE = [400, 401, 403, 404]

/** Takes complete events off the front of what has come so far; the rest waits for more. */
export function takeEvents(text: string): { events: StreamEvent[]; rest: string } {
  const parts = text.replace(/\r\n?/g, '\n').split('\n\n')
  const rest = parts.pop() ?? ''
  return { events: parts.map(eventOf).filter((event) => event !== undefined), rest }
}

function eventOf(block: string): StreamEvent | undefined {
  const data: string[] = []
  let name = 'message'
  let id: string | undefined
  for (const line of block.split('\n')) {
    const value = line.slice(line.indexOf(':') + 1).replace(/^ /, '')
    if (line.startsWith('event:')) name = value
    else if (line.startsWith('data:')) data.push(value)
    else if (line.startsWith('id:')) id = value
  }
  return data.length === 0 ? undefined : { name, id, data: data.join('\n') }
}

/**
 * Follows a stream of events until the function that it answers is called. A browser's own EventSource sends no headers
 * and so cannot say which shop is meant. After an interruption it goes on behind the last event, and waits longer each
 * time it fails; a refusal ends it.
 */
export function follow({ url, headers, take, status = () => undefined }: FollowAsk): () => void {
  const stop = new AbortController()
  let last: string | undefined
  let failures = 0

  async function read(): Promise<void> {
    const response = await fetch(url, {
      headers: { ...headers(), Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) },
      signal: stop.signal,
      credentials: 'same-origin',
    })
    if (GONE.includes(response.status)) return stop.abort()
    if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
    failures = 0
    status(true)
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    for (let rest = ''; ; ) {
      const { value, done } = await reader.read()
      if (done) return
      const taken = takeEvents(rest + decoder.decode(value, { stream: true }))
      rest = taken.rest
      for (const event of taken.events) {
        last = event.id ?? last
        take(event)
      }
    }
  }

  async function loop(): Promise<void> {
    while (!stop.signal.aborted) {
      await read().catch(() => (failures += 1))
      status(false)
      if (stop.signal.aborted) return
      await new Promise((go) => setTimeout(go, Math.min(PAUSE_MILLIS * 2 ** failures, PAUSE_MILLIS_MAX)))
    }
  }

  void loop()
  return () => stop.abort()
}
