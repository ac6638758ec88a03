import { computed, ref } from 'vue'
import { api as typed, workFor } from './api'

const api = typed as unknown as { get<T>(p: string): Promise<T>; delete(p: string): Promise<void> }

export interface ShopSeat {
  id: string
  slug: string
  name: string
  role: string
  scopes: string[]
  channels: string[] | null
}

export interface Account {
  id: string
  name: string
  mail: string | null
  phone: string | null
  secondFactor: 'none' | 'totp' | 'passkey'
  createdAt: string
}

export interface Session {
  account: Account | null
  secondFactorNeeded: boolean
  freshUntil: string | null
  operator: boolean
  shops: ShopSeat[]
}

/** Who sits at the desk, and for which shop; asked once, and again after whatever changes it. */
export const session = ref<Session | null>(null)
export const seat = ref<ShopSeat | null>(null)
export const atPlatform = ref(false)
export const signedIn = computed(() => !!session.value?.account && !session.value.secondFactorNeeded)

export async function refreshSession(): Promise<Session> {
  const now = await api.get<Session>('/api/v1/session')
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

/** Whether the role at this shop allows it; the server decides, this only spares people dead ends. */
export function may(scope: string): boolean {
  return atPlatform.value || (seat.value?.scopes.includes(scope) ?? false)
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
