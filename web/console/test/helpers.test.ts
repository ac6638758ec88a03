import { h } from 'vue'
import { describe, expect, it } from 'vitest'
import { ago, bytes, isoDay } from '@/app/format'
import { markdown } from '@/components/markdown'
import { merged, type Order } from '@/features/overview/useLiveOrders'
import { byHour } from '@/features/overview/useSales'
import { importJob, type Import } from '@/features/cards/importJob'

describe('formatting', () => {
  it('tells how far a moment is away', () => {
    const now = Date.parse('2026-03-05T12:00:00Z')
    expect(ago('2026-03-05T11:58:00Z', now)).toBe('2 minutes ago')
    expect(ago('2026-03-07T12:00:00Z', now)).toBe('in 2 days')
  })

  it('tells sizes in units that people know', () => {
    expect([bytes(0), bytes(1023), bytes(1536), bytes(5 * 1024 ** 3)]).toEqual(['0 B', '1023 B', '1.5 KB', '5.0 GB'])
  })

  it('goes back over the end of a month', () => {
    expect(isoDay(1, new Date(2026, 2, 1))).toBe('2026-02-28')
  })
})

describe('Markdown', () => {
  const kinds = (text: string): unknown[] => markdown(text).map((node) => node.type)

  it('knows headings, lists, quotes and paragraphs', () => {
    expect(kinds('# Title\nText\n\n- a\n- b\n\n1. one\n\n> said')).toEqual(['h3', 'p', 'ul', 'ol', 'blockquote'])
  })

  it('makes no link of what is no address', () => {
    const flat = JSON.stringify(markdown('[x](javascript:alert(1)) and <b>html</b>'))
    expect(flat).not.toContain('"type":"a"')
    expect(flat).toContain('<b>html</b>')
  })

  it('ends on words that only look like Markdown', () => {
    expect(markdown('**open * and ` and [ and ](').map((node) => node.type)).toEqual([h('p').type])
  })
})

const order = (number: string, placedAt: string, state = 'placed'): Order => ({ number, placedAt, state, lines: [] } as unknown as Order)

describe('orders as they come', () => {
  it('stand newest first, each once, as it is now', () => {
    const known = [order('2', '2026-01-01T00:00:02Z'), order('1', '2026-01-01T00:00:01Z')]
    const now = merged(known, [order('1', '2026-01-01T00:00:01Z', 'delivered'), order('3', '2026-01-01T00:00:03Z')])

    expect(now.map((one) => `${one.number} ${one.state}`)).toEqual(['3 placed', '2 placed', '1 delivered'])
  })

  it('are not kept without end', () => {
    const many = Array.from({ length: 100 }, (_, at) => order(String(at), new Date(at * 1000).toISOString()))
    expect(merged([], many)).toHaveLength(30)
  })
})

describe('sales of a day', () => {
  it('are put into the reader\'s hours, with the biggest channel first', () => {
    const from = new Date('2026-03-05T00:00:00Z')
    const row = (channel: string, hour: number, amountMinor: number) => ({ channel, since: new Date(from.getTime() + hour * 3_600_000).toISOString(), orders: 1, amountMinor })
    const { hours, channels } = byHour([row('a', 0, 5), row('b', 1, 7), row('b', 1, 1), row('a', 9, 100)], from, new Date('2026-03-05T02:30:00Z'))

    expect(hours).toHaveLength(3)
    expect(channels).toEqual([{ id: 'b', amounts: [0, 8, 0], total: 8 }, { id: 'a', amounts: [5, 0, 0], total: 5 }])
  })
})

describe('an import among the jobs', () => {
  const one = (part: Partial<Import>): Import => ({ id: '7', state: 'running', read: 5, stored: 10, loaded: 1, errors: 0, createdAt: '2026-01-01T00:00:00Z', ...part } as Import)

  it('tells how far it is and where it can be looked at', () => {
    expect(importJob(one({}))).toMatchObject({ state: 'running', done: 5, total: 10, path: 'cards/imports/7' })
    expect(importJob(one({ state: 'failed' })).state).toBe('failed')
    expect(importJob(one({ state: 'receiving', stored: 0 })).total).toBeNull()
  })
})
