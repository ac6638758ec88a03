import { tOr } from '@/app/i18n'
import type { Tone } from '@/components/StateTag.vue'

const TONES: Record<string, Tone> = {
  on: 'good', draft: 'info', paused: 'warn', unauthorised: 'bad', closed: 'good', open: 'bad', half_open: 'warn',
  done: 'good', acknowledged: 'good', waiting: 'info', failed: 'bad', dead: 'bad', repaired: 'good', explained: 'plain', gone: 'plain',
  listed: 'good', recalled: 'plain', unknown: 'warn', rejected: 'bad', live: 'good', shown: 'good',
}

export const toneOf = (state: string): Tone => TONES[state.toLowerCase()] ?? 'plain'
export const channelState = (state: string): string => tOr(`channels.state-${state}`, state)
export const breakerState = (state: string): string => tOr(`channels.breaker-${state}`, state)
export const workState = (state: string): string => tOr(`channels.work-${state.toLowerCase()}`, state)
