import type { Phone } from './phone.ts'

type Options = Record<string, unknown> & { success?: (told: unknown) => void, fail?: (told: unknown) => void, complete?: (told: unknown) => void }

/** What the hosts carry; anything else they refuse (PATCH among it). */
const VERBS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const BUILT_FOR = '/api/v1/shops/demo'

export interface Wires {
  /** The object that the program knows as wx or tt. */
  api: Record<string, unknown>
  /** Requests that have no answer yet. */
  open: ReadonlySet<AbortController>
  cut: () => void
}

/** What the host does for a program when it is asked: HTTP, storage, ways between pages, the platform's log-in and its payment. */
export function wires(phone: Phone): Wires {
  const open = new Set<AbortController>()
  const answer = (options: Options, name: string, told: object = {}) => phone.guard(name, () => {
    options.success?.({ errMsg: `${name}:ok`, ...told })
    options.complete?.({ errMsg: `${name}:ok` })
  })
  const refuse = (options: Options, name: string, why: string) => phone.guard(name, () => {
    options.fail?.({ errMsg: `${name}:fail ${why}` })
    options.complete?.({ errMsg: `${name}:fail ${why}` })
  })
  const asked = (name: string, ask: (options: Options) => Promise<object>) => (options: Options) => {
    void ask(options).then((told) => answer(options, name, told), (error: unknown) => refuse(options, name, (error as Error).message))
  }
  const moved = (name: 'navigateTo' | 'redirectTo' | 'reLaunch') => (options: Options) => phone.later(() => {
    const wrong = phone.navigate(name, String(options.url))
    if (wrong === undefined) answer(options, name)
    else if (options.fail === undefined) phone.note(name, wrong)
    else options.fail({ errMsg: wrong })
  })

  function request(options: Options) {
    const control = new AbortController()
    open.add(control)
    void send(phone, options, control.signal)
      .then((told) => answer(options, 'request', told), (error: unknown) => { if (!control.signal.aborted) refuse(options, 'request', (error as Error).message) })
      .finally(() => open.delete(control))
    return { abort: () => control.abort() }
  }

  const device = { platform: 'ios', system: 'iOS 16.0', model: 'iPhone 13', brand: 'iPhone', pixelRatio: 3, windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844,
    statusBarHeight: 47, safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 }, language: phone.held.language ?? 'zh_CN', version: '8.0.50', SDKVersion: '3.7.0', theme: 'light' }
  const api = {
    request,
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => { phone.storage.set(key, JSON.stringify(value)) },
    removeStorageSync: (key: string) => { phone.storage.delete(key) },
    navigateTo: moved('navigateTo'), redirectTo: moved('redirectTo'), reLaunch: moved('reLaunch'),
    navigateBack: () => phone.later(() => phone.back()),
    setNavigationBarTitle: (options: Options) => { phone.titles.push(String(options.title)) },
    login: asked('login', async () => ({ code: await (phone.held.code?.() ?? Promise.reject(new Error('nobody is logged in'))) })),
    requestPayment: asked('requestPayment', async (options) => (await phone.held.pay?.(options) ? {} : Promise.reject(new Error('cancel')))),
    getSystemInfoSync: () => ({ ...device }), getAppBaseInfo: () => ({ ...device }), getDeviceInfo: () => ({ ...device }), getWindowInfo: () => ({ ...device }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }), getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    canIUse: () => true, onAppShow: () => undefined, onAppHide: () => undefined, onThemeChange: () => undefined,
    nextTick: (work: () => void) => phone.later(work),
    setClipboardData: asked('setClipboardData', async ({ data }) => { phone.storage.set('the clipboard', String(data)); return {} }),
  }
  return { api, open, cut: () => open.forEach((it) => it.abort()) }
}

async function send(phone: Phone, options: Options, signal: AbortSignal): Promise<object> {
  const method = String(options.method ?? 'GET')
  if (!VERBS.includes(method)) throw new Error(`the host knows no ${method}`)
  const url = `${phone.held.server}${String(options.url).replace(BUILT_FOR, `/api/v1/shops/${phone.held.shop}`)}`
  const headers = new Headers(options.header as Record<string, string> | undefined)
  headers.set('X-Forwarded-For', phone.held.address)
  const response = await fetch(url, {
    method, signal, headers,
    body: options.data === undefined || method === 'GET' ? undefined : String(options.data),
  })
  const text = await response.text()
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    data: (options.dataType ?? 'json') === 'json' && text !== '' ? JSON.parse(text) as unknown : text,
  }
}
