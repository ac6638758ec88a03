import { createHash } from 'node:crypto'
import { Problem } from '@wanqu/api-client'
import { describe, expect, it } from 'vitest'
import { challengeOf, work } from '../src/app/proof'
import { sha256 } from '../src/app/sha256'

const hex = (words: Int32Array) => Array.from(words, (it) => (it >>> 0).toString(16).padStart(8, '0')).join('')
const known = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a proof', () => {
  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'token:nonce'.repeat(20)])('hashes "%s" as everybody does', (text) => {
    expect(hex(sha256(text))).toBe(known(text))
  })

  it('of work begins with as many zeros as were asked for', async () => {
    const challenge = { kind: 'work' as const, token: 'd29ya3wxMg.c2lnbmF0dXJl', bits: 12 }
    expect(known(`${challenge.token}:${await work(challenge)}`)).toMatch(/^000/)
  })

  it('is only asked for where the server asks', () => {
    const challenge = { kind: 'code', token: 't', bits: 0 }
    expect(challengeOf(new Problem('risk.challenge-needed', { challenge }))).toEqual(challenge)
    expect(challengeOf(new Problem('risk.refused'))).toBeUndefined()
  })
})
