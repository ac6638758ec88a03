import type { Tone } from '@/components/StateTag.vue'

export const SHOP_STATES = ['OPEN', 'CLOSED', 'SUSPENDED'] as const
const TONES: Record<string, Tone> = { OPEN: 'good', CLOSED: 'plain', SUSPENDED: 'bad' }

export const shopTone = (state: string): Tone => TONES[state] ?? 'plain'
