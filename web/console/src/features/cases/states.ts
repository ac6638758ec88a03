import { t } from '@/app/i18n'
import type { Tone } from '@/components/StateTag.vue'

export const CASE_STATES = ['opened', 'refused', 'escalated', 'agreed', 'ended'] as const
const TONES: Record<string, Tone> = { opened: 'bad', refused: 'warn', escalated: 'warn', agreed: 'info', ended: 'plain' }

export const caseTone = (state: string): Tone => TONES[state] ?? 'plain'
export const caseStates = (): { value: string; label: string }[] => CASE_STATES.map((value) => ({ value, label: t(`cases.state-${value}`) }))
