import { tOr } from '@/app/i18n'
import type { Tone } from '@/components/StateTag.vue'

/** An account of the books in words: what it is, and whose where the name says so. */
export function accountName(account: string): string {
  const [kind = '', ...rest] = account.split(':')
  const whose = rest.join(':')
  const name = tOr(`money.account-${kind}`, kind)
  return whose ? `${name} · ${whose}` : name
}

/** Liabilities are kept as credits: what a shop has is below zero in the books, and above for people. */
export const owed = (balanceMinor: number): number => (balanceMinor === 0 ? 0 : -balanceMinor)

const TONES: Record<string, Tone> = {
  requested: 'info', approved: 'info', sent: 'info', succeeded: 'good', paid: 'good', rejected: 'bad', failed: 'bad', on: 'good', off: 'plain', disabled: 'plain', active: 'good',
}
export const moneyTone = (state: string): Tone => TONES[state.toLowerCase()] ?? 'plain'
