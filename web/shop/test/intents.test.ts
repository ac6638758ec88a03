import { describe, expect, it } from 'vitest'
import { digest, intentFor, newVisit } from '../src/app/intents'

const wish = { lines: [{ sku: '1', quantity: 1 }], contact: 'lin@example.com', password: 'night-owl' }
const DAY_MILLIS = 24 * 60 * 60 * 1000

describe('an errand', () => {
  it('has one key for one wish, however often it is sent', () => {
    expect(intentFor('a', wish).key).toBe(intentFor('a', { ...wish }).key)
  })

  it('has another key for another wish, and the first again for the first', () => {
    const first = intentFor('a', wish).key
    expect(intentFor('a', { ...wish, contact: 'mei@example.com' }).key).not.toBe(first)
    expect(intentFor('a', wish).key).toBe(first)
  })

  it('shares no key with another errand', () => {
    expect(intentFor('a', wish).key).not.toBe(intentFor('b', wish).key)
    expect(newVisit()).not.toBe(newVisit())
  })

  it('is remembered for a day and then forgotten', () => {
    const first = intentFor('a', wish, 0).key
    expect(intentFor('a', wish, DAY_MILLIS - 1).key).toBe(first)
    intentFor('b', wish, DAY_MILLIS + 1)
    expect(intentFor('a', wish, DAY_MILLIS + 2).key).not.toBe(first)
  })

  it('keeps no password on the device', () => {
    intentFor('a', wish)
    expect(JSON.stringify(uni.getStorageSync('wanqu:demo:intents'))).not.toContain('night-owl')
    expect(digest('night-owl')).not.toBe(digest('night-owk'))
  })
})
