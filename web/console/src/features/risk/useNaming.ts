import { atPlatform } from '@/app/session'
import { useShopThings } from '@/composables/useShopThings'
import type { Naming } from './words'

/** What channels and SKUs in rules are called; the platform's people see the numbers, which are of many shops. */
export function useNaming(): Naming {
  const { channelName, skuName } = useShopThings()
  return { channel: (id) => (atPlatform.value ? id : channelName(id)), sku: (id) => (atPlatform.value ? id : skuName(id)) }
}
