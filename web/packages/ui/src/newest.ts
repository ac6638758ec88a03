/** Runs one thing at a time: a new run stops the one before, whose answer is dropped. For searches as somebody types. */
export interface Newest {
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>
}

export function newest(): Newest {
  let current: AbortController | undefined
  return {
    async run(work) {
      current?.abort()
      const mine = (current = new AbortController())
      try {
        const done = await work(mine.signal)
        return mine === current ? done : undefined
      } catch (error) {
        if (mine.signal.aborted) return undefined
        throw error
      }
    },
  }
}
