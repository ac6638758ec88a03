import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import { conditionWords, factWords, holds, nameWords, profileText, ruleName, sameSet, tidied, type Naming } from '@/features/risk/words'

const naming: Naming = { channel: (id) => `channel ${id}`, sku: (id) => `SKU ${id}` }

beforeAll(() => speak('en'))

describe('facts', () => {
  it('that are counted say what, by whom and how far back', () => {
    expect(factWords('device.persons.24h')).toBe('People on one device in 24 hours')
    expect(factWords('order.totalMinor')).toBe('Order total (minor units)')
  })

  it('that the page does not know are shown as they are', () => {
    expect(factWords('moon')).toBe('moon')
  })
})

describe('conditions', () => {
  it('are sentences, with names in place of numbers', () => {
    expect(conditionWords({ fact: 'address.orders.1h', is: '>=', value: 1200 }, naming)).toBe('Orders from one address in 1 hour ≥ 1,200')
    expect(conditionWords({ fact: 'order.sku', is: 'in', names: ['7', '8'] }, naming)).toBe('SKU is SKU 7 or SKU 8')
    expect(conditionWords({ fact: 'act', is: 'not-in', names: ['pay'] }, naming)).toBe('Act is not Paying')
    expect(nameWords('order.channel', '3', naming)).toBe('channel 3')
  })

  it.each([
    ['>', 3, 2, true], ['>', 2, 2, false], ['>=', 2, 2, true], ['=', 2, 2, true], ['<=', 3, 2, false], ['<', 1, 2, true],
  ])('of numbers: %s with %d against %d', (is, now, value, expected) => {
    expect(holds({ fact: 'order.quantity', is, value }, { 'order.quantity': now }, {})).toBe(expected)
  })

  it('take what was not recorded for nought', () => {
    expect(holds({ fact: 'listed.deny', is: '=', value: 0 }, {}, {})).toBe(true)
  })

  it('of names hold when one of them is among those that were known, or none', () => {
    const known = { 'order.sku': ['7', '9'] }
    expect(holds({ fact: 'order.sku', is: 'in', names: ['8', '9'] }, {}, known)).toBe(true)
    expect(holds({ fact: 'order.sku', is: 'not-in', names: ['8', '9'] }, {}, known)).toBe(false)
    expect(holds({ fact: 'order.sku', is: 'not-in', names: ['8'] }, {}, {})).toBe(true)
  })
})

describe('rules', () => {
  it('that are built in have names in the language, others the one they were given', () => {
    expect(ruleName('listed as bad')).toBe('Listed as bad')
    expect(ruleName('Quiet after ten')).toBe('Quiet after ten')
    expect(profileText('party')).toBe('A profile of your own.')
  })

  it('are unchanged when something was typed and taken back', () => {
    const set = { rules: [{ name: 'one', when: [{ fact: 'hour', is: '<', value: 6 }], outcome: 'hold' as const }] }
    expect(sameSet(set, { ...set, scores: { challenge: undefined }, proof: undefined })).toBe(true)
    expect(sameSet(set, { ...set, scores: { challenge: 10 } })).toBe(false)
    expect(tidied({ rules: [], scores: {} }).scores).toBeUndefined()
  })
})
