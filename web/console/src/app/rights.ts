import { tOr } from './i18n'
import { atPlatform, seat, session } from './session'

/** What a role may allow, as the server names it. */
export const SCOPES = ['shop:read', 'shop:write', 'catalog:write', 'stock:read', 'stock:write', 'cards:write', 'cards:reveal', 'orders:read', 'orders:write', 'channels:write',
  'ledger:read', 'audit:read', 'money:write', 'agreements:waive', 'customers:read', 'customers:write', 'customers:reveal'] as const
export type Scope = (typeof SCOPES)[number]

/** What a page or an action asks of whoever opens it: one scope, or each of several. */
export interface Asks {
  scope?: Scope | readonly Scope[]
  /** Open as well to those who work for some channels only; the server keeps to theirs. */
  partly?: boolean
}

/** The scopes that are held here, of which one may give to others. */
export function held(): readonly string[] {
  if (atPlatform.value) return session.value?.operatorScopes ?? []
  return seat.value?.scopes ?? []
}

/**
 * The one place that decides what the desk offers. The server decides what is done; this only spares people dead ends.
 * Who works for some channels only may, for the shop as a whole, see what it offers and nothing else.
 */
export function may(scope: Scope): boolean {
  return held().includes(scope) && (scope === 'shop:read' || atPlatform.value || !seat.value?.channels)
}

/** For what belongs to single channels, and is open to those who work for some of them too. */
export function maySomewhere(scope: Scope): boolean {
  return held().includes(scope)
}

export function allows(asks: Asks): boolean {
  return missing(asks) === undefined
}

/** The first scope that is asked for and not held. */
export function missing({ scope = [], partly = false }: Asks): Scope | undefined {
  return (typeof scope === 'string' ? [scope] : scope).find((one) => !(partly ? maySomewhere(one) : may(one)))
}

export const scopeName = (scope: string): string => tOr(`books.scope-${scope.replace(':', '-')}`, scope)
