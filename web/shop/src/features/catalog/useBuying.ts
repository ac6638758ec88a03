import { computed, ref, watch, type Ref } from 'vue'
import { go } from '../../app/go'
import { newVisit } from '../../app/intents'
import { t } from '../../app/words'
import { say } from '../../components/toast'
import { useCart } from '../cart/useCart'
import { sourceOf, type Product } from './useCatalog'

const THUMB_PIXELS = 120

/** What somebody picks on the page of a product, and where it goes from there. */
export function useBuying(product: Ref<Product | undefined>) {
  const skuId = ref('')
  const quantity = ref(1)
  const chosen = ref<string[]>([])
  const { add } = useCart()

  const sku = computed(() => product.value?.skus.find((it) => String(it.id) === skuId.value))
  const max = computed(() => Math.max(1, Math.min(sku.value?.perOrderMax ?? 1, sku.value?.left || Infinity)))
  const soldOut = computed(() => sku.value === undefined || sku.value.stock === 'SOLD_OUT')

  watch(product, (now) => {
    if (sku.value === undefined) skuId.value = String((now?.skus.find((it) => it.stock !== 'SOLD_OUT') ?? now?.skus[0])?.id ?? '')
  }, { immediate: true })
  watch(skuId, () => {
    chosen.value = []
    quantity.value = Math.min(quantity.value, max.value)
  })
  watch(chosen, (now) => { if (now.length > 0) quantity.value = now.length })

  function buy() {
    go({ to: 'checkout', query: { sku: skuId.value, product: product.value?.id, quantity: quantity.value, chosen: chosen.value.join('.'), visit: newVisit() } })
  }

  function putInCart() {
    if (product.value === undefined || sku.value === undefined) return
    const line = { sku: skuId.value, product: product.value.id, quantity: quantity.value, max: sku.value.perOrderMax, picture: sourceOf(product.value.pictures[0], THUMB_PIXELS) }
    if (add(line)) say(t('cart.added'))
    else say(t('cart.full'), 'bad')
  }

  return { skuId, sku, quantity, chosen, max, soldOut, buy, putInCart }
}
