import type { Schemas } from '@wanqu/api-client'
import { computed, onScopeDispose } from 'vue'
import { api } from '@/app/api'
import { may } from '@/app/rights'
import { useEvery, useResource } from '@/composables/useResource'

type Sold = Schemas['SalesQueriesSold']
const HOUR = 3_600_000
const AFTER_NEWS_MILLIS = 2_000

export function midnight(daysBack = 0, now = new Date()): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack)
}

/** Amounts by channel for each hour from midnight until now. */
export function byHour(rows: Sold[], from: Date, until: Date): { hours: Date[]; channels: { id: string; amounts: number[]; total: number }[] } {
  const count = Math.max(1, Math.ceil((until.getTime() - from.getTime()) / HOUR))
  const channels = new Map<string, number[]>()
  for (const row of rows) {
    const at = Math.floor((new Date(row.since).getTime() - from.getTime()) / HOUR)
    const amounts = channels.get(row.channel) ?? new Array<number>(count).fill(0)
    if (at >= 0 && at < count) amounts[at] = (amounts[at] ?? 0) + row.amountMinor
    channels.set(row.channel, amounts)
  }
  return {
    hours: Array.from({ length: count }, (_, at) => new Date(from.getTime() + at * HOUR)),
    channels: [...channels].map(([id, amounts]) => ({ id, amounts, total: amounts.reduce((sum, one) => sum + one, 0) })).sort((one, other) => other.total - one.total),
  }
}

const sum = (rows: Sold[] | undefined, part: 'amountMinor' | 'orders'): number => (rows ?? []).reduce((all, row) => all + row[part], 0)

/** What was sold today by channel, and up to the same time yesterday. */
export function useSales() {
  const read = (from: Date, until: Date, hours: number, signal: AbortSignal) =>
    api.get('/api/v1/sales', { query: { from: from.toISOString(), until: until.toISOString(), hours }, signal })
  const today = useResource((signal) => read(midnight(), new Date(Date.now() + 60_000), 1, signal))
  const yesterday = useResource((signal) => (may('orders:read') ? read(midnight(1), new Date(Date.now() - 24 * HOUR), 24, signal) : Promise.resolve([])))
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Many orders at once are one reason to read. */
  function soon(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void today.reload()
    }, AFTER_NEWS_MILLIS)
  }

  useEvery(60, () => today.reload())
  onScopeDispose(() => clearTimeout(waiting))
  return {
    today, soon,
    hourly: computed(() => byHour(today.data.value ?? [], midnight(), new Date())),
    amount: computed(() => sum(today.data.value, 'amountMinor')),
    orders: computed(() => sum(today.data.value, 'orders')),
    amountBefore: computed(() => sum(yesterday.data.value, 'amountMinor')),
    ordersBefore: computed(() => sum(yesterday.data.value, 'orders')),
  }
}
