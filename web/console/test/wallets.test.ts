import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '@/app/i18n'
import { basisPointsOf, invoiceFaults, lastMonth } from '@/features/merchants/invoices'
import { cardFaults, cardState, leastUntil } from '@/features/wallets/cards'
import { holding, limitFaults, standing, valueWords, type Rule } from '@/features/wallets/limits'

const TODAY = '2026-06-15'
const rule = (name: string, value: number, from = '2020-01-01', kind = 'bearer'): Rule => ({ kind, name, from, value, source: 'the law' })
const RULES = [rule('cardMax', 50_000, '2026-07-01'), rule('cardMax', 100_000, '2012-11-01'), rule('cardMax', 80_000, '2010-01-01'), rule('yearInMax', 1_000_000),
  rule('dayInMax', 100_000), rule('validDaysMin', 1095), rule('yearInMax', 10_000_000, '2020-01-01', 'registered')]

beforeAll(() => speak('en'))

describe('a limit of stored value', () => {
  it('holds from its day on, until a younger one does', () => {
    expect(RULES.slice(0, 3).map((one) => standing(one, RULES, TODAY))).toEqual(['later', 'now', 'before'])
    expect(holding(RULES, 'bearer', 'cardMax', '2026-07-01')?.value).toBe(50_000)
    expect(holding(RULES, 'registered', 'cardMax', TODAY)).toBeUndefined()
  })

  it('is told in money, or in days', () => {
    expect([valueWords(rule('cardMax', 100_000)), valueWords(rule('validDaysMin', 1095)), valueWords(rule('validDaysMin', 1))]).toEqual(['CN¥1,000.00', '1,095 days', '1 day'])
  })

  const wrong = (answers: Record<string, string>): string[] => Object.keys(limitFaults({ kind: 'bearer', from: TODAY, ...answers }, RULES, TODAY))

  it('is an amount, and a whole number of days where it is days', () => {
    expect(wrong({ name: 'cardMax', value: '999.99' })).toEqual([])
    expect(wrong({ name: 'cardMax', value: '1.999' })).toEqual(['value'])
    expect(wrong({ name: 'cardMax', value: '-5' })).toEqual(['value'])
    expect(wrong({ name: 'validDaysMin', value: '30' })).toEqual([])
    expect(wrong({ name: 'validDaysMin', value: '30.5' })).toEqual(['value'])
  })

  it('would hold nothing back above another of the same kind', () => {
    expect(wrong({ name: 'dayInMax', value: '10000' })).toEqual([])
    expect(wrong({ name: 'dayInMax', value: '10000.01' })).toEqual(['value'])
    expect(wrong({ name: 'dayInMax', value: '10000.01', kind: 'registered' })).toEqual([])
    expect(wrong({ name: 'yearInMax', value: '999' })).toEqual(['value'])
  })

  it('begins today or later, once a day', () => {
    expect(wrong({ name: 'cardMax', value: '1', from: '2026-06-14' })).toEqual(['from'])
    expect(wrong({ name: 'cardMax', value: '1', from: '2026-07-01' })).toEqual(['from'])
    expect(wrong({ name: 'balanceMax', value: '1', from: '2026-07-01' })).toEqual([])
  })
})

describe('a gift card', () => {
  const card = (state: string, left: number, expiresAt = '2030-01-01T00:00:00Z') => ({ state, amount: { minor: 1000, currency: 'CNY' }, left: { minor: left, currency: 'CNY' }, expiresAt }) as never
  const now = Date.parse('2026-06-15T00:00:00Z')

  it('tells how far it was used, and is over when its time is', () => {
    expect([card('issued', 1000), card('issued', 400), card('used', 0), card('void', 0), card('issued', 400, '2026-01-01T00:00:00Z')].map((one) => cardState(one, now)))
      .toEqual(['whole', 'part', 'used', 'void', 'expired'])
  })

  it('is good for as long as the law says at least', () => {
    expect(leastUntil(RULES, TODAY)).toBe('2029-06-14')
    expect(leastUntil([], TODAY)).toBe(TODAY)
  })

  it('holds no more than a bearer may, and not nothing', () => {
    const wrong = (amount: string, until = '2029-06-14'): string[] => Object.keys(cardFaults({ amount, until }, RULES, 'CNY', TODAY))
    expect(wrong('1000')).toEqual([])
    expect(wrong('1000.01')).toEqual(['amount'])
    expect(wrong('0')).toEqual(['amount'])
    expect(wrong('ten')).toEqual(['amount'])
    expect(wrong('10', '2029-06-13')).toEqual(['until'])
  })
})

describe('an invoice', () => {
  it('is for a month that is over', () => {
    expect(lastMonth(new Date(2026, 0, 31))).toBe('2025-12')
    const faults = (month: string): string[] => Object.keys(invoiceFaults({ month, rate: '6' }, [{ month: '2026-04', code: '2026-000001', total: { minor: 1, currency: 'CNY' } } as never], 'CNY', new Date(2026, 5, 15)))
    expect([faults('2026-05'), faults('2026-06'), faults('2026-04')]).toEqual([[], ['month'], ['month']])
  })

  it('has a rate in hundredths of a per cent', () => {
    expect(['6', '13.5', '0', '100', '6 %', '0.25'].map(basisPointsOf)).toEqual([600, 1350, 0, 10_000, 600, 25])
    expect(['', '100.01', '6.555', '-1', 'six'].map(basisPointsOf)).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
})
