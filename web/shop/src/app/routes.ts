/** Where a visitor can be. The name is what features know; the page is uni-app's; the path is what the address bar shows. */
const ROUTES = {
  home: { page: 'pages/home/index', path: '/' },
  product: { page: 'pages/product/index', path: '/p/:id' },
  category: { page: 'pages/category/index', path: '/c/:id?' },
  search: { page: 'pages/search/index', path: '/search' },
  cart: { page: 'pages/cart/index', path: '/cart' },
  checkout: { page: 'pages/checkout/index', path: '/checkout' },
  paying: { page: 'pages/paying/index', path: '/o/:number/pay' },
  case: { page: 'pages/case/index', path: '/o/:number/case' },
  order: { page: 'pages/order/index', path: '/o/:number' },
  orders: { page: 'pages/orders/index', path: '/orders' },
  lookUp: { page: 'pages/look-up/index', path: '/look-up' },
  friend: { page: 'pages/friend/index', path: '/pay/:number' },
  gift: { page: 'pages/gift/index', path: '/gift/:number' },
  account: { page: 'pages/account/index', path: '/account' },
  signIn: { page: 'pages/sign-in/index', path: '/sign-in' },
  security: { page: 'pages/security/index', path: '/security' },
  devices: { page: 'pages/devices/index', path: '/devices' },
  privacy: { page: 'pages/privacy/index', path: '/privacy' },
  handOff: { page: 'pages/hand-off/index', path: '/hand-off' },
  wallet: { page: 'pages/wallet/index', path: '/wallet' },
  topUp: { page: 'pages/top-up/index', path: '/wallet/top-up' },
  help: { page: 'pages/help/index', path: '/help' },
  notFound: { page: 'pages/not-found/index', path: '/not-found' },
} as const

export type RouteName = keyof typeof ROUTES
export type Query = Record<string, string | number | undefined>

/** A place to go to: its name, and what its page must know. The fragment carries secrets, so that no log keeps them. */
export interface Place {
  to: RouteName
  query?: Query
  secret?: string
}

const NAMES = Object.keys(ROUTES) as RouteName[]
const PARAMETER = /\/:(\w+)(\?)?/g

function pairs(query: Query): string {
  const text = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
  return text === '' ? '' : `?${text}`
}

/** The address as uni-app knows it. */
export function internalOf({ to, query = {}, secret }: Place): string {
  return `/${ROUTES[to].page}${pairs(query)}${secret ? `#${secret}` : ''}`
}

/** The address as people see and share it; base is where the shop lies. */
export function publicOf({ to, query = {}, secret }: Place, base: string): string {
  const inPath = new Set<string>()
  const path = ROUTES[to].path.replace(PARAMETER, (_, name: string) => {
    const value = query[name]
    inPath.add(name)
    return value === undefined || value === '' ? '' : `/${encodeURIComponent(String(value))}`
  })
  const whole = path === '/' ? base || '/' : base + path
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !inPath.has(name)))
  return whole + pairs(rest) + (secret ? `#${secret}` : '')
}

function patternOf(name: RouteName): RegExp {
  const body = ROUTES[name].path.replace(PARAMETER, (_, it: string, optional?: string) =>
    optional ? `(?:/(?<${it}>[^/]+))?` : `/(?<${it}>[^/]+)`)
  return new RegExp(`^${body === '/' ? '/?' : `${body}/?`}$`)
}

const PATTERNS = NAMES.map((name) => [name, patternOf(name)] as const)

function split(address: string): { path: string, query: string, fragment: string } {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
  return { path, query, fragment }
}

/** From the address bar to uni-app; what no page stands for leads to the page that says so. */
export function toInternal(address: string, base: string): string {
  const { path, query, fragment } = split(address)
  const own = base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) : path
  for (const [name, pattern] of PATTERNS) {
    const found = pattern.exec(own)
    if (found) {
      const parameters = Object.fromEntries(Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, decodeURIComponent(value)]))
      const more = pairs(parameters)
      const joined = more === '' ? query : more + query.replace('?', '&')
      return (name === 'home' ? '/' : `/${ROUTES[name].page}`) + joined + fragment
    }
  }
  return `/${ROUTES.notFound.page}`
}

/** From uni-app to the address bar. */
export function toPublic(internal: string, base: string): string {
  const { path, query, fragment } = split(internal)
  const name = path === '/' || path === '' ? 'home' : NAMES.find((it) => `/${ROUTES[it].page}` === path)
  if (name === undefined) return base + internal
  const given = Object.fromEntries(query.slice(1).split('&').filter(Boolean).map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return [decodeURIComponent(key), decodeURIComponent(value.replace(/\+/g, ' '))]
  }))
  return publicOf({ to: name, query: given }, base) + fragment
}
