import { describe, expect, it } from 'vitest'
import { authorisation, authoriseFields, connectFields, connection } from '@/features/channels/connect'
import { doorOf } from '@/features/channels/doors'
import { gates, PLAN, plan } from '@/features/channels/rollout'

const wanted = plan((name) => PLAN.find((one) => one.name === name)?.usual)
const calm = { deliveries: 20, errors: 0, late: 1, orders: 20, oversold: 0, refunded: 1 }
const kind = (tokens: boolean, fields: string[]) => ({ kind: 'taobao', capabilities: { access: { tokens, fields } } }) as unknown as Parameters<typeof connectFields>[0]

describe('the gate of a roll-out', () => {
  it('lets through what keeps every limit, the limits themselves included', () => {
    expect(gates(calm, wanted).filter((gate) => !gate.good)).toEqual([])
  })

  it('names each figure that does not', () => {
    const bad = gates({ ...calm, errors: 1, oversold: 1, orders: 19, refunded: 0 }, wanted).filter((gate) => !gate.good)
    expect(bad.map((gate) => gate.key)).toEqual(['orders', 'errors', 'oversold'])
  })
})

describe('connecting a marketplace', () => {
  it('asks for the fields of its kind, and for tokens only where it grants some', () => {
    expect(connectFields(kind(false, ['token'])).map((field) => field.name)).toEqual(['name', 'externalShop', 'appKey', 'appSecret', 'baseUri', 'field.token'])
    expect(connectFields(kind(true, [])).map((field) => field.name)).toContain('refresh')
  })

  it('sends what was filled in and nothing else', () => {
    const body = connection(kind(true, ['messages']), { name: ' Mine ', appKey: 'k', appSecret: 's', externalShop: '1', baseUri: 'https://x', 'field.messages': 'm', code: '' })
    expect(body).toEqual({ kind: 'taobao', name: 'Mine', baseUri: 'https://x', appKey: 'k', appSecret: 's', externalShop: '1', fields: { messages: 'm' }, code: undefined, tokens: undefined })
  })

  it('leaves what is not replaced as it is', () => {
    expect(authorisation({ appSecret: '', code: 'abc' })).toEqual({ appSecret: undefined, fields: undefined, code: 'abc', tokens: undefined })
    expect(authoriseFields(kind(false, ['token'])).every((field) => field.optional)).toBe(true)
  })
})

describe('the door of an own channel', () => {
  it('is a piece of a page, an address or a key', () => {
    expect(doorOf({ kind: 'WIDGET', key: 'ab' }, 'demo', 'https://w.example')).toBe('<script src="https://w.example/widget/demo.js" data-channel="ab" async></script>')
    expect(doorOf({ kind: 'TILL', key: 'ab' }, 'demo', 'https://w.example')).toBe('https://w.example/till/demo')
    expect([doorOf({ kind: 'PAGE', key: 'ab' }, 'demo', ''), doorOf({ kind: 'BOT', key: 'ab' }, 'demo', '')]).toEqual(['ab', ''])
  })
})
