import { computed } from 'vue'
import { api } from '@/app/api'
import { t } from '@/app/i18n'
import { may } from '@/app/rights'
import { useEvery, useResource } from '@/composables/useResource'
import { useShopThings } from '@/composables/useShopThings'

export interface Waiting {
  key: string
  text: string
  path: string
  count: number
  urgent: boolean
}

const some = async (ask: Promise<{ items: unknown[]; next?: string }>): Promise<number> => ask.then((page) => page.items.length).catch(() => 0)

/** What waits for a person: complaints, money that did not go back, alerts of channels and rails. */
export function useWaiting() {
  const { channels, channelName } = useShopThings()
  const markets = computed(() => channels.value.filter((one) => !one.own))
  const page = { query: { limit: '50' } as never }

  const resource = useResource(async (signal): Promise<Waiting[]> => {
    if (!may('orders:read')) return []
    const [opened, refused, refunds, alerts, short, low] = await Promise.all([
      some(api.get('/api/v1/cases', { query: { state: 'opened', limit: '50' } as never, signal })),
      some(api.get('/api/v1/cases', { query: { state: 'refused', limit: '50' } as never, signal })),
      some(api.get('/api/v1/failed-refunds', { ...page, signal })),
      may('ledger:read') ? some(api.get('/api/v1/payment-alerts', { ...page, signal })) : 0,
      some(api.get('/api/v1/orders', { query: { state: 'short', limit: '50' } as never, signal })),
      may('stock:read') ? some(api.get('/api/v1/stock-alerts', { ...page, signal })) : 0,
    ])
    const health = await Promise.all((may('channels:write') ? markets.value : []).map((one) =>
      api.get('/api/v1/channels/{channel}/health', { path: { channel: one.id }, signal }).catch(() => undefined)))
    const all: Waiting[] = [
      { key: 'cases', text: t('overview.wait-cases'), path: 'cases?state=opened', count: opened, urgent: true },
      { key: 'short', text: t('overview.wait-short'), path: 'orders?state=short', count: short, urgent: true },
      { key: 'low', text: t('overview.wait-low'), path: 'stock', count: low, urgent: false },
      { key: 'refunds', text: t('overview.wait-refunds'), path: 'refunds', count: refunds, urgent: true },
      { key: 'refused', text: t('overview.wait-refused'), path: 'cases?state=refused', count: refused, urgent: false },
      { key: 'alerts', text: t('overview.wait-alerts'), path: 'payment-accounts', count: alerts, urgent: false },
      ...health.filter((one) => one !== undefined).map((one) => ({
        key: one.channel, text: t('overview.wait-channel', { name: channelName(one.channel) }), path: `channels/${one.channel}`, count: one.alerts, urgent: one.breaker === 'open',
      })),
    ]
    return all.filter((one) => one.count > 0).sort((one, other) => Number(other.urgent) - Number(one.urgent))
  }, markets)

  useEvery(60, resource.reload)
  return resource
}
