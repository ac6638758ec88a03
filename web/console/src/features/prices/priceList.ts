import type { Schemas } from '@wanqu/api-client'
import { plainMoney } from '@wanqu/money'
import { minorOf, momentOf, momentText, textOf, wholeOf } from '@/components/ask'

/** A price as it is typed. */
export interface PriceDraft {
  name: string
  minQuantity: string
  unit: string
  channel: string
  from: string
  to: string
}

export const emptyRow = (): PriceDraft => ({ name: '', minQuantity: '1', unit: '', channel: '', from: '', to: '' })

export const drafted = (row: Schemas['WritePriceListRow'], currency: string): PriceDraft => ({
  name: row.name, minQuantity: String(row.minQuantity), unit: plainMoney({ minor: row.unitMinor, currency }), channel: row.channel ?? '',
  from: momentText(row.validFrom), to: momentText(row.validTo),
})

export const wanted = (row: PriceDraft, currency: string): Schemas['PriceListRow'] => ({
  name: row.name.trim(), minQuantity: wholeOf(row.minQuantity), unitMinor: minorOf(row.unit, currency), channel: textOf(row.channel),
  validFrom: momentOf(row.from), validTo: momentOf(row.to),
})

export function complete(row: PriceDraft, currency: string): boolean {
  const { minQuantity, unitMinor, validFrom, validTo } = wanted(row, currency)
  return row.name.trim() !== '' && (minQuantity ?? 0) >= 1 && (unitMinor ?? -1) >= 0 && !(validFrom && validTo && validFrom >= validTo)
}
