import type { Schemas } from '@wanqu/api-client'
import { isoDay } from '@/app/format'
import { t } from '@/app/i18n'
import type { Answers, Faults } from '@/components/ask'

const MONTH = 7
const PER_CENT = 100
const MOST = 100 * PER_CENT

/** The month before this one, as the server writes months. */
export function lastMonth(now: Date = new Date()): string {
  return isoDay(0, new Date(now.getFullYear(), now.getMonth() - 1, 1)).slice(0, MONTH)
}

/** A rate in per cent with two digits at most, as whole hundredths of a per cent. */
export function basisPointsOf(typed: string | undefined): number | undefined {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec((typed ?? '').trim().replace(/\s*%$/, ''))
  const points = found ? Number(found[1]) * PER_CENT + Number((found[2] ?? '').padEnd(2, '0')) : undefined
  return points !== undefined && points <= MOST ? points : undefined
}

/** A month is invoiced once in each currency, and when it is over. */
export function invoiceFaults(answers: Answers, issued: readonly Pick<Schemas['InvoiceResponse'], 'month' | 'total' | 'code'>[], currency: string, now: Date = new Date()): Faults {
  const faults: Faults = {}
  const known = issued.find((one) => one.month === answers.month && String(one.total.currency) === currency)
  if (answers.month && answers.month > lastMonth(now)) faults.month = t('merchants.monthNotOver')
  else if (known) faults.month = t('merchants.monthInvoiced', { code: known.code })
  if (answers.rate && basisPointsOf(answers.rate) === undefined) faults.rate = t('merchants.noRate')
  return faults
}
