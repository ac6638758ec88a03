import { beforeEach, vi } from 'vitest'

/** What uni-app gives a page, as far as composables use it: a storage that a test can look into. */
const kept = new Map<string, string>()

vi.stubGlobal('uni', {
  getStorageSync: (name: string) => kept.get(name) ?? '',
  setStorageSync: (name: string, value: string) => { kept.set(name, value) },
  removeStorageSync: (name: string) => { kept.delete(name) },
  getLocale: () => 'zh-Hans',
})
vi.stubGlobal('document', { querySelector: () => null, createElement: () => ({}), documentElement: { lang: '' } })
vi.stubGlobal('location', { pathname: '/s/demo', origin: 'http://localhost' })
vi.stubGlobal('window', { addEventListener: () => undefined })

beforeEach(() => kept.clear())
