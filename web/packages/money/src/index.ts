/** An amount as the server gives it: whole numbers in the smallest unit of a currency. */
export interface Money {
  minor: number
  currency: string
}

export type MoneyLanguage = 'zh-CN' | 'en'

/** Digits behind the point, where they are not two (ISO 4217). Told by hand: mini programs have no full Intl. */
const DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, BHD: 3, KWD: 3, OMR: 3, TND: 3, JOD: 3 }

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', KRW: '₩', HKD: 'HK$', TWD: 'NT$', SGD: 'S$' }

/** In Chinese ¥ is the yuan; the yen needs another name there, and the other way about. */
const sign = (currency: string, language: MoneyLanguage): string =>
  currency === 'JPY' ? 'JP¥' : currency === 'CNY' && language === 'en' ? 'CN¥' : (SIGNS[currency] ?? `${currency} `)

export const digitsOf = (currency: string): number => DIGITS[currency] ?? 2

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')

/** What an amount is made of, for pages that write the parts in different sizes. */
export interface MoneyParts {
  minus: '' | '−'
  sign: string
  whole: string
  /** With its point; empty for a currency without. */
  fraction: string
}

export function moneyParts(money: Money, language: MoneyLanguage = 'zh-CN'): MoneyParts {
  if (!Number.isSafeInteger(money.minor)) {
    throw new RangeError('an amount is a whole number in the smallest unit')
  }
  const digits = digitsOf(money.currency)
  const text = String(Math.abs(money.minor)).padStart(digits + 1, '0')
  const cut = text.length - digits
  return {
    minus: money.minor < 0 ? '−' : '',
    sign: sign(money.currency, language),
    whole: grouped(text.slice(0, cut)),
    fraction: digits === 0 ? '' : `.${text.slice(cut)}`,
  }
}

/** ¥1,234.50, for people. */
export function formatMoney(money: Money, language: MoneyLanguage = 'zh-CN'): string {
  const { minus, sign: currency, whole, fraction } = moneyParts(money, language)
  return minus + currency + whole + fraction
}

/** 1234.50, for a field that somebody types an amount into. */
export function plainMoney(money: Money): string {
  const { minus, whole, fraction } = moneyParts(money)
  return (minus ? '-' : '') + whole.replaceAll(',', '') + fraction
}

/** What somebody typed, or undefined where it is no amount of the currency. */
export function readMoney(typed: string, currency: string): Money | undefined {
  const digits = digitsOf(currency)
  const found = /^(\d{1,12})(?:\.(\d*))?$/.exec(typed.replaceAll(',', '').trim())
  const fraction = found?.[2] ?? ''
  if (!found || fraction.length > digits) {
    return undefined
  }
  return { minor: Number((found[1] ?? '') + fraction.padEnd(digits, '0')), currency }
}
