import { onLoad } from '@dcloudio/uni-app'

type Query = Record<string, string | undefined>

/** Browsers hand over what stands behind the question mark in plain words; the hosts of mini programs leave that to the page. */
export function plainQuery(query: Query): Query {
  // #ifdef H5
  return query
  // #endif
  // #ifndef H5
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, plain(value)]))
  // #endif
}

// #ifndef H5
function plain(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    // A percent sign that somebody typed into an address of his own.
    return value
  }
}
// #endif

/** When a page opens, with what its address says. */
export function onOpened(take: (query: Query) => void): void {
  onLoad((query) => take(plainQuery((query ?? {}) as Query)))
}
