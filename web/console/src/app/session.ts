import type { Schemas } from '@wanqu/api-client'
import { computed, ref } from 'vue'
import { api, workFor } from './api'

export type Session = Schemas['SessionAnswerResponse']
export type ShopSeat = Schemas['SessionAnswerPlace']

/** Who sits at the desk, and for which shop; asked once, and again after whatever changes it. */
export const session = ref<Session | null>(null)
export const seat = ref<ShopSeat | null>(null)
export const atPlatform = ref(false)
export const signedIn = computed(() => !!session.value?.account && !session.value.secondFactorNeeded)

export async function refreshSession(): Promise<Session> {
  const now = await api.get('/api/v1/session')
  session.value = now
  const mine = seat.value?.id
  if (mine) seat.value = now.shops.find((shop) => shop.id === mine) ?? null
  return now
}

/** Takes a seat at a shop by the name in the address; false where there is no seat. */
export function sitAt(slug: string): boolean {
  seat.value = session.value?.shops.find((shop) => shop.slug === slug) ?? null
  atPlatform.value = false
  workFor(seat.value?.id)
  if (seat.value) localStorage.setItem('wanqu.shop', slug)
  return seat.value !== null
}

export function sitAtPlatform(): boolean {
  if (!session.value?.operator) return false
  seat.value = null
  atPlatform.value = true
  workFor('platform')
  return true
}

export function leaveSeat(): void {
  seat.value = null
  atPlatform.value = false
  workFor(undefined)
}

/** The shop that was worked at last, if there still is a seat, else the first. */
export function usualShop(): ShopSeat | undefined {
  const shops = session.value?.shops ?? []
  const last = localStorage.getItem('wanqu.shop')
  return shops.find((shop) => shop.slug === last) ?? shops[0]
}

export async function logOut(): Promise<void> {
  await api.delete('/api/v1/session')
  session.value = null
  leaveSeat()
}
