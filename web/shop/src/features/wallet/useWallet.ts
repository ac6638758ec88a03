import type { Schemas } from '@wanqu/api-client'
import { computed, ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useDo, useLoad } from '../../app/load'
import { usePages } from '../../app/pages'
import { storage } from '../../platform/storage'
import { explainLimits } from './limits'

const NAME = 'wallet'

/** Money kept within the shop. Its key is all that proves its holder, and lies on this device. */
export function useWallet() {
  const key = ref(storage.read(NAME, ''))
  const path = { slug: entry.shop }
  const headers = () => ({ 'Wallet-Key': key.value })
  const wallet = useLoad(() => api.get('/api/v1/shops/{slug}/wallet', { path, headers: headers() }))
  const moved = usePages<Schemas['WalletsMovement']>((after) => api.get('/api/v1/shops/{slug}/wallet/statement', { path, query: { after }, headers: headers() }))
  const currency = computed(() => wallet.value.value?.balance.currency ?? 'CNY')
  explainLimits(() => currency.value)

  async function load() {
    if (key.value !== '') await Promise.all([wallet.load(), moved.load()])
  }

  const open = useDo(async () => {
    const opened = await api.post('/api/v1/shops/{slug}/wallets', { path, body: {} })
    key.value = opened.key
    storage.write(NAME, opened.key)
    await load()
  })
  const redeem = useDo(async (code: string) => {
    await api.post('/api/v1/shops/{slug}/wallet/gift-cards', { path, headers: headers(), body: { code } })
    await load()
  })

  return {
    wallet, moved, currency, has: computed(() => key.value !== ''), open, redeem, load, path, headers,
    pay: (payment: string) => api.put('/api/v1/shops/{slug}/wallet/payments/{payment}', { path: { ...path, payment }, headers: headers() }),
  }
}
