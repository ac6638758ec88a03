import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

/** Which part of a page the address asks for; the first where it asks for none that there is. */
export function useTab(keys: () => string[], name = 'tab'): ComputedRef<string> {
  const route = useRoute()
  return computed(() => {
    const wanted = route.query[name]
    const known = keys()
    return typeof wanted === 'string' && known.includes(wanted) ? wanted : known[0] ?? ''
  })
}
