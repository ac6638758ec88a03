import { problemOf } from './problem'

/** Takes complete lines of JSON off the front of what has come so far; the rest waits for more. */
export function takeLines(text: string): { lines: unknown[]; rest: string } {
  const parts = text.split('\n')
  const rest = parts.pop() ?? ''
  return { lines: parts.filter((part) => part.trim()).map((part) => JSON.parse(part) as unknown), rest }
}

export interface LinesAsk {
  url: string
  headers: () => Record<string, string>
  take: (line: unknown) => void
  signal?: AbortSignal
}

/** Reads an answer of many lines while it is still being made; a refusal comes as a problem, like everywhere. */
export async function readLines({ url, headers, take, signal }: LinesAsk): Promise<void> {
  const response = await fetch(url, { headers: { ...headers(), Accept: 'application/x-ndjson, application/problem+json' }, signal, credentials: 'same-origin' })
  if (!response.ok || !response.body) throw problemOf(response.status, await response.text())
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read()
    const taken = takeLines(rest + (done ? '\n' : decoder.decode(value, { stream: true })))
    rest = taken.rest
    taken.lines.forEach(take)
    if (done) return
  }
}
