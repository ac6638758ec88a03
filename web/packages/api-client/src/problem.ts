/** A refusal: its code says which, its facts what about. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    /** For reports to whoever runs the server; pages decide by the code alone. */
    readonly traceId = '',
    readonly status = 0,
  ) {
    super(code)
    this.name = 'Problem'
  }

  /** The wrong field as a JSON pointer, where the refusal is about one. */
  get field(): string | undefined {
    return typeof this.facts.field === 'string' ? this.facts.field : undefined
  }

  is(...codes: string[]): boolean {
    return codes.includes(this.code)
  }
}

const NOT_FACTS = ['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId']

/** From RFC 9457 problem details; anything else that is no success, a proxy's page for one, becomes client.unreadable. */
export function problemOf(status: number, body: string): Problem {
  try {
    const told = JSON.parse(body) as Record<string, unknown>
    if (typeof told.code === 'string') {
      const facts = Object.fromEntries(Object.entries(told).filter(([name]) => !NOT_FACTS.includes(name)))
      return new Problem(told.code, facts, String(told.traceId ?? ''), status)
    }
  } catch {
    // Not JSON: falls through to what is said of every answer that can't be read.
  }
  return new Problem('client.unreadable', { status }, '', status)
}
