import { computed, ref } from 'vue'
import { isRefusal, refusalOf, type Refusal } from '../../app/api'
import { answered, challengeOf, type Challenge } from '../../app/proof'
import { instead } from '../../app/go'
import { t } from '../../app/words'
import { useCart } from '../cart/useCart'
import { useQuote, type Wanted } from '../cart/useQuote'
import { lastRail } from '../paying/usePaying'
import { useGuest } from './useGuest'
import { usePlaceOrder } from './usePlaceOrder'
import { useRails } from './useRails'

/** One page between wanting and paying. Whatever is pressed twice, reloaded or sent from two tabs is one order. */
export function useCheckout() {
  const visit = ref('')
  const fromCart = ref(false)
  const lines = ref<Wanted[]>([])
  const gift = ref(false)
  const rail = ref(lastRail.read())
  const challenge = ref<Challenge>()
  const code = ref('')
  const busy = ref(false)
  const refusal = ref<Refusal>()
  const { cart, emptied } = useCart()
  const guest = useGuest()
  const quote = useQuote(lines)
  const rails = useRails()
  const { place } = usePlaceOrder()

  const ways = computed(() => rails.value.value ?? [])
  const total = computed(() => quote.value.value?.total)
  const name = computed(() => quote.value.value?.lines.map((it) => it.quantity === 1 ? it.name : `${it.name} × ${it.quantity}`).join(t('kit.comma')) ?? '')

  async function begin(query: Record<string, string | undefined>) {
    visit.value = query.visit ?? ''
    fromCart.value = query.from === 'cart'
    const chosen = (query.chosen ?? '').split('.').filter(Boolean)
    lines.value = fromCart.value
      ? cart.value.lines.map(({ sku, quantity }) => ({ sku, quantity }))
      : query.sku ? [{ sku: query.sku, quantity: Number(query.quantity ?? 1), chosen: chosen.length > 0 ? chosen : undefined }] : []
    await rails.load()
    if (!ways.value.some((it) => it.rail === rail.value)) rail.value = ways.value[0]?.rail ?? ''
  }

  async function pay() {
    if (busy.value || !guest.check() || total.value === undefined || rail.value === '') return
    busy.value = true
    refusal.value = undefined
    try {
      const number = await place({
        visit: visit.value, lines: lines.value, name: name.value, gift: gift.value, rail: rail.value,
        contact: guest.contact.value.trim(), password: guest.password.value, totalMinor: total.value.minor,
      }, challenge.value === undefined ? undefined : answered(challenge.value, code.value.trim()))
      challenge.value = undefined
      guest.remember()
      lastRail.keep(rail.value)
      if (fromCart.value) emptied(visit.value)
      instead({ to: 'paying', query: { number } })
    } catch (error) {
      const asked = challengeOf(error)
      if (asked?.kind === 'code') {
        challenge.value = asked
        code.value = ''
        return
      }
      if (isRefusal(error, 'risk.challenge-failed')) code.value = ''
      refusal.value = await refusalOf(error)
      if (isRefusal(error, 'ordering.price-changed')) await quote.load()
    } finally {
      busy.value = false
    }
  }

  return { ...guest, lines, gift, rail, ways, rails, quote, total, challenge, code, busy, refusal, begin, pay }
}
