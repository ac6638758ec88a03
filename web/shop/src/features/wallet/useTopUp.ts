import { readMoney } from '@wanqu/money'
import { computed, ref } from 'vue'
import { api } from '../../app/api'
import { intentFor, newVisit } from '../../app/intents'
import { t } from '../../app/words'
import { storage } from '../../platform/storage'
import { useRails, type WayToPay } from '../checkout/useRails'
import { asked, usePayment } from '../paying/usePayment'
import { useWallet } from './useWallet'

const KEPT = 'top-up'
const PICKS = [50, 100, 200, 500]

/** Money on its way into the wallet. Who left for his bank, or closed the page, comes back to where it stands. */
export function useTopUp() {
  const { wallet, currency, has, path, headers } = useWallet()
  const rails = useRails()
  const ways = computed(() => (rails.value.value ?? []).filter((it) => it.method !== 'balance'))
  const offered = computed(() => rails.value.value?.some((it) => it.method === 'balance') ?? true)
  const rail = ref('')
  const typed = ref('')
  const wrong = ref('')
  const done = ref(false)
  const begun = ref(storage.read(KEPT, ''))
  let visit = newVisit()

  function keep(payment: string) {
    begun.value = payment
    if (payment === '') storage.remove(KEPT)
    else storage.write(KEPT, payment)
  }

  const door = () => ({
    start: async (way: WayToPay) => {
      const body = { amountMinor: readMoney(typed.value, currency.value)?.minor ?? 0, ...await asked(way) }
      const payment = await api.post('/api/v1/shops/{slug}/wallet/top-ups', { path, headers: headers(), body, intent: intentFor(visit, body) })
      keep(payment.id)
      return payment
    },
    look: () => api.get('/api/v1/shops/{slug}/wallet/top-ups/{payment}', { path: { ...path, payment: begun.value }, headers: headers() }),
  })
  const payment = usePayment(door, () => {
    keep('')
    done.value = true
    payment.stop()
    void wallet.load()
  })

  async function load() {
    if (!has.value) return
    await Promise.all([wallet.load(), rails.load()])
    if (rail.value === '') rail.value = ways.value[0]?.rail ?? ''
    if (begun.value !== '') await payment.resume()
  }

  async function begin() {
    const amount = readMoney(typed.value, currency.value)
    wrong.value = amount === undefined || amount.minor < 1 ? t('topUp.amountWrong') : ''
    const way = ways.value.find((it) => it.rail === rail.value)
    if (wrong.value === '' && way !== undefined) await payment.start(way)
  }

  /** Another amount, or once more: what was begun before ends by itself at its provider. */
  function anew() {
    payment.stop()
    payment.payment.value = undefined
    payment.refusal.value = undefined
    done.value = false
    visit = newVisit()
    keep('')
  }

  return { wallet, currency, has, rails, ways, offered, rail, typed, wrong, done, picks: PICKS, load, begin, anew, ...payment }
}
