import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'

/** Where somebody wanted to go before he had to log in; never anywhere but in here, whatever the address says. */
export function target({ query }: Pick<RouteLocationNormalized, 'query'>): RouteLocationRaw {
  const { to } = query
  return typeof to === 'string' && to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : { name: 'start' }
}
