import { describe, expect, it } from 'vitest'

import { formatTime, newest, remember, theme } from '../src'

describe('times', () => {
  const now = new Date('2026-03-05T12:00:00')

  it.each([
    ['2026-03-05T11:59:30', '刚刚', 'just now'],
    ['2026-03-05T11:15:00', '45 分钟前', '45 min ago'],
    ['2026-03-05T02:00:00', '10 小时前', '10 h ago'],
    ['2026-03-01T08:05:00', '2026-03-01 08:05', '2026-03-01 08:05'],
    ['2026-03-05T12:00:10', '2026-03-05 12:00', '2026-03-05 12:00'],
  ])('%s is %s, %s', (at, chinese, english) => {
    expect([formatTime(at, 'zh-CN', now), formatTime(at, 'en', now)]).toEqual([chinese, english])
  })
})

describe('the theme', () => {
  it('is kept and shown', () => {
    const kept = new Map<string, string>()
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
    const root = { dataset: {} } as HTMLElement

    remember('dark', storage, root)
    expect([theme(storage), root.dataset.theme]).toEqual(['dark', 'dark'])

    remember('system', storage, root)
    expect([theme(storage), root.dataset.theme]).toEqual(['system', undefined])
  })

  it('is the system\'s where nothing may be kept', () => {
    const forbidden = { getItem: () => { throw new Error('no') }, setItem: () => { throw new Error('no') } }

    expect(theme(forbidden)).toBe('system')
    expect(() => remember('light', forbidden, { dataset: {} } as HTMLElement)).not.toThrow()
  })
})

describe('the newest', () => {
  it('drops the answers of earlier runs and stops them', async () => {
    const only = newest()
    let stopped = false
    const first = only.run((signal) => new Promise<string>((go) => {
      signal.addEventListener('abort', () => {
        stopped = true
        go('first')
      })
    }))

    expect(await only.run(async () => 'second')).toBe('second')
    expect([await first, stopped]).toEqual([undefined, true])
  })

  it('lets real mistakes through', async () => {
    await expect(newest().run(async () => { throw new Error('mine') })).rejects.toThrow('mine')
  })
})
