const POLL_MILLIS = 3_000
const QUIET_MILLIS = 15_000

interface Watch {
  /** Where the server tells changes as events, and what opens it; without it, or where there are none, the page asks in intervals. */
  events?: { address: string, headers: Record<string, string> }
  /** Asks how things stand; true when there is nothing more to wait for. */
  look: () => Promise<boolean>
}

/** Looks whenever something may have changed: by server-sent events, and by asking while those are silent. Returns the stop. */
export function watch({ events, look }: Watch): () => void {
  let over = false
  let looking = false
  let missed = false
  let heard = 0
  const control = typeof AbortController === 'undefined' ? undefined : new AbortController()

  const stop = () => {
    over = true
    clearInterval(clock)
    control?.abort()
  }
  const once = async () => {
    if (over || looking) return
    looking = true
    try {
      if (await look()) stop()
    } catch {
      // Offline or refused for now: the next look may go through.
    } finally {
      looking = false
      if (missed) {
        missed = false
        void once()
      }
    }
  }
  const clock = setInterval(() => {
    if (Date.now() - heard > QUIET_MILLIS) void once()
  }, POLL_MILLIS)

  // #ifdef H5
  if (events !== undefined && control !== undefined) {
    void listen(events, control.signal, () => {
      heard = Date.now()
      // What a look brings that is on its way already may be older than what was just told.
      missed = looking
      void once()
    }).finally(() => {
      heard = 0
    })
  }
  // #endif
  void once()
  return stop
}

// #ifdef H5
/** Not an EventSource: that sends no headers, and the secret of an order must not stand in an address. */
async function listen(events: { address: string, headers: Record<string, string> }, signal: AbortSignal, hear: () => void): Promise<void> {
  try {
    // eslint-disable-next-line no-restricted-globals -- a stream, which the client does not carry
    const answer = await fetch(events.address, { headers: { Accept: 'text/event-stream', ...events.headers }, signal })
    const reader = answer.ok ? answer.body?.getReader() : undefined
    while (reader !== undefined) {
      const { done } = await reader.read()
      if (done) return
      hear()
    }
  } catch {
    // Cut off: from now on the page asks in intervals.
  }
}
// #endif
