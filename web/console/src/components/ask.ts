import { readMoney } from '@wanqu/money'

/** One thing that a dialog asks for. Answers are texts; these functions make of them what the server expects. */
export interface AskField {
  name: string
  label: string
  kind: 'text' | 'long' | 'secret' | 'whole' | 'money' | 'select' | 'many' | 'switch' | 'day' | 'moment' | 'month'
  hint?: string
  optional?: boolean
  value?: string
  options?: { value: string; label: string }[]
  currency?: string
}

export type Answers = Record<string, string>

/** What is wrong with an answer, in words, by the name of its field. */
export type Faults = Record<string, string>

const PARTS = '\n'

export const listOf = (text: string | undefined): string[] => (text ?? '').split(PARTS).map((one) => one.trim()).filter(Boolean)
export const joined = (list: readonly string[] | undefined | null): string => (list ?? []).join(PARTS)
export const textOf = (text: string | undefined): string | undefined => text?.trim() || undefined
export const yes = (text: string | undefined): boolean => text === 'true'

export function wholeOf(text: string | undefined): number | undefined {
  const trimmed = (text ?? '').trim()
  return /^-?\d+$/.test(trimmed) ? Number(trimmed) : undefined
}

export const minorOf = (text: string | undefined, currency: string): number | undefined => readMoney((text ?? '').trim(), currency)?.minor

/** What a native field for a moment holds, in the time of the one who types it. */
export function momentOf(text: string | undefined): string | undefined {
  const at = text ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

export function momentText(iso: string | undefined | null): string {
  if (!iso) return ''
  const at = new Date(iso)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Whether a field holds something the server could take; the server decides, this only spares a way. */
export function answered(field: AskField, text: string | undefined): boolean {
  const trimmed = (text ?? '').trim()
  if (!trimmed) return field.optional === true || field.kind === 'switch'
  if (field.kind === 'whole') return wholeOf(trimmed) !== undefined
  if (field.kind === 'money') return minorOf(trimmed, field.currency ?? 'CNY') !== undefined
  if (field.kind === 'moment') return momentOf(trimmed) !== undefined
  return true
}
