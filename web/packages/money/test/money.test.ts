import { describe, expect, it } from 'vitest'

import { formatMoney, moneyParts, plainMoney, readMoney } from '../src'

const cny = (minor: number) => ({ minor, currency: 'CNY' })

describe('money', () => {
  it.each([
    [0, 'CNY', '¥0.00', 'CN¥0.00'],
    [5, 'CNY', '¥0.05', 'CN¥0.05'],
    [123450, 'CNY', '¥1,234.50', 'CN¥1,234.50'],
    [-880, 'CNY', '−¥8.80', '−CN¥8.80'],
    [100000000, 'USD', '$1,000,000.00', '$1,000,000.00'],
    [1500, 'JPY', 'JP¥1,500', 'JP¥1,500'],
    [1500, 'KWD', 'KWD 1.500', 'KWD 1.500'],
    [9007199254740991, 'CNY', '¥90,071,992,547,409.91', 'CN¥90,071,992,547,409.91'],
  ])('%i of %s is written %s and %s', (minor, currency, chinese, english) => {
    expect(formatMoney({ minor, currency }, 'zh-CN')).toBe(chinese)
    expect(formatMoney({ minor, currency }, 'en')).toBe(english)
  })

  it('comes in parts', () => {
    expect(moneyParts(cny(123450))).toEqual({ minus: '', sign: '¥', whole: '1,234', fraction: '.50' })
  })

  it('is whole, or it is not written', () => {
    expect(() => formatMoney(cny(1.5))).toThrow(RangeError)
    expect(() => formatMoney(cny(Number.NaN))).toThrow(RangeError)
    expect(() => formatMoney(cny(2 ** 60))).toThrow(RangeError)
  })

  it.each([
    ['8.8', 880], ['8.80', 880], ['1,234', 123400], ['.5', undefined], ['0.05', 5], ['8.', 800], ['8.801', undefined], ['-1', undefined],
    ['1e3', undefined], ['', undefined], [' 12 ', 1200],
  ])('typed as "%s" is %s', (typed, minor) => {
    expect(readMoney(typed, 'CNY')?.minor).toBe(minor)
  })

  it('reads back what it wrote into a field', () => {
    for (const minor of [0, 5, 123450, 9007199254740]) {
      expect(readMoney(plainMoney(cny(minor)), 'CNY')).toEqual(cny(minor))
    }
    expect(readMoney('15', 'JPY')).toEqual({ minor: 15, currency: 'JPY' })
    expect(readMoney('15.0', 'JPY')).toBeUndefined()
  })
})
