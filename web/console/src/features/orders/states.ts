import { t, tOr } from '@/app/i18n'
import type { Tone } from '@/components/StateTag.vue'

export const ORDER_STATES = ['placed', 'paid', 'paid_late', 'short', 'partial', 'delivered', 'confirmed', 'disputed', 'replaced',
  'refunding', 'refunded', 'expired', 'canceled'] as const

const TONES: Record<string, Tone> = {
  placed: 'info', paid: 'info', paid_late: 'warn', short: 'bad', partial: 'warn', delivered: 'good', confirmed: 'good', disputed: 'bad',
  replaced: 'good', refunding: 'warn', refunded: 'plain', expired: 'plain', canceled: 'plain',
}

export const orderTone = (state: string): Tone => TONES[state] ?? 'plain'
export const orderState = (state: string): string => tOr(`orders.state-${state}`, state)
export const orderNext = (state: string): string => tOr(`orders.next-${state}`, '')
export const orderStates = (): { value: string; label: string }[] => ORDER_STATES.map((value) => ({ value, label: t(`orders.state-${value}`) }))
