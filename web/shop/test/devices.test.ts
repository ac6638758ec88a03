import { describe, expect, it } from 'vitest'
import { deviceOf } from '@wanqu/ui'
import { fitting } from '../src/features/checkout/useRails'
import { useGuest } from '../src/features/checkout/useGuest'
import { broken } from '../src/platform/save-image'
import { stepOf } from '../src/platform/pay'

describe('ways to pay', () => {
  const offered = [{ name: 'wechatpay', methods: ['native', 'h5', 'mini'] }, { name: 'alipay', methods: ['page', 'wap'] }, { name: 'stripe', methods: ['intent'] }]

  it('are those that the shop takes and the device can carry out, each by its handiest method', () => {
    expect(fitting(offered, ['h5', 'wap', 'native'])).toEqual([{ rail: 'wechatpay', method: 'h5' }, { rail: 'alipay', method: 'wap' }])
    expect(fitting(offered, ['mini'])).toEqual([{ rail: 'wechatpay', method: 'mini' }])
    expect(fitting(offered, [])).toEqual([])
  })

  it('tell what comes next', () => {
    expect(stepOf({ code_url: 'weixin://pay' })).toEqual({ kind: 'scan', text: 'weixin://pay' })
    expect(stepOf({ qr_code: 'https://qr' })).toEqual({ kind: 'scan', text: 'https://qr' })
    expect(stepOf({ h5_url: 'https://pay' })).toEqual({ kind: 'leave', url: 'https://pay' })
    expect(stepOf({ how: 'POST /api/v1/sandbox/shops/1/payments/2/success' })).toEqual({ kind: 'sandbox', address: '/api/v1/sandbox/shops/1/payments/2/success' })
    expect(stepOf({ paySign: 'x' }).kind).toBe('call')
    expect(stepOf({ clientSecret: 'x' }).kind).toBe('elsewhere')
  })
})

describe('a guest', () => {
  it.each([['', 'checkout.contactMissing'], ['nobody', 'checkout.contactWrong'], ['lin@example.com', undefined], ['138 0013 8000', undefined]])('with the contact "%s" is told %s', (given, told) => {
    const { contact, wrong, check } = useGuest()
    contact.value = given
    expect(check()).toBe(told === undefined)
    expect(wrong.value.contact).toBe(told)
  })

  it('may do without a password, but not with a short one', () => {
    const { contact, password, check } = useGuest()
    contact.value = 'lin@example.com'
    expect(check()).toBe(true)
    password.value = '12345'
    expect(check()).toBe(false)
  })

  it('is known again next time, by the contact alone', () => {
    const first = useGuest()
    first.contact.value = 'lin@example.com'
    first.password.value = 'night-owl'
    first.remember()
    expect([useGuest().contact.value, useGuest().password.value]).toEqual(['lin@example.com', ''])
  })
})

describe('a device', () => {
  it('is called what people call it', () => {
    expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Safari/604')).toBe('Safari · iOS')
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120')).toBe('Edge · Windows')
    expect(deviceOf('curl/8')).toBe('')
  })
})

describe('a code in a picture', () => {
  it('is broken into lines and never cut', () => {
    const lines = broken('ABCDEFGHIJ', (part) => part.length <= 4)
    expect(lines).toEqual(['ABCD', 'EFGH', 'IJ'])
  })
})
