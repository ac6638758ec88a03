import { ref } from 'vue'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { storage } from '../../platform/storage'

const PAUSE_MILLIS = 200
const KEPT = 8
const NAME = 'searched'

const searched = ref<string[]>(storage.read(NAME, []))

/** What somebody types, what he may mean, and what he looked for before. */
export function useSearch() {
  const text = ref('')
  const suggestions = ref<string[]>([])
  let clock: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  function type(now: string) {
    text.value = now
    clearTimeout(clock)
    clock = setTimeout(() => void suggest(), PAUSE_MILLIS)
  }

  async function suggest() {
    const mine = ++turn
    const q = text.value.trim()
    try {
      const found = q === '' ? [] : (await api.get('/api/v1/shops/{slug}/suggestions', { path: { slug: entry.shop }, query: { query: q } })).items
      if (mine === turn) suggestions.value = found
    } catch {
      // Suggestions are a favour: without them one searches as well.
    }
  }

  function remember(q: string) {
    searched.value = [q, ...searched.value.filter((it) => it !== q)].slice(0, KEPT)
    storage.write(NAME, searched.value)
  }

  function forget() {
    searched.value = []
    storage.remove(NAME)
  }

  return { text, suggestions, searched, type, remember, forget }
}
