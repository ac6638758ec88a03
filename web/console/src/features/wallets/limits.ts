import type { Schemas } from '@wanqu/api-client'
import { formatMoney } from '@wanqu/money'
import { whole } from '@/app/format'
import { language, t, tOr } from '@/app/i18n'
import { minorOf, wholeOf, type Answers, type Faults } from '@/components/ask'
import type { Tone } from '@/components/StateTag.vue'

export type Rule = Schemas['LimitsRule']

/** The law names its sums in yuan, and so does the platform. */
export const CURRENCY = 'CNY'
export const KINDS = ['registered', 'bearer'] as const
export const NAMES = ['cardMax', 'balanceMax', 'dayInMax', 'yearInMax', 'realNameFrom', 'validDaysMin'] as const

/** Whether a value holds today, will hold, or gave way to a younger one. */
export const STANDINGS = ['now', 'later', 'before'] as const
export type Standing = (typeof STANDINGS)[number]
export const STANDING_TONES: Record<Standing, Tone> = { now: 'good', later: 'info', before: 'plain' }

export const inDays = (name: string | undefined): boolean => name === 'validDaysMin'
export const limitName = (name: string): string => tOr(`wallets.limit-${name}`, name)
export const kindName = (kind: string): string => tOr(`wallets.kind-${kind}`, kind)
export const valueWords = (rule: Pick<Rule, 'name' | 'value'>): string =>
  (inDays(rule.name) ? t('wallets.days', { n: rule.value, days: whole(rule.value) }) : formatMoney({ minor: rule.value, currency: CURRENCY }, language.value))

/** The value of a limit on a day: the youngest that has begun by then. */
export function holding(rules: readonly Rule[], kind: string, name: string, day: string): Rule | undefined {
  return rules.filter((rule) => rule.kind === kind && rule.name === name && rule.from <= day).sort((one, other) => other.from.localeCompare(one.from))[0]
}

export function standing(rule: Rule, rules: readonly Rule[], today: string): Standing {
  if (rule.from > today) return 'later'
  return holding(rules, rule.kind, rule.name, today)?.from === rule.from ? 'now' : 'before'
}

export const valueOf = (answers: Answers): number | undefined => (inDays(answers.name) ? wholeOf(answers.value) : minorOf(answers.value, CURRENCY))

/** Pairs of which the first may not be above the second: it would never be reached, and so hold nothing back. */
const BELOW: Readonly<Record<string, string>> = { dayInMax: 'yearInMax', realNameFrom: 'yearInMax' }

function valueFault(answers: Answers, rules: readonly Rule[]): string | undefined {
  const value = valueOf(answers)
  if (!answers.value) return undefined
  if (value === undefined || value < 0) return t(inDays(answers.name) ? 'wallets.noDays' : 'wallets.noAmount')
  const { kind = '', name = '', from = '' } = answers
  const above = holding(rules, kind, BELOW[name] ?? '', from)
  if (above && value > above.value) return t('wallets.above', { other: limitName(above.name), value: valueWords(above) })
  const below = Object.keys(BELOW).filter((one) => BELOW[one] === name).map((one) => holding(rules, kind, one, from)).find((one) => one && one.value > value)
  return below ? t('wallets.below', { other: limitName(below.name), value: valueWords(below) }) : undefined
}

function dayFault({ kind, name, from }: Answers, rules: readonly Rule[], today: string): string | undefined {
  if (!from) return undefined
  if (from < today) return t('wallets.inThePast')
  return rules.some((rule) => rule.kind === kind && rule.name === name && rule.from === from) ? t('wallets.sameDay') : undefined
}

/** What the server would refuse or nobody would want, told while it is typed. */
export function limitFaults(answers: Answers, rules: readonly Rule[], today: string): Faults {
  const faults = { value: valueFault(answers, rules), from: dayFault(answers, rules, today) }
  return Object.fromEntries(Object.entries(faults).filter((one): one is [string, string] => one[1] !== undefined))
}
