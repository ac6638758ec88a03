import { describe, expect, it } from 'vitest'
import { answered, joined, listOf, minorOf, momentOf, momentText, wholeOf, type AskField } from '@/components/ask'

const field = (kind: AskField['kind'], more: Partial<AskField> = {}): AskField => ({ name: 'x', label: 'X', kind, ...more })

describe('what a dialog was told', () => {
  it('is a whole number or none', () => {
    expect([wholeOf(' 12 '), wholeOf('-3'), wholeOf('1.5'), wholeOf('twelve'), wholeOf(undefined)]).toEqual([12, -3, undefined, undefined, undefined])
  })

  it('is money in the smallest unit of its currency', () => {
    expect([minorOf('9.90', 'CNY'), minorOf('990', 'JPY'), minorOf('9.9.0', 'CNY')]).toEqual([990, 990, undefined])
  })

  it('is a list, and comes back as it was', () => {
    expect(listOf(joined(['a', 'b c']))).toEqual(['a', 'b c'])
    expect(listOf('')).toEqual([])
  })

  it('is a moment in the time of the one who typed it', () => {
    const iso = '2026-11-28T12:30:00.000Z'
    expect(momentOf(momentText(iso))).toBe(iso)
    expect(momentOf('soon')).toBeUndefined()
  })
})

describe('a field is answered', () => {
  it('when something is there, or nothing has to be', () => {
    expect([answered(field('text'), ' '), answered(field('text', { optional: true }), ''), answered(field('switch'), '')]).toEqual([false, true, true])
  })

  it('by a number where a number is wanted', () => {
    expect([answered(field('whole'), '3'), answered(field('whole'), 'three'), answered(field('money', { currency: 'CNY' }), '1,x')]).toEqual([true, false, false])
  })
})
