import type { Schemas } from '@wanqu/api-client'

type Block = Schemas['HomeBlock']
const SHOWN = 8

export const KINDS = ['NOTICE', 'PRODUCTS', 'CATEGORIES', 'TEXT'] as const
export const SORTS = ['recommended', 'newest', 'price', 'price-down', 'sales'] as const
export const CONTACTS = ['mail', 'phone', 'wechat', 'hours'] as const

/** A new block of a kind; what it does not use stays empty. */
export const blockOf = (kind: (typeof KINDS)[number]): Block => ({
  kind, title: '', text: '', pictures: [], products: [], ...(kind === 'PRODUCTS' ? { sort: 'recommended', shown: SHOWN } : {}),
})
