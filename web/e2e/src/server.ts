import type { World } from './world.ts'

/** Speaks with the server past the browser, to set things up and to look what became of them. */
export class Server {
  /** @param who what the merchant says with each call; without it he is the demo shop's, by its token */
  constructor(private readonly world: World, private readonly who: Record<string, string> = { Authorization: `Bearer ${world.demo.token}` }) {}

  async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(`${this.world.url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  merchant<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.call(method, path, body, this.who)
  }

  operator<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.call(method, path, body, { Authorization: `Bearer ${this.world.operatorToken}` })
  }

  /** More cards for a pool of the merchant's, so that tests never take each other's last one. */
  async load(pool: string, cards: string[]): Promise<void> {
    const started = await this.merchant<{ id: string }>('POST', '/imports/paste', { pool, text: cards.join('\n') })
    for (;;) {
      const { state, ...gone } = await this.merchant<{ state: string; duplicates: number; elsewhere: number; errors: number }>('GET', `/imports/${started.id}`)
      if (state === 'done' && gone.duplicates + gone.elsewhere + gone.errors > 0) throw new Error(`not every line of import ${started.id} became a card: ${JSON.stringify(gone)}`)
      if (state === 'done') return
      if (state === 'failed') throw new Error(`import ${started.id} failed`)
      await new Promise((go) => setTimeout(go, 100))
    }
  }
}
