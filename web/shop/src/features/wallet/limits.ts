import { formatMoney } from '@wanqu/money'
import { explain } from '../../app/api'
import { language, tOf } from '../../app/words'

/** Limits of stored value are told as names and numbers of the smallest unit; this says them in the money of the wallet. */
export function explainLimits(currency: () => string): void {
  explain('wallet.limit-reached', ({ limit, value, would }) => {
    const words = tOf('walletLimit', String(limit))
    if (words === limit) return undefined
    const money = (minor: unknown) => formatMoney({ minor: Number(minor), currency: currency() }, language.value)
    return words.replace('{max}', money(value)).replace('{would}', money(would))
  })
}
