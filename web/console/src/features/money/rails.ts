import type { Schemas } from '@wanqu/api-client'
import { t } from '@/app/i18n'
import { textOf, type Answers, type AskField } from '@/components/ask'

/** The providers at which a shop can have an account, and the keys each of them gives. */
const KEYS: Record<string, { name: string; optional?: boolean; long?: boolean }[]> = {
  wechatpay: [{ name: 'privateKey', long: true }, { name: 'serial' }, { name: 'apiV3Key' }, { name: 'publicKey', optional: true, long: true }, { name: 'publicKeyId', optional: true }, { name: 'sharing', optional: true }],
  alipay: [{ name: 'privateKey', long: true }, { name: 'alipayPublicKey', long: true }, { name: 'sharing', optional: true }],
  stripe: [{ name: 'secretKey' }, { name: 'publishableKey' }, { name: 'webhookSecret' }],
}
const KEY = 'key.'

export const RAILS = Object.keys(KEYS)

export const keyFields = (rail: string): AskField[] => (KEYS[rail] ?? []).map(({ name, optional, long }) => ({
  name: KEY + name, label: t(`money.key-${name}`), kind: long ? 'long' : 'secret', optional,
}))

export const accountFields = (rail: string, channels: { value: string; label: string }[]): AskField[] => [
  { name: 'payee', label: t('money.payee'), kind: 'text' },
  { name: 'app', label: t('money.app'), kind: 'text' },
  { name: 'channel', label: t('money.channel'), kind: 'select', optional: true, options: channels, hint: t('money.allChannels') },
  ...keyFields(rail),
  { name: 'baseUri', label: t('money.baseUri'), kind: 'text', optional: true, hint: t('money.baseUriHint') },
]

export const keysOf = (answers: Answers): Record<string, string> => Object.fromEntries(Object.entries(answers)
  .filter(([name, value]) => name.startsWith(KEY) && value.trim()).map(([name, value]) => [name.slice(KEY.length), value.trim()]))

export const accountRequest = (rail: string, answers: Answers): Schemas['AccountRequest'] => ({
  rail, payee: textOf(answers.payee), app: textOf(answers.app), channel: textOf(answers.channel), baseUri: textOf(answers.baseUri), keys: keysOf(answers),
})
