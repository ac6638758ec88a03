import type { Schemas } from '@wanqu/api-client'
import { isoDay } from '@/app/format'
import { t } from '@/app/i18n'
import { minorOf, type Answers, type Faults } from '@/components/ask'
import type { Tone } from '@/components/StateTag.vue'
import { holding, valueWords, type Rule } from './limits'

export type Card = Schemas['GiftCardsRow']

export type CardState = 'whole' | 'part' | 'used' | 'void' | 'expired'
export const CARD_TONES: Record<CardState, Tone> = { whole: 'info', part: 'warn', used: 'good', void: 'plain', expired: 'plain' }

/** A card is taken out of the books a little after it expires; for whoever looks it is over at once. */
export function cardState(card: Pick<Card, 'state' | 'amount' | 'left' | 'expiresAt'>, now: number = Date.now()): CardState {
  if (card.state === 'used' || card.state === 'void') return card.state
  if (Date.parse(card.expiresAt) <= now) return 'expired'
  return card.left.minor < card.amount.minor ? 'part' : 'whole'
}

/** The first day until which a card may be good, by the law's least time. */
export function leastUntil(rules: readonly Rule[], today: string = isoDay()): string {
  const days = holding(rules, 'bearer', 'validDaysMin', today)?.value ?? 0
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return isoDay(0, new Date(year, month - 1, day + days))
}

/** What would be refused, told while it is typed: an amount that no card may have, a day that is too near. */
export function cardFaults(answers: Answers, rules: readonly Rule[], currency: string, today: string = isoDay()): Faults {
  const minor = minorOf(answers.amount, currency)
  const most = holding(rules, 'bearer', 'cardMax', today)
  const least = leastUntil(rules, today)
  const faults: Faults = {}
  if (answers.amount && (minor === undefined || minor === 0)) faults.amount = t('wallets.noAmount')
  else if (minor !== undefined && most && minor > most.value) faults.amount = t('wallets.cardTooLarge', { most: valueWords(most), from: most.from })
  if (answers.until && answers.until < least) faults.until = t('wallets.cardTooShort', { day: least })
  return faults
}
