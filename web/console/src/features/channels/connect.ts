import type { Schemas } from '@wanqu/api-client'
import { t, tOr } from '@/app/i18n'
import { momentOf, textOf, type Answers, type AskField } from '@/components/ask'

type Kind = Schemas['KindView']
type Capabilities = Schemas['Capabilities']

const OWN = 'field.'
const SECRETS = /secret|token|key|transport/i

/** What has to be known of a shop there: the common things, the kind's own fields, and its tokens where it grants some. */
export function connectFields(kind: Kind): AskField[] {
  const { access } = kind.capabilities
  const ask = (name: string, how: AskField['kind'], optional = false, hint?: string): AskField => ({ name, label: t(`channels.ask-${name}`), kind: how, optional, hint })
  return [
    ask('name', 'text'),
    ask('externalShop', 'text', false, t('channels.hint-externalShop')),
    ask('appKey', 'text'),
    ask('appSecret', 'secret'),
    ask('baseUri', 'text', false, t('channels.hint-baseUri')),
    ...access.fields.map((name): AskField => ({ name: OWN + name, label: tOr(`channels.field-${name}`, name), kind: SECRETS.test(name) ? 'secret' : 'text', optional: true })),
    ...(access.tokens ? [
      ask('code', 'secret', true, t('channels.hint-code')),
      ask('access', 'secret', true), ask('refresh', 'secret', true), ask('accessEndsAt', 'moment', true), ask('refreshEndsAt', 'moment', true),
    ] : []),
  ]
}

/** The tokens that were typed, if a pair was. */
function tokens(answers: Answers): Schemas['ChannelTokensRequest'] | undefined {
  const [access, refresh] = [textOf(answers.access), textOf(answers.refresh)]
  return access || refresh ? { access, refresh, accessEndsAt: momentOf(answers.accessEndsAt), refreshEndsAt: momentOf(answers.refreshEndsAt) } : undefined
}

const ownFields = (answers: Answers): Record<string, string> => Object.fromEntries(Object.entries(answers)
  .filter(([name, value]) => name.startsWith(OWN) && value.trim()).map(([name, value]) => [name.slice(OWN.length), value.trim()]))

export function connection(kind: Kind, answers: Answers): Schemas['ChannelConnectRequest'] {
  return {
    kind: kind.kind, name: textOf(answers.name), baseUri: textOf(answers.baseUri), appKey: textOf(answers.appKey), appSecret: textOf(answers.appSecret),
    externalShop: textOf(answers.externalShop), fields: ownFields(answers), code: textOf(answers.code), tokens: tokens(answers),
  }
}

/** The same without what names the shop there. */
export function authorisation(answers: Answers): Schemas['ChannelAuthoriseRequest'] {
  const fields = ownFields(answers)
  return { appSecret: textOf(answers.appSecret), fields: Object.keys(fields).length > 0 ? fields : undefined, code: textOf(answers.code), tokens: tokens(answers) }
}

const STANDING = ['name', 'externalShop', 'appKey', 'baseUri']
export const authoriseFields = (kind: Kind): AskField[] =>
  connectFields(kind).filter((field) => !STANDING.includes(field.name)).map((field) => ({ ...field, optional: true }))

/** What a kind of channel can do, in words. */
export function meaning(can: Capabilities): { key: string; name: string; value: string }[] {
  const yesNo = (is: boolean): string => t(is ? 'channels.yes' : 'channels.no')
  return [
    { key: 'custody', name: t('channels.can-custody'), value: t(`channels.custody-${can.trade.custody}`) },
    { key: 'way', name: t('channels.can-way'), value: t(`channels.way-${can.cards.way}`) },
    { key: 'push', name: t('channels.can-push'), value: t(`channels.push-${can.access.push}`) },
    { key: 'publishes', name: t('channels.can-publishes'), value: yesNo(can.content.publishes) },
    { key: 'stock', name: t('channels.can-stock'), value: yesNo(can.stock.full || can.stock.incremental) },
    { key: 'consigns', name: t('channels.can-consigns'), value: yesNo(can.cards.consigns) },
  ]
}
