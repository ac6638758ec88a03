import { computed } from 'vue'
import { atPlatform, seat } from '@/app/session'

/** Addresses below the shop (or the operator's area) that is worked at now. */
export function useBase() {
  const base = computed(() => (atPlatform.value ? '/operator' : `/${seat.value?.slug ?? ''}`))
  const at = (path: string): string => `${base.value}/${path.replace(/^\//, '')}`
  return { base, at }
}
