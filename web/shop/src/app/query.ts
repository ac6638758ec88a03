import { onLoad } from '@dcloudio/uni-app'
import { ref } from 'vue'

/** What the address of this page says. */
export function useQuery() {
  const query = ref<Record<string, string | undefined>>({})
  onLoad((given) => {
    query.value = Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, value === undefined ? undefined : String(value)]))
  })
  return query
}
