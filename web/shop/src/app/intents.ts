import { newIntent, type Intent } from '@wanqu/api-client'
import { storage } from '../platform/storage'

interface Kept {
  key: string
  at: number
}

const KEPT_MILLIS = 24 * 60 * 60 * 1000
const NAME = 'intents'

/**
 * The key of something that a buyer wants done once, kept on this device: a second press, a reload, a second tab and a
 * lost answer all send the same key. Other content is another wish and gets another key.
 */
export function intentFor(visit: string, content: unknown, now = Date.now()): Intent {
  const name = `${visit}:${digest(JSON.stringify(content))}`
  const all = storage.read<Record<string, Kept>>(NAME, {})
  const kept = all[name]
  if (kept !== undefined) return { key: kept.key }
  const fresh = Object.fromEntries(Object.entries(all).filter(([, it]) => now - it.at < KEPT_MILLIS))
  const { key } = newIntent()
  storage.write(NAME, { ...fresh, [name]: { key, at: now } })
  return { key }
}

/** One errand: what begins here and is carried through pages, reloads and tabs. */
export function newVisit(): string {
  return newIntent().key.slice(0, 12)
}

/** Tells contents apart without keeping them: an order's password must not lie about. The server compares the contents themselves. */
export function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    a = Math.imul(a ^ sign, 2654435761)
    b = Math.imul(b ^ sign, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (b >>> 0).toString(36) + (a >>> 0).toString(36)
}
