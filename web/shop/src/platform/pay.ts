/** What a rail wants next from this device. */
export type Step =
  | { kind: 'scan', text: string }
  | { kind: 'leave', url: string }
  | { kind: 'call', run: () => Promise<boolean> }
  | { kind: 'sandbox', address: string }
  | { kind: 'balance' }
  | { kind: 'elsewhere' }
  | { kind: 'ended' }

type Instruction = Readonly<Record<string, string>>

/** Ways to pay that this device can carry out, the handiest first. */
export function methodsHere(): readonly string[] {
  // #ifdef H5
  const inWechat = /MicroMessenger/i.test(navigator.userAgent)
  const phone = matchMedia('(pointer: coarse)').matches && innerWidth < 900
  if (inWechat) return ['jsapi', 'native', 'precreate', 'balance', 'sandbox']
  return phone ? ['h5', 'wap', 'native', 'precreate', 'balance', 'sandbox'] : ['native', 'precreate', 'page', 'balance', 'sandbox']
  // #endif
  // #ifdef MP-WEIXIN
  return ['mini', 'balance', 'sandbox']
  // #endif
  // #ifdef MP-TOUTIAO
  return ['balance', 'sandbox']
  // #endif
}

/** Reads what a provider sent; what this device can't do is said as such. */
export function stepOf(instruction: Instruction): Step {
  const { code_url: native, qr_code: precreate, h5_url: h5, url, how } = instruction
  if (native !== undefined || precreate !== undefined) return { kind: 'scan', text: native ?? precreate ?? '' }
  if (h5 !== undefined || url !== undefined) return { kind: 'leave', url: h5 ?? url ?? '' }
  if (instruction.paySign !== undefined) return { kind: 'call', run: () => callWechat(instruction) }
  if (how?.startsWith('POST ') && how.includes('/sandbox/')) return { kind: 'sandbox', address: how.slice('POST '.length) }
  if (how?.includes('/wallet/')) return { kind: 'balance' }
  return { kind: 'elsewhere' }
}

/** Opens WeChat's own sheet. True says only that it was not given up: whether money came is the server's to say. */
function callWechat(instruction: Instruction): Promise<boolean> {
  // #ifdef H5
  const bridge = (window as unknown as { WeixinJSBridge?: { invoke(name: string, data: object, done: (it: { err_msg: string }) => void): void } }).WeixinJSBridge
  if (bridge === undefined) return Promise.resolve(false)
  return new Promise((done) => bridge.invoke('getBrandWCPayRequest', instruction, (it) => done(it.err_msg === 'get_brand_wcpay_request:ok')))
  // #endif
  // #ifndef H5
  return new Promise((done) => uni.requestPayment({
    provider: 'wxpay', orderInfo: '', ...instruction, success: () => done(true), fail: () => done(false),
  } as UniNamespace.RequestPaymentOptions))
  // #endif
}

export function leaveFor(url: string): void {
  // #ifdef H5
  location.assign(url)
  // #endif
}
