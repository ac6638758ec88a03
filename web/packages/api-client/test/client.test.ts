import { describe, expect, it, vi } from 'vitest'

import { address, createClient, LostRequest, newIntent, Problem, type ClientSettings, type WireAnswer, type WireRequest } from '../src'

const json = (status: number, body: unknown, headers: Record<string, string> = {}): WireAnswer => ({
  status,
  header: (name) => ({ 'content-type': 'application/json', ...headers })[name.toLowerCase()] ?? null,
  body: body === undefined ? '' : JSON.stringify(body),
})

const refusal = (code: string, facts: object = {}, status = 409) =>
  json(status, { type: `/problems/${code}`, title: 'x', status, code, traceId: 't1', ...facts })

/** A server that gives these answers one after the other, and what it was asked. */
function server(...answers: (WireAnswer | LostRequest)[]) {
  const seen: WireRequest[] = []
  const pauses: number[] = []
  const client = (more: Partial<ClientSettings> = {}) => createClient({
    name: 'test',
    transport: async (request) => {
      seen.push(request)
      const answer = answers.shift()
      if (!answer) throw new Error('asked once too often')
      if (answer instanceof LostRequest) throw answer
      return answer
    },
    pause: async (millis) => void pauses.push(millis),
    ...more,
  })
  return { seen, pauses, client }
}

describe('addresses', () => {
  it('fills in parts and leaves out what is not asked for', () => {
    expect(address('/api/v1/shops/{slug}/products', { slug: 'a/b 店' }, { after: undefined, limit: 20, q: '点 卡', tag: ['a', 'b'] }))
      .toBe('/api/v1/shops/a%2Fb%20%E5%BA%97/products?limit=20&q=%E7%82%B9%20%E5%8D%A1&tag=a&tag=b')
  })
})

describe('a call', () => {
  it('names the program, the shop and the language', async () => {
    const { seen, client } = server(json(200, { items: [] }))

    const page = await client({ shop: () => '77', language: () => 'zh-CN', token: () => 'wqs_1' }).get('/api/v1/products')

    expect(page).toEqual({ items: [] })
    expect(seen[0]?.headers).toMatchObject({
      'Wanqu-Client': 'test', 'Wanqu-Shop': '77', 'Accept-Language': 'zh-CN', Authorization: 'Bearer wqs_1',
    })
    expect(seen[0]?.headers).not.toHaveProperty('Idempotency-Key')
  })

  it('gives each POST a key of its own, and an intent the same one each time', async () => {
    const { seen, client } = server(json(200, {}), json(200, {}), json(200, {}), json(200, {}))
    const api = client()
    const intent = newIntent()
    const ask = { path: { slug: 'demo' }, body: { lines: [] } }

    await api.post('/api/v1/shops/{slug}/orders', ask)
    await api.post('/api/v1/shops/{slug}/orders', ask)
    await api.post('/api/v1/shops/{slug}/orders', { ...ask, intent })
    await api.post('/api/v1/shops/{slug}/orders', { ...ask, intent })

    const keys = seen.map((it) => it.headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(3)
    expect(keys[3]).toBe(intent.key)
    expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key ?? ''))).toBe(true)
  })

  it('gives a file as it is', async () => {
    const file = new Blob(['a,b'])
    const { seen, client } = server({ status: 200, header: () => 'text/csv', body: file })

    expect(await client().get('/api/v1/products', { as: 'blob' })).toBe(file)
    expect(seen[0]?.as).toBe('blob')
  })

  it('is empty where the answer is', async () => {
    const { client } = server({ status: 204, header: () => null, body: '' })

    expect(await client().delete('/api/v1/tokens/{token}', { path: { token: '5' } })).toBeUndefined()
  })
})

describe('a refusal', () => {
  it('is a problem with its code and facts', async () => {
    const { client } = server(refusal('vault.out-of-stock', { sku: '7', left: 1 }))

    const problem = await client().get('/api/v1/products').catch((it: unknown) => it)

    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ code: 'vault.out-of-stock', facts: { sku: '7', left: 1 }, traceId: 't1', status: 409 })
  })

  it('that nobody can read has a code too', async () => {
    const { client } = server({ status: 500, header: () => 'text/html', body: '<html>' })

    await expect(client().get('/api/v1/products')).rejects.toMatchObject({ code: 'client.unreadable', status: 500 })
  })

  it('asks for the password again and repeats the same intent', async () => {
    const stepUp = vi.fn(async () => true)
    const { seen, client } = server(refusal('identity.step-up-needed', {}, 403), json(201, { id: '1' }))

    await client({ stepUp }).post('/api/v1/tokens', { body: {} as never })

    expect(stepUp).toHaveBeenCalledOnce()
    expect(seen[1]?.headers['Idempotency-Key']).toBe(seen[0]?.headers['Idempotency-Key'])
  })

  it('stays one when the password was not given', async () => {
    const { seen, client } = server(refusal('identity.step-up-needed', {}, 403))

    await expect(client({ stepUp: async () => false }).get('/api/v1/products')).rejects.toMatchObject({ code: 'identity.step-up-needed' })
    expect(seen).toHaveLength(1)
  })
})

describe('trying again', () => {
  it('repeats a read while the network is gone, and waits longer each time', async () => {
    const { pauses, client } = server(new LostRequest('offline'), json(503, {}), json(200, { items: [] }))

    await client().get('/api/v1/products')

    expect(pauses).toEqual([400, 800])
  })

  it('gives up after three times', async () => {
    const { seen, client } = server(new LostRequest('offline'), new LostRequest('offline'), new LostRequest('offline'))

    await expect(client().get('/api/v1/products')).rejects.toMatchObject({ code: 'client.offline' })
    expect(seen).toHaveLength(3)
  })

  it('waits as long as the server says, but not for ever', async () => {
    const soon = server(json(429, {}, { 'retry-after': '2' }), json(200, {}))
    await soon.client().get('/api/v1/products')
    expect(soon.pauses).toEqual([2000])

    const late = server(refusal('kernel.overloaded', {}, 503), refusal('kernel.overloaded', {}, 503), refusal('kernel.overloaded', {}, 503))
    await expect(late.client().get('/api/v1/products')).rejects.toMatchObject({ code: 'kernel.overloaded' })

    const never = server(json(429, { code: 'web.too-many-requests' }, { 'retry-after': '60' }))
    await expect(never.client().get('/api/v1/products')).rejects.toMatchObject({ code: 'web.too-many-requests' })
    expect(never.seen).toHaveLength(1)
  })

  it('repeats a POST only with an intent', async () => {
    const ask = { path: { slug: 'demo' }, body: { lines: [] } }
    const without = server(new LostRequest('offline'))
    await expect(without.client().post('/api/v1/shops/{slug}/orders', ask)).rejects.toMatchObject({ code: 'client.offline' })
    expect(without.seen).toHaveLength(1)

    const having = server(new LostRequest('offline'), json(200, {}))
    await having.client().post('/api/v1/shops/{slug}/orders', { ...ask, intent: newIntent() })
    expect(having.seen[0]?.headers['Idempotency-Key']).toBe(having.seen[1]?.headers['Idempotency-Key'])
  })

  it('does not repeat what was stopped or took too long', async () => {
    for (const reason of ['aborted', 'timeout'] as const) {
      const { seen, client } = server(new LostRequest(reason))
      await expect(client().get('/api/v1/products')).rejects.toMatchObject({ code: `client.${reason}` })
      expect(seen).toHaveLength(1)
    }
  })
})
