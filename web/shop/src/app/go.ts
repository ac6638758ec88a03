import { entry } from './entry'
import { internalOf, publicOf, toInternal, type Place } from './routes'

/** Secrets of links; a mini program has no fragment, so they travel beside the address there too. */
const SECRET = 'secret'

function internal(place: Place): string {
  // #ifdef H5
  return internalOf(place)
  // #endif
  // #ifndef H5
  return internalOf({ to: place.to, query: { ...place.query, [SECRET]: place.secret } })
  // #endif
}

export function href(place: Place): string {
  return publicOf(place, entry.base)
}

/** Whole addresses, for links that leave this device. */
export function link(place: Place): string {
  // #ifdef H5
  return location.origin + href(place)
  // #endif
  // #ifndef H5
  return `${entry.server}/s/${entry.shop}${publicOf(place, '').replace(/^\/$/, '')}`
  // #endif
}

/** An address that a merchant wrote: /p/7 of this shop, or one of the world. */
export function hrefTo(url: string): string {
  return url.startsWith('/') ? entry.base + url : url
}

export function goTo(url: string): void {
  if (url.startsWith('/')) uni.navigateTo({ url: toInternal(url, '') })
}

const TABS = new Set(['home', 'category', 'cart', 'account'])

/** Mini programs keep ten pages at most, so the four roots begin anew there; a browser keeps its own history. */
export function go(place: Place): void {
  const url = internal(place)
  // #ifdef H5
  uni.navigateTo({ url })
  // #endif
  // #ifndef H5
  if (TABS.has(place.to)) {
    uni.reLaunch({ url })
  } else {
    uni.navigateTo({ url, fail: () => uni.redirectTo({ url }) })
  }
  // #endif
}

/** Takes the place of this page, so that "back" does not lead to a step that is done. */
export function instead(place: Place): void {
  uni.redirectTo({ url: internal(place) })
}

export function back(): void {
  // #ifdef H5
  if (typeof history.state?.back === 'string') {
    history.back()
    return
  }
  // #endif
  if (getCurrentPages().length > 1) {
    uni.navigateBack()
  } else {
    instead({ to: 'home' })
  }
}

/** The secret that came with this page's address; taken out of the address bar, so that it is not shared by mistake. */
export function takeSecret(query: Record<string, string | undefined>): string {
  // #ifdef H5
  const secret = decodeURIComponent(location.hash.slice(1))
  if (secret !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return secret
  // #endif
  // #ifndef H5
  return query[SECRET] ?? ''
  // #endif
}
