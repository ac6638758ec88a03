import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { useResource, type Resource } from './useResource'

/** What a list is asked for; `after` is where the page before ended. */
export interface TableAsk<F extends string> {
  after?: string
  limit: number
  filters: Partial<Record<F, string>>
  sort?: string
  signal: AbortSignal
}

export interface TablePage<Row> {
  items: Row[]
  next?: string
}

export interface TableSettings<Row, F extends string> {
  read: (ask: TableAsk<F>) => Promise<TablePage<Row> | Row[]>
  /** Names of the filters and what they are when nothing was chosen. */
  filters?: Record<F, string>
  limit?: number
  /** Columns by which the server itself sorts. */
  serverSort?: string[]
  /** Columns that are not shown until they are asked for. */
  hidden?: string[]
  /** Tables that share a page keep their state apart. */
  name?: string
}

export interface Table<Row, F extends string = string> extends Resource<TablePage<Row>> {
  rows: ComputedRef<Row[]>
  complete: ComputedRef<boolean>
  filters: ComputedRef<Record<F, string>>
  filtered: ComputedRef<boolean>
  setFilter: (name: F, value: string) => void
  clear: () => void
  sort: ComputedRef<{ key: string; down: boolean } | null>
  setSort: (key: string) => void
  serverSort: string[]
  hidden: ComputedRef<Set<string>>
  toggle: (key: string) => void
  canGoBack: ComputedRef<boolean>
  goNext: () => void
  goBack: () => void
  /** Every page, one after the other, for an export. */
  walk: (signal: AbortSignal) => AsyncGenerator<Row[]>
}

const WALK_LIMIT = 200

/** A list whose page, filters, order and columns stand in the address: reloading, going back and sharing keep them. */
export function useTable<Row, F extends string = never>(settings: TableSettings<Row, F>): Table<Row, F> {
  const route = useRoute()
  const router = useRouter()
  const prefix = settings.name ? `${settings.name}.` : ''
  const usual = (settings.filters ?? {}) as Record<F, string>
  const names = Object.keys(usual) as F[]
  const query = (name: string): string | undefined => {
    const value = route.query[prefix + name]
    return typeof value === 'string' ? value : undefined
  }
  const here = route.path

  const filters = computed(() => Object.fromEntries(names.map((name) => [name, query(name) ?? usual[name]])) as Record<F, string>)
  const after = computed(() => query('after'))
  const sort = computed(() => {
    const text = query('sort')
    return text ? { key: text.replace(/^-/, ''), down: text.startsWith('-') } : null
  })
  const hidden = computed(() => new Set(query('hide')?.split(',').filter(Boolean) ?? settings.hidden ?? []))
  // Leaving the page changes the address too, and is no reason to read.
  const wanted = computed<string>((before) => (route.path === here
    ? JSON.stringify([filters.value, after.value, settings.serverSort ? sort.value : null]) : (before ?? '')))

  const ask = (signal: AbortSignal, from = after.value, limit = settings.limit ?? 50): TableAsk<F> => ({
    after: from, limit, signal,
    filters: Object.fromEntries(Object.entries(filters.value).filter(([, value]) => value !== '')) as Partial<Record<F, string>>,
    sort: sort.value && settings.serverSort?.includes(sort.value.key) ? `${sort.value.down ? '-' : ''}${sort.value.key}` : undefined,
  })
  const page = async (one: TableAsk<F>): Promise<TablePage<Row>> => {
    const answer = await settings.read(one)
    return Array.isArray(answer) ? { items: answer } : answer
  }
  const resource = useResource((signal) => page(ask(signal)), wanted)

  function put(changes: Record<string, string | undefined>, how: 'push' | 'replace', depth?: number): void {
    const changed = Object.fromEntries(Object.entries(changes).map(([name, value]) => [prefix + name, value]))
    const next = Object.fromEntries(Object.entries({ ...route.query, ...changed }).filter(([, value]) => value !== undefined)) as LocationQuery
    void router[how]({ query: next, hash: route.hash, state: depth === undefined ? history.state : { ...history.state, depth } })
  }

  async function* walk(signal: AbortSignal): AsyncGenerator<Row[]> {
    for (let from: string | undefined; ; ) {
      const part = await page({ ...ask(signal, from, WALK_LIMIT), after: from })
      yield part.items
      if (!part.next || signal.aborted) return
      from = part.next
    }
  }

  const depth = (): number => (history.state?.depth as number | undefined) ?? 0
  return {
    ...resource,
    rows: computed(() => resource.data.value?.items ?? []),
    complete: computed(() => !after.value && !resource.data.value?.next),
    filters,
    filtered: computed(() => names.some((name) => filters.value[name] !== usual[name])),
    setFilter: (name, value) => put({ [name]: value === usual[name] ? undefined : value, after: undefined }, 'replace', 0),
    clear: () => put({ ...Object.fromEntries(names.map((name) => [name, undefined])), after: undefined }, 'replace', 0),
    sort,
    setSort: (key) => put({ sort: sort.value?.key !== key ? key : sort.value.down ? undefined : `-${key}`, after: undefined }, 'replace', 0),
    serverSort: settings.serverSort ?? [],
    hidden,
    toggle: (key) => {
      const set = new Set(hidden.value)
      if (!set.delete(key)) set.add(key)
      put({ hide: [...set].join(',') }, 'replace')
    },
    canGoBack: computed(() => after.value !== undefined),
    goNext: () => put({ after: resource.data.value?.next }, 'push', depth() + 1),
    goBack: () => (depth() > 0 ? router.back() : put({ after: undefined }, 'replace', 0)),
    walk,
  }
}
