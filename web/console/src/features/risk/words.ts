import { whole } from '@/app/format'
import { t, tOr } from '@/app/i18n'
import type { Tone } from '@/components/StateTag.vue'
import type { Condition, Rule, RuleSet } from './calls'

export const OUTCOMES = ['allow', 'challenge', 'hold', 'refuse'] as const
export const SCORES = ['challenge', 'hold', 'refuse'] as const
export const NUMBER_SIGNS = ['>', '>=', '=', '<=', '<'] as const
export const NAME_SIGNS = ['in', 'not-in'] as const
export const BYS = ['person', 'device', 'address', 'range', 'payer'] as const
const TONES: Record<string, Tone> = { allow: 'good', challenge: 'info', hold: 'warn', refuse: 'bad' }
const SIGNS: Record<string, string> = { '>': '>', '>=': '≥', '=': '=', '<=': '≤', '<': '<' }

export const outcomeTone = (outcome: string | undefined): Tone => TONES[outcome ?? ''] ?? 'plain'
export const outcomeWords = (outcome: string | undefined): string => (outcome ? t(`risk.outcome-${outcome}`) : t('risk.onlyScore'))
export const outcomeOptions = (): { value: string; label: string }[] => OUTCOMES.map((value) => ({ value, label: t(`risk.outcome-${value}`) }))

const slug = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-')

/** The rules that every installation begins with have names in both languages; the others are called as somebody named them. */
export const ruleName = (name: string | undefined): string => tOr(`risk.rule-${slug(name ?? '')}`, name ?? '–')
export const profileName = (profile: string): string => tOr(`risk.profile-${profile}`, profile)
export const profileText = (profile: string): string => tOr(`risk.profile-${profile}-text`, t('risk.ownProfile'))

/** A fact in words; one that is counted says what, by whom and how far back: `device.orders.10m`. */
export function factWords(fact: string): string {
  const [by, deed, window] = fact.split('.')
  if (window) return t('risk.counted', { by: t(`risk.by-${by}`), deed: t(`risk.deed-${deed}`), window: t(`risk.window-${window}`) })
  return tOr(`risk.fact-${slug(fact.replace('.', '-'))}`, fact)
}

export const isNames = (fact: string | undefined): boolean => ['act', 'order.channel', 'order.sku'].includes(fact ?? '')

export interface Naming {
  channel: (id: string) => string
  sku: (id: string) => string
}

export function nameWords(fact: string, name: string, naming: Naming): string {
  if (fact === 'act') return tOr(`risk.act-${name}`, name)
  return fact === 'order.channel' ? naming.channel(name) : naming.sku(name)
}

export function conditionWords(condition: Condition, naming: Naming): string {
  const fact = condition.fact ?? ''
  if (!isNames(fact)) return `${factWords(fact)} ${SIGNS[condition.is ?? ''] ?? condition.is} ${whole(condition.value)}`
  return t(condition.is === 'in' ? 'risk.isOne' : 'risk.isNone', { fact: factWords(fact), names: (condition.names ?? []).map((name) => nameWords(fact, name, naming)).join(t('risk.or')) })
}

/** How far a condition was from firing, as it was recorded; what was not recorded was nought. */
export function holds(condition: Condition, numbers: Record<string, number>, names: Record<string, string[]>): boolean {
  const fact = condition.fact ?? ''
  if (isNames(fact)) {
    const known = names[fact] ?? []
    return (condition.names ?? []).some((name) => known.includes(name)) === (condition.is === 'in')
  }
  const [now, limit] = [numbers[fact] ?? 0, condition.value ?? 0]
  return { '>': now > limit, '>=': now >= limit, '=': now === limit, '<=': now <= limit, '<': now < limit }[condition.is ?? ''] ?? false
}

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What is sent: the same whether somebody typed and took it back, or never touched it. */
export function tidied(set: RuleSet): RuleSet {
  const scores = Object.fromEntries(SCORES.map((name) => [name, set.scores?.[name] ?? undefined]).filter(([, value]) => value !== undefined))
  return {
    rules: set.rules ?? [],
    scores: Object.keys(scores).length > 0 ? scores : undefined,
    proof: set.proof ?? undefined,
    review: set.review ?? undefined,
  }
}

export const sameSet = (one: RuleSet, other: RuleSet): boolean => JSON.stringify(tidied(one)) === JSON.stringify(tidied(other))

export const emptyRule = (): Rule => ({ name: '', when: [{ fact: 'person.orders.24h', is: '>', value: 5 }], outcome: 'hold' })
