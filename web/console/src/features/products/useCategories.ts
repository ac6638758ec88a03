import { computed } from 'vue'
import { api } from '@/app/api'
import { useResource } from '@/composables/useResource'

export function useCategories() {
  const resource = useResource((signal) => api.get('/api/v1/categories', { signal }))
  const categories = computed(() => resource.data.value ?? [])
  return { categories, resource, categoryName: (id: string): string => categories.value.find((one) => one.id === id)?.name ?? id }
}
