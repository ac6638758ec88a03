import type { Schemas } from '@wanqu/api-client'
import { api } from '../../app/api'
import { entry } from '../../app/entry'
import { useLoad } from '../../app/load'

export type Home = Schemas['HomePage']
export type Piece = Schemas['HomePagePiece']

const home = useLoad<Home>(() => api.get('/api/v1/shops/{slug}/home', { path: { slug: entry.shop } }))

/** The first page as its merchant arranged it; what it says of the shop is wanted elsewhere too. */
export function useHome() {
  return home
}
