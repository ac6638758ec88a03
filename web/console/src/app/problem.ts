import { Problem } from '@wanqu/api-client'

/** Whatever was thrown, as a problem: a mistake in the page is one without an answer. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem('client.unknown', { why: String(thrown) })
}

/** Given up because the page was left or something newer was asked. */
export function aborted(thrown: unknown): boolean {
  return (thrown instanceof Problem && thrown.is('client.aborted')) || (thrown instanceof DOMException && thrown.name === 'AbortError')
}

export { Problem }
