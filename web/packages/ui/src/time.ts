export type PageLanguage = 'zh-CN' | 'en'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const two = (number: number) => String(number).padStart(2, '0')

/** 2026-03-05 in the reader's time zone. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** 2026-03-05, for dates, in both languages: nobody mistakes it for another order of day and month. */
export const formatDay = (iso: string): string => dayOf(new Date(iso))

const NEAR: Record<PageLanguage, { now: string; minutes: string; hours: string }> = {
  'zh-CN': { now: '刚刚', minutes: '{n} 分钟前', hours: '{n} 小时前' },
  en: { now: 'just now', minutes: '{n} min ago', hours: '{n} h ago' },
}

/** Minutes and hours ago within a day, else day and time. */
export function formatTime(iso: string, language: PageLanguage, now: Date = new Date()): string {
  const at = new Date(iso)
  const ago = now.getTime() - at.getTime()
  const words = NEAR[language]
  if (ago >= 0 && ago < MINUTE) return words.now
  if (ago >= 0 && ago < HOUR) return words.minutes.replace('{n}', String(Math.floor(ago / MINUTE)))
  if (ago >= 0 && ago < DAY) return words.hours.replace('{n}', String(Math.floor(ago / HOUR)))
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`
}
