import { describe, expect, it } from 'vitest'
import { proveWork, sha256 } from '../src/challenge'
import { createClient, type WireRequest } from '../src'

function hex(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

describe('sha256', () => {
  it('knows the published values', () => {
    expect(hex(sha256(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(hex(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })
})

describe('proveWork', () => {
  it('finds a nonce with enough zero bits and lets the page breathe', async () => {
    let breaths = 0
    const answer = await proveWork({ kind: 'work', token: 'payload.signature', bits: 13 }, () => {
      breaths++
      return Promise.resolve()
    })
    expect(answer.startsWith('payload.signature:')).toBe(true)
    expect(hex(sha256(answer)).startsWith('000')).toBe(true)
    expect(breaths).toBeLessThan(50)
  })
})

describe('a client', () => {
  it('works for a challenge and sends the very same request again', async () => {
    const sent: WireRequest[] = []
    const client = createClient({
      name: 'test',
      transport: (wire) => {
        sent.push({ ...wire, headers: { ...wire.headers } })
        const first = sent.length === 1
        return Promise.resolve({
          status: first ? 403 : 201,
          header: () => 'application/json',
          body: first ? JSON.stringify({ code: 'risk.challenge-needed', challenge: { kind: 'work', token: 'a.b', bits: 8 } }) : '{"number":"7"}',
        })
      },
    })
    const answer = await client.post('/api/v1/shops/{slug}/orders', { path: { slug: 'x' }, body: {} as never })
    expect(answer).toEqual({ number: '7' })
    expect(sent[1]?.headers['Idempotency-Key']).toBe(sent[0]?.headers['Idempotency-Key'])
    expect(sent[1]?.headers['Risk-Challenge']).toMatch(/^a\.b:[0-9a-z]+$/)
  })
})
