import type { Schemas } from '@wanqu/api-client'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useLoad } from '../../app/load'
import { usePages } from '../../app/pages'

export type Card = Schemas['Card']
export type Product = Schemas['ProductPage']
export type Goods = Schemas['Goods']
export type Category = Schemas['CategoryNode']
export type Picture = Schemas['Shown']
export type Choice = Schemas['ChoiceHintChoice']

const PAGE = 24
export const SORTS = ['recommended', 'sales', 'newest', 'price', 'price-down'] as const
export type Sort = typeof SORTS[number]

export interface Wanted {
  category?: string
  query?: string
  sort: Sort
  inStock: boolean
}

export function useProduct(id: () => string) {
  return useLoad<Product>(() => api.get('/api/v1/shops/{slug}/products/{product}', { path: { slug: entry.shop, product: id() } }))
}

export function useCards(wanted: () => Wanted) {
  return usePages<Card>((after) => api.get('/api/v1/shops/{slug}/products', {
    path: { slug: entry.shop },
    query: { ...wanted(), inStock: wanted().inStock || undefined, after, limit: PAGE },
  }))
}

/** The cards that a buyer may pick from, beyond those that came with the page. */
export function useChoices(sku: () => string) {
  return usePages<Choice>((after) => api.get('/api/v1/shops/{slug}/skus/{sku}/choices', { path: { slug: entry.shop, sku: sku() }, query: { after, limit: PAGE } }))
}

const categories = useLoad<Category[]>(async () => (await api.get('/api/v1/shops/{slug}/categories', { path: { slug: entry.shop } })).items)

/** The tree of categories; asked for once. */
export function useCategories() {
  if (categories.value.value === undefined && !categories.loading.value && categories.refusal.value === undefined) void categories.load()
  return categories
}

/** The smallest form of a picture that fills so many pixels of a sharp screen. */
export function sourceOf(picture: Picture | undefined, pixels: number): string | undefined {
  if (picture === undefined) return undefined
  const sorted = [...picture.widths].sort((a, b) => a - b)
  const width = sorted.find((it) => it >= pixels) ?? sorted.at(-1)
  return width === undefined ? undefined : `${entry.server}/media/${picture.hash}/${width}`
}

/** Browsers choose among the forms themselves. */
export function sourcesOf(picture: Picture | undefined): string | undefined {
  return picture === undefined || picture.widths.length < 2 ? undefined : picture.widths.map((width) => `${entry.server}/media/${picture.hash}/${width} ${width}w`).join(', ')
}

export const dearer = (product: Pick<Card, 'skus' | 'from'>): boolean =>
  product.skus.some((sku) => product.from !== undefined && sku.price.minor > product.from.minor)
