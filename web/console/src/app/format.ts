import { dayOf } from '@wanqu/ui'
import { language } from './i18n'

const two = (number: number): string => String(number).padStart(2, '0')
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()

function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T {
  const full = `${language.value} ${key}`
  if (!formats.has(full)) formats.set(full, make())
  return formats.get(full) as T
}

export function whole(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  return kept('whole', () => new Intl.NumberFormat(language.value)).format(value)
}

/** A share of one as per cent, for example 0.125 as 12.5 %. */
export function share(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  return kept('share', () => new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 })).format(value)
}

/** 2026-03-05 14:20, in the reader's time zone and the same in both languages: nobody mistakes it. */
export function time(value: string | null | undefined): string {
  if (!value) return '–'
  const at = new Date(value)
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`
}

export function clock(value: string): string {
  return kept('clock', () => new Intl.DateTimeFormat(language.value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })).format(new Date(value))
}

export function day(value: string | null | undefined): string {
  return value ? dayOf(new Date(value)) : '–'
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]]

/** How far away a moment is: "in 3 hours", "2 minutes ago". */
export function ago(value: string | null | undefined, now: number = Date.now()): string {
  if (!value) return '–'
  const seconds = Math.round((new Date(value).getTime() - now) / 1000)
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return kept('ago', () => new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' })).format(Math.trunc(seconds / length), unit)
}

/** Sizes of files, in the units people know. */
export function bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const step = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10))
  const digits = step === 0 ? 0 : 1
  return `${(value / 1024 ** step).toFixed(digits)} ${units[step]}`
}

/** Today, or so many days before, as the server writes days. */
export function isoDay(daysBack = 0, now: Date = new Date()): string {
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack))
}
